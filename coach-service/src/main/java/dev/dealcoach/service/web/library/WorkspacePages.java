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
import dev.dealcoach.service.web.ReaderLanguage;
import dev.dealcoach.service.web.account.Gate;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
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
      @QueryParam("done") @DefaultValue("") String done,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Language language = ReaderLanguage.of(uri, headers);
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
    return page(200, "workspace", "/workspace", viewer, model, uri, language);
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
  public Response fresh(
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Language language = ReaderLanguage.of(uri, headers);
    return page(
        200,
        "draft",
        "/workspace/new",
        Gate.viewer(request),
        sheet.fresh("", language),
        uri,
        language);
  }

  /** Keeps a new draft. */
  @POST
  @Path("new")
  @Consumes(FORM)
  public Response draft(
      MultivaluedMap<String, String> form,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Language language = ReaderLanguage.of(uri, headers);
    Content content = read(form, "");
    if (content == null || content.fault() != null) {
      return page(
          422,
          "draft",
          "/workspace/new",
          viewer,
          sheet.fresh("workspace.refused.unfit", language),
          uri,
          language);
    }
    UUID id = curation.draft(content, viewer.id());
    access.note(viewer, Act.CREATED, "example", id, "draft");
    return Response.seeOther(URI.create("/workspace/examples/" + id + "?done=drafted")).build();
  }

  /** One example with all that can be done with it. */
  @GET
  @Path("examples/{id}")
  public Response example(
      @PathParam("id") UUID id,
      @QueryParam("from") @Nullable Integer from,
      @QueryParam("to") @Nullable Integer to,
      @QueryParam("done") @DefaultValue("") String done,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return example(200, id, from, to, done, "", null, request, uri, headers);
  }

  private Response example(
      int status,
      UUID id,
      @Nullable Integer from,
      @Nullable Integer to,
      String done,
      String problem,
      @Nullable Content typed,
      ContainerRequestContext request,
      UriInfo uri,
      HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Language language = ReaderLanguage.of(uri, headers);
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
    return page(status, "draft", "/workspace/examples/" + id, viewer, model, uri, language);
  }

  /** Keeps a new version, and hands it on if that was asked for. */
  @POST
  @Path("examples/{id}")
  @Consumes(FORM)
  public Response edit(
      @PathParam("id") UUID id,
      MultivaluedMap<String, String> form,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
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
    return answer(outcome, id, done, content, viewer, request, uri, headers);
  }

  /** Shows it to everybody. */
  @POST
  @Path("examples/{id}/approve")
  @Consumes(FORM)
  public Response approve(
      @PathParam("id") UUID id,
      MultivaluedMap<String, String> form,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    LocalDate day;
    try {
      String typed = text(form, "reviewBy");
      day = typed.isEmpty() ? null : LocalDate.parse(typed);
    } catch (DateTimeException e) {
      return answer(Outcome.UNFIT, id, "", null, viewer, request, uri, headers);
    }
    return answer(
        curation.approve(id, latest(form), day, viewer.id()),
        id,
        "approved",
        null,
        viewer,
        request,
        uri,
        headers);
  }

  /** Gives it back. */
  @POST
  @Path("examples/{id}/send-back")
  @Consumes(FORM)
  public Response sendBack(
      @PathParam("id") UUID id,
      MultivaluedMap<String, String> form,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    return answer(
        curation.sendBack(id, latest(form), text(form, "reason"), viewer.id()),
        id,
        "sent-back",
        null,
        viewer,
        request,
        uri,
        headers);
  }

  /** Takes it out of sight. */
  @POST
  @Path("examples/{id}/retire")
  @Consumes(FORM)
  public Response retire(
      @PathParam("id") UUID id,
      MultivaluedMap<String, String> form,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    return answer(
        curation.retire(id, latest(form), text(form, "reason"), viewer.id()),
        id,
        "retired",
        null,
        viewer,
        request,
        uri,
        headers);
  }

  /** Takes a retired one up again. */
  @POST
  @Path("examples/{id}/reopen")
  @Consumes(FORM)
  public Response reopen(
      @PathParam("id") UUID id,
      MultivaluedMap<String, String> form,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    return answer(
        curation.reopen(id, latest(form), viewer.id()),
        id,
        "reopened",
        null,
        viewer,
        request,
        uri,
        headers);
  }

  /** Approves all that wait and that others wrote. */
  @POST
  @Path("approve-all")
  @Consumes(FORM)
  public Response approveAll(
      @FormParam("sure") @DefaultValue("") String sure, @Context ContainerRequestContext request) {
    if (!sure.equals("true")) {
      throw new BadRequestException();
    }
    Viewer viewer = Gate.viewer(request);
    int count = curation.approveAll(viewer.id());
    access.note(viewer, Act.CHANGED, "examples", "waiting", "approved " + count);
    return Response.seeOther(URI.create("/workspace?done=approved")).build();
  }

  private Response answer(
      Outcome outcome,
      UUID id,
      String done,
      @Nullable Content typed,
      Viewer viewer,
      ContainerRequestContext request,
      UriInfo uri,
      HttpHeaders headers) {
    return switch (outcome) {
      case DONE -> {
        access.note(viewer, Act.CHANGED, "example", id, done);
        yield Response.seeOther(URI.create("/workspace/examples/" + id + "?done=" + done)).build();
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
              request,
              uri,
              headers);
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

  private Response page(
      int status,
      String name,
      String path,
      Viewer viewer,
      Map<String, Object> model,
      UriInfo uri,
      Language language) {
    return Signed.page(status, pages, name, path, language, viewer, model, uri);
  }
}
