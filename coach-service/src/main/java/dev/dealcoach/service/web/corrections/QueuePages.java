package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.correction.Candidate;
import dev.dealcoach.service.correction.Corrections.Why;
import dev.dealcoach.service.correction.Queue;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.corrections.CorrectionBodies.BlindBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.QueueLine;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The pages of what waits for a manager, and of judging without the machine's word. */
@Path("/queue")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.MANAGER)
public final class QueuePages {
  /** How many of a kind stand on the page; the next come when these are done. */
  private static final int MOST = 50;

  private final Desk desk;
  private final DisputeDesk disputes;
  private final Judging judging;
  private final Works works;
  private final Access access;
  private final Pages pages;

  QueuePages(
      Desk desk, DisputeDesk disputes, Judging judging, Works works, Access access, Pages pages) {
    this.desk = desk;
    this.disputes = disputes;
    this.judging = judging;
    this.works = works;
    this.access = access;
    this.pages = pages;
  }

  /** Where work is judged blind. */
  static String blind(Subject.Kind kind, UUID id) {
    return "/queue/" + kind.id() + "s/" + id;
  }

  /** What waits. */
  @GET
  public Response queue(@BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Queue queue = desk.queue(viewer);
    Map<String, Object> model = new LinkedHashMap<>();
    List<?> disputed = disputes.open(viewer).stream().map(DisputePages::line).toList();
    model.put("disputed", disputed);
    Map<String, Object> lists = new LinkedHashMap<>();
    lists.put("flagged", lines(queue.flagged(), false));
    lists.put("red", lines(queue.red(), false));
    lists.put("sampled", lines(queue.sampled(), true));
    model.put("lists", lists);
    model.put("count", queue.size() + disputed.size());
    model.put("most", MOST);
    model.put("days", Desk.BACK.toDays());
    model.put("red", BigDecimal.valueOf(desk.red()).stripTrailingZeros().toPlainString());
    return signed.page(pages, "queue", "/queue", model);
  }

  private static Map<String, Object> lines(List<Candidate> all, boolean blind) {
    return Map.of(
        "count",
        all.size(),
        "lines",
        all.stream()
            .limit(MOST)
            .map(each -> QueueLine.of(each, blind))
            .map(
                each ->
                    Map.of(
                        "link", each.link(),
                        "kind", each.kind(),
                        "name", each.name(),
                        "rep", each.rep(),
                        "at", each.at(),
                        "score", each.score() == null ? "" : each.score().toString(),
                        "flags",
                            each.flags().stream()
                                .map(flag -> flag.toLowerCase(java.util.Locale.ROOT))
                                .map(flag -> flag.replace('_', '-'))
                                .toList()))
            .toList());
  }

  /** The words of a contact's summary, to be judged blind. */
  @GET
  @Path("contacts/{id}")
  public Response contact(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return page(200, contact(signed.viewer(), id), "", Map.of(), signed);
  }

  /** The words of a proposal, to be judged blind. */
  @GET
  @Path("reviews/{id}")
  public Response review(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return page(200, review(signed.viewer(), id), "", Map.of(), signed);
  }

  /** Keeps what was said of a contact, and shows both words. */
  @POST
  @Path("contacts/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sayContact(
      @PathParam("id") UUID id, MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    return say(contact(signed.viewer(), id), form, signed);
  }

  /** Keeps what was said of a proposal, and shows both words. */
  @POST
  @Path("reviews/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sayReview(
      @PathParam("id") UUID id, MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    return say(review(signed.viewer(), id), form, signed);
  }

  private Subject contact(Viewer viewer, UUID id) {
    return Subject.of(access.contact(viewer, id, "blind").orElseThrow(NotFoundException::new));
  }

  private Subject review(Viewer viewer, UUID id) {
    return Subject.of(access.review(viewer, id, "blind").orElseThrow(NotFoundException::new));
  }

  private Response say(Subject subject, MultivaluedMap<String, String> form, Signed signed) {
    Map<String, String> values = new LinkedHashMap<>();
    form.forEach((name, given) -> values.put(name, given.getFirst()));
    Why why = judging.blind(signed.viewer(), subject, values);
    return why == null
        ? Pages.goTo(subject.link())
        : page(Refusals.status(why), subject, "problem." + Refusals.name(why), values, signed);
  }

  private Response page(
      int status, Subject subject, String problem, Map<String, String> values, Signed signed) {
    BlindBody body = works.blind(subject);
    if (body == null) {
      throw new NotFoundException();
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("problem", problem);
    model.put("may", judging.mayBlind(signed.viewer(), subject));
    model.put("kind", body.kind());
    model.put("name", subject.name());
    model.put("link", subject.link());
    model.put("here", blind(subject.kind(), subject.id()));
    model.put("text", body.text());
    model.put("statements", body.statements());
    model.put("items", body.items());
    model.put("values", values);
    return signed.page(status, pages, "blind", blind(subject.kind(), subject.id()), model);
  }
}
