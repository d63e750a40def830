package dev.dealcoach.service.web.library;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.library.Content;
import dev.dealcoach.service.library.Curation;
import dev.dealcoach.service.library.Curation.Outcome;
import dev.dealcoach.service.library.LibraryExample;
import dev.dealcoach.service.library.LibraryState;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
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
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The trainers' workspace: what waits for them, and what they do with one example. */
@Path("/workspace")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.TRAINER})
public final class WorkspacePages {
  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

  /** So early a trainer is told that an example should be looked at again. */
  private static final int AHEAD_DAYS = 30;

  private final LibraryStore library;
  private final Curation curation;
  private final ExampleSheet sheet;
  private final LibraryWording wording;
  private final Access access;
  private final Pages pages;
  private final InstantSource clock;

  public WorkspacePages(
      LibraryStore library,
      Curation curation,
      ExampleSheet sheet,
      LibraryWording wording,
      Access access,
      Pages pages,
      InstantSource clock) {
    this.library = library;
    this.curation = curation;
    this.sheet = sheet;
    this.wording = wording;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /** What waits for a trainer. */
  @GET
  public Response workspace(
      @QueryParam("done") @DefaultValue("") String done, @BeanParam Signed signed) {
    Language language = signed.language();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("done", done);
    Map<String, Object> lists = new LinkedHashMap<>();
    for (LibraryState state :
        List.of(LibraryState.WAITING, LibraryState.NOMINATED, LibraryState.DRAFT)) {
      lists.put(state.id(), library.in(state).stream().map(each -> line(each, language)).toList());
    }
    LocalDate until = ExampleResource.today(clock).plusDays(AHEAD_DAYS);
    lists.put(
        "due",
        library.in(LibraryState.APPROVED).stream()
            .filter(each -> each.reviewBy() != null && !each.reviewBy().isAfter(until))
            .map(each -> line(each, language))
            .toList());
    lists.put(
        "retired",
        library.in(LibraryState.RETIRED).stream().map(each -> line(each, language)).toList());
    model.put("lists", lists);
    model.put("approved", library.states().get(LibraryState.APPROVED));
    return signed.page(pages, "workspace", "/workspace", model);
  }

  private Map<String, Object> line(LibraryExample example, Language language) {
    Content content = example.content();
    String text = content.text().replaceAll("\\s+", " ");
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", example.id().toString());
    line.put("text", text.length() <= 90 ? text : text.substring(0, 90) + "…");
    line.put(
        "industry",
        content.industry().isEmpty() ? "" : wording.industry(content.industry(), language));
    line.put("seller", content.seller());
    line.put("touched", example.touched().toString());
    line.put("reviewBy", example.reviewBy() == null ? "" : example.reviewBy().toString());
    return line;
  }

  /** An empty draft. */
  @GET
  @Path("new")
  public Response fresh(@BeanParam Signed signed) {
    return fresh(200, "", signed);
  }

  private Response fresh(int status, String problem, Signed signed) {
    return signed.page(
        status, pages, "draft", "/workspace/new", sheet.fresh(problem, signed.language()));
  }

  /** Keeps a new draft. */
  @POST
  @Path("new")
  @Consumes(FORM)
  public Response draft(MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    Content content = read(form, "");
    if (content == null || content.fault() != null) {
      return fresh(422, "workspace.refused.unfit", signed);
    }
    Viewer viewer = signed.viewer();
    UUID id = curation.draft(content, viewer.id());
    access.note(viewer, Act.CREATED, "example", id, "draft");
    return Pages.goTo("/workspace/examples/" + id + "?done=drafted");
  }

  /** One example with all that can be done with it. */
  @GET
  @Path("examples/{id}")
  public Response example(
      @PathParam("id") UUID id,
      @QueryParam("from") @Nullable Integer from,
      @QueryParam("to") @Nullable Integer to,
      @QueryParam("done") @DefaultValue("") String done,
      @BeanParam Signed signed) {
    return example(200, id, from, to, done, "", null, signed);
  }

  private Response example(
      int status,
      UUID id,
      @Nullable Integer from,
      @Nullable Integer to,
      String done,
      String problem,
      @Nullable Content typed,
      Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    LibraryExample example = library.find(id).orElseThrow(NotFoundException::new);
    if (!example.link().isEmpty()) {
      access.note(viewer, Act.READ, "nomination", id, "");
    }
    Map<String, Object> model = sheet.of(example, viewer.id(), from, to, language);
    if (typed != null) {
      sheet.typed(model, typed, language); // nothing that somebody wrote is lost
    }
    model.put("done", done);
    model.put("problem", problem);
    return signed.page(status, pages, "draft", "/workspace/examples/" + id, model);
  }

  /** Keeps a new version, and hands it on if that was asked for. */
  @POST
  @Path("examples/{id}")
  @Consumes(FORM)
  public Response edit(
      @PathParam("id") UUID id, MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    LibraryExample known = library.find(id).orElseThrow(NotFoundException::new);
    Content content = read(form, known.content().customer());
    Outcome outcome =
        content == null ? Outcome.UNFIT : curation.edit(id, latest(form), content, viewer.id());
    String done = "drafted";
    if (outcome == Outcome.DONE && "submit".equals(form.getFirst("then"))) {
      int latest = library.find(id).orElseThrow(NotFoundException::new).latest();
      outcome = curation.submit(id, latest, "true".equals(form.getFirst("confirmed")), viewer.id());
      done = "submitted";
    }
    return answer(outcome, id, done, content, signed);
  }

  /** Shows it to everybody. */
  @POST
  @Path("examples/{id}/approve")
  @Consumes(FORM)
  public Response approve(
      @PathParam("id") UUID id, MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    LocalDate day;
    try {
      String typed = text(form, "reviewBy");
      day = typed.isEmpty() ? null : LocalDate.parse(typed);
    } catch (DateTimeException e) {
      return answer(Outcome.UNFIT, id, "", null, signed);
    }
    return answer(
        curation.approve(id, latest(form), day, signed.viewer().id()),
        id,
        "approved",
        null,
        signed);
  }

  /** Gives it back. */
  @POST
  @Path("examples/{id}/send-back")
  @Consumes(FORM)
  public Response sendBack(
      @PathParam("id") UUID id, MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    return answer(
        curation.sendBack(id, latest(form), text(form, "reason"), signed.viewer().id()),
        id,
        "sent-back",
        null,
        signed);
  }

  /** Takes it out of sight. */
  @POST
  @Path("examples/{id}/retire")
  @Consumes(FORM)
  public Response retire(
      @PathParam("id") UUID id, MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    return answer(
        curation.retire(id, latest(form), text(form, "reason"), signed.viewer().id()),
        id,
        "retired",
        null,
        signed);
  }

  /** Takes a retired one up again. */
  @POST
  @Path("examples/{id}/reopen")
  @Consumes(FORM)
  public Response reopen(
      @PathParam("id") UUID id, MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    return answer(
        curation.reopen(id, latest(form), signed.viewer().id()), id, "reopened", null, signed);
  }

  /** Approves all that wait and that others wrote. */
  @POST
  @Path("approve-all")
  @Consumes(FORM)
  public Response approveAll(
      @FormParam("sure") @DefaultValue("") String sure, @BeanParam Signed signed) {
    if (!sure.equals("true")) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    int count = curation.approveAll(viewer.id());
    access.note(viewer, Act.CHANGED, "examples", "waiting", "approved " + count);
    return Pages.goTo("/workspace?done=approved");
  }

  private Response answer(
      Outcome outcome, UUID id, String done, @Nullable Content typed, Signed signed) {
    return switch (outcome) {
      case DONE -> {
        access.note(signed.viewer(), Act.CHANGED, "example", id, done);
        yield Pages.goTo("/workspace/examples/" + id + "?done=" + done);
      }
      case NOT_THERE -> throw new NotFoundException();
      case CONFLICT, SAME_PERSON, UNFIT, UNCONFIRMED, NO_REASON ->
          example(
              422,
              id,
              null,
              null,
              "",
              "workspace.refused."
                  + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
              typed,
              signed);
    };
  }

  private static int latest(MultivaluedMap<String, String> form) {
    String typed = text(form, "latest");
    return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
  }

  private static String text(MultivaluedMap<String, String> form, String name) {
    return Objects.requireNonNullElse(form.getFirst(name), "").strip();
  }

  /** What stands in the form; null if a number or day cannot be read. */
  private static @Nullable Content read(MultivaluedMap<String, String> form, String customer) {
    String rank = text(form, "rank");
    String day = text(form, "day");
    String passage = text(form, "text").replace("\r\n", "\n");
    if (!rank.isEmpty() && !rank.matches("[1-9]\\d{0,5}")) {
      return null;
    }
    try {
      return new Content(
          passage,
          Language.of(passage),
          text(form, "why").replace("\r\n", "\n"),
          text(form, "industry"),
          text(form, "product"),
          text(form, "stage"),
          Objects.requireNonNullElse(form.get("shows"), List.of()),
          Objects.requireNonNullElse(form.get("tags"), List.of()),
          text(form, "seller"),
          rank.isEmpty() ? null : Integer.valueOf(rank),
          day.isEmpty() ? null : LocalDate.parse(day),
          text(form, "outcome"),
          customer);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
