package dev.dealcoach.service.web.deals;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.web.Listed;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.tasks.TaskDesk;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages of deals: all that the viewer sees, one of them, and a review at home in its deal. */
@Path("/deals")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER})
public final class DealPages {
  private final DealStore deals;
  private final ProposalStore proposals;
  private final ContactStore contacts;
  private final TaskDesk tasks;
  private final Access access;
  private final Pages pages;
  private final InstantSource clock;

  public DealPages(
      DealStore deals,
      ProposalStore proposals,
      ContactStore contacts,
      TaskDesk tasks,
      Access access,
      Pages pages,
      InstantSource clock) {
    this.deals = deals;
    this.proposals = proposals;
    this.contacts = contacts;
    this.tasks = tasks;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /** The deals that the viewer sees. */
  @GET
  public Response deals(@QueryParam("after") @Nullable String after, @BeanParam Signed signed) {
    return list(200, after, "", signed);
  }

  private Response list(int status, @Nullable String after, String problem, Signed signed) {
    Viewer viewer = signed.viewer();
    Sight sight = access.sight(viewer);
    Page<Deal> page =
        Listed.part(PageRequest.USUAL, after, part -> deals.deals(sight, clock.instant(), part));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("deals", page.items().stream().map(deal -> line(deal, viewer)).toList());
    model.put("next", page.next() == null ? "" : page.next());
    model.put("problem", problem);
    return signed.page(status, pages, "deals", "/deals", model);
  }

  /** Makes a deal. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response newDeal(
      @FormParam("customer") @DefaultValue("") String customer,
      @FormParam("title") @DefaultValue("") String title,
      @FormParam("industry") @DefaultValue("") String industry,
      @FormParam("product") @DefaultValue("") String product,
      @BeanParam Signed signed) {
    NewDeal deal;
    try {
      deal =
          new NewDeal(
              customer,
              industry,
              signed.viewer().id(),
              title,
              product,
              Deal.Stage.LEAD,
              null,
              clock.instant());
    } catch (IllegalArgumentException e) {
      return list(400, null, "deals.new.problem", signed);
    }
    return Pages.goTo("/deals/" + id(deals.add(deal, null)));
  }

  /** A deal. */
  @GET
  @Path("{id}")
  public Response deal(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return page(200, id, "", signed);
  }

  /** Changes a deal. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("id") UUID id, MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (access.ownDeal(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    try {
      deals.change(
          id,
          new Bodies.DealEditBody(
                  form.getFirst("customer"),
                  form.getFirst("industry"),
                  form.getFirst("title"),
                  form.getFirst("product"),
                  form.getFirst("stage"),
                  form.getFirst("outcome"),
                  day(form.getFirst("firstContact")),
                  day(form.getFirst("firstQuote")))
              .edit(clock.instant()));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return page(400, id, "deal.edit.problem", signed);
    }
    access.note(viewer, Act.CHANGED, "deal", id, "");
    return Pages.goTo("/deals/" + id);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null || text.isBlank() ? null : LocalDate.parse(text);
  }

  /** Keeps what the customer said, one statement a line. */
  @POST
  @Path("{id}/statements")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response say(
      @PathParam("id") UUID id,
      @FormParam("statements") @DefaultValue("") String lines,
      @FormParam("source") @DefaultValue("") String source,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (access.ownDeal(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    List<Statement> said;
    try {
      said =
          lines
              .lines()
              .filter(line -> !line.isBlank())
              .map(
                  line ->
                      new Statement(
                          UUID.randomUUID(),
                          id,
                          viewer.id(),
                          source.equals(Statement.Source.MAIL.id())
                              ? Statement.Source.MAIL
                              : Statement.Source.TYPED,
                          line,
                          clock.instant()))
              .toList();
    } catch (IllegalArgumentException e) {
      return page(400, id, "deal.say.problem", signed);
    }
    if (!said.isEmpty()) {
      deals.say(said, null);
    }
    return Pages.goTo("/deals/" + id + "#statements");
  }

  private Response page(int status, UUID id, String problem, Signed signed) {
    Viewer viewer = signed.viewer();
    Deal deal = access.deal(viewer, id).orElseThrow(NotFoundException::new);
    Sight sight = access.sight(viewer);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("deal", line(deal, viewer));
    model.put("problem", problem);
    model.put("statements", deals.statements(id, sight).stream().map(DealPages::line).toList());
    model.put("contacts", contacts.ofDeal(id, sight).stream().map(DealPages::line).toList());
    model.put("checklist", contacts.best(id, sight));
    model.put("reviews", proposals.ofDeal(id, sight).stream().map(DealPages::line).toList());
    return signed.page(status, pages, "deal", "/deals/" + id, model);
  }

  /** A review. */
  @GET
  @Path("{deal}/reviews/{id}")
  public Response review(
      @PathParam("deal") UUID dealId, @PathParam("id") UUID id, @BeanParam Signed signed) {
    StoredReview review =
        access
            .review(signed.viewer(), id, "page")
            .filter(found -> found.deal().equals(dealId))
            .orElseThrow(NotFoundException::new);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("back", "/deals/" + dealId);
    model.put("api", "/api/v1/reviews");
    String path = "/deals/" + dealId + "/reviews/" + review.id();
    model.put("task", tasks.form(signed.viewer(), review.owner(), path));
    return signed.page(pages, "review", path, model);
  }

  private static UUID id(Creation creation) {
    return switch (creation) {
      case Creation.New(UUID id) -> id;
      case Creation.Earlier(UUID id) -> id;
      case Creation.KeyTaken() -> throw new IllegalStateException("no key was given");
    };
  }

  private static Map<String, Object> line(Deal deal, Viewer viewer) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", deal.id().toString());
    line.put("title", deal.title());
    line.put("customer", deal.customerName());
    line.put("industry", deal.industry());
    line.put("product", deal.product());
    line.put("stage", deal.stage().id());
    line.put("mine", deal.owner().equals(viewer.id()));
    line.put("owner", deal.ownerName());
    line.put("outcome", deal.outcome().id());
    line.put("firstContact", deal.firstContact() == null ? "" : deal.firstContact().toString());
    line.put("firstQuote", deal.firstQuote() == null ? "" : deal.firstQuote().toString());
    return line;
  }

  private static Map<String, Object> line(Statement statement) {
    return Map.of("text", statement.text(), "source", statement.source().id());
  }

  private static Map<String, Object> line(Contact contact) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", contact.id().toString());
    line.put("kind", contact.kind().id());
    line.put("people", contact.people());
    line.put("held", contact.held().toString());
    line.put("author", contact.authorName());
    line.put("score", contact.score() == null ? "" : contact.score().toString());
    line.put("machine", contact.machineScore() == null ? "" : contact.machineScore().toString());
    boolean taken = Boolean.FALSE.equals(contact.aside()); // a person said that it counts
    line.put("aside", Boolean.TRUE.equals(contact.aside()));
    line.put("filler", !taken && Boolean.TRUE.equals(contact.filler()));
    line.put("copy", !taken && contact.copyOf() != null);
    return line;
  }

  private static Map<String, Object> line(StoredReview review) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", review.id().toString());
    line.put("proposal", review.proposal().toString());
    line.put("title", review.title());
    line.put("version", review.version());
    line.put("fileName", review.fileName());
    line.put("state", review.state().id());
    line.put("refusal", review.refusal() == null ? "" : review.refusal());
    line.put("gold", review.gold() == null ? "" : review.gold().toString());
    line.put("machine", review.machineGold() == null ? "" : review.machineGold().toString());
    line.put("handedIn", review.handedIn().toString());
    return line;
  }
}
