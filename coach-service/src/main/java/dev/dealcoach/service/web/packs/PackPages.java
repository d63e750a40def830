package dev.dealcoach.service.web.packs;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.pack.PackDesk;
import dev.dealcoach.service.pack.PackDesk.Outcome;
import dev.dealcoach.service.pack.PackInForce;
import dev.dealcoach.service.pack.PackState;
import dev.dealcoach.service.pack.PackStep;
import dev.dealcoach.service.pack.PackStore;
import dev.dealcoach.service.pack.StoredPack;
import dev.dealcoach.service.pack.Trial;
import dev.dealcoach.service.pack.TrialStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.ReaderLanguage;
import dev.dealcoach.service.web.account.Gate;
import dev.dealcoach.service.web.account.Signed;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Rule packs in the trainers' workspace: which there are, and what becomes of one. */
@Path("/workspace/packs")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.TRAINER})
public final class PackPages {
  static final String HERE = "/workspace/packs";
  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

  private final PackStore packs;
  private final TrialStore trials;
  private final PackDesk desk;
  private final PackInForce inForce;
  private final PackWording wording;
  private final Access access;
  private final Pages pages;

  public PackPages(
      PackStore packs,
      TrialStore trials,
      PackDesk desk,
      PackInForce inForce,
      PackWording wording,
      Access access,
      Pages pages) {
    this.packs = packs;
    this.trials = trials;
    this.desk = desk;
    this.inForce = inForce;
    this.wording = wording;
    this.access = access;
    this.pages = pages;
  }

  /** All packs. */
  @GET
  public Response all(
      @QueryParam("done") @DefaultValue("") String done,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return list(200, done, "", request, uri, headers);
  }

  private Response list(
      int status,
      String done,
      String problem,
      ContainerRequestContext request,
      UriInfo uri,
      HttpHeaders headers) {
    Language language = ReaderLanguage.of(uri, headers);
    List<Map<String, Object>> lines =
        packs.all().stream().map(each -> wording.line(each, language)).toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("done", done);
    model.put("problem", problem);
    model.put(
        "now", lines.stream().filter(each -> Boolean.TRUE.equals(each.get("inForce"))).toList());
    Map<String, Object> lists = new LinkedHashMap<>();
    for (PackState state :
        List.of(
            PackState.WAITING,
            PackState.DRAFT,
            PackState.PUBLISHED,
            PackState.SHIPPED,
            PackState.RETIRED)) {
      lists.put(
          state.id(), lines.stream().filter(each -> each.get("state").equals(state.id())).toList());
    }
    model.put("lists", lists);
    model.put("unusable", wording.problems(inForce.problems(), language));
    return Signed.page(status, pages, "packs", HERE, language, Gate.viewer(request), model, uri);
  }

  /** Makes a copy. */
  @POST
  @Consumes(FORM)
  public Response copy(
      @FormParam("origin") @DefaultValue("") String origin,
      @FormParam("name") @DefaultValue("") String name,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    PackDesk.Copied copied;
    try {
      copied = desk.copy(UUID.fromString(origin), name, viewer.id());
    } catch (IllegalArgumentException e) {
      copied = new PackDesk.Copied(Outcome.UNFIT, null);
    }
    if (copied.outcome() != Outcome.DONE) {
      return list(
          422, "", PackWording.key(PackWording.refused(copied.outcome())), request, uri, headers);
    }
    access.note(viewer, Act.CREATED, "pack", copied.copy(), "copy");
    return Response.seeOther(URI.create(HERE + "/" + copied.copy() + "?done=pack-copied")).build();
  }

  /** One pack with all that can be done with it. */
  @GET
  @Path("{id}")
  public Response pack(
      @PathParam("id") UUID id,
      @QueryParam("done") @DefaultValue("") String done,
      @QueryParam("refused") @DefaultValue("") String refused,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    boolean known =
        refused.equals(TrialPages.NOTHING)
            || Arrays.stream(Outcome.values())
                .filter(each -> each != Outcome.DONE && each != Outcome.NOT_THERE)
                .map(PackWording::refused)
                .anyMatch(refused::equals);
    String problem = known ? PackWording.key(refused) : "";
    return pack(200, id, done, problem, request, uri, headers);
  }

  private Response pack(
      int status,
      UUID id,
      String done,
      String problem,
      ContainerRequestContext request,
      UriInfo uri,
      HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Language language = ReaderLanguage.of(uri, headers);
    StoredPack pack = packs.find(id).orElseThrow(NotFoundException::new);
    Map<String, Object> model = new LinkedHashMap<>(wording.line(pack, language));
    Map<String, String> texts = packs.files(id).texts();
    Map<String, String> before = pack.origin() == null ? texts : packs.files(pack.origin()).texts();
    model.put(
        "origin",
        pack.origin() == null
            ? ""
            : packs.find(pack.origin()).map(each -> wording.name(each, language)).orElse(""));
    model.put("files", List.copyOf(texts.keySet()));
    model.put("changed", changed(before, texts));
    model.put("problems", wording.problems(desk.problems(id), language));
    model.put("mayPublish", !desk.writers(id).contains(viewer.id()));
    model.put("mayEnforce", pack.enforceable() && !desk.isInForce(pack));
    model.put(
        "mayRetire", pack.state() == PackState.PUBLISHED && !id.equals(packs.inForce().pack()));
    model.put("steps", packs.steps(id).stream().map(PackPages::step).toList());
    model.put("trials", trials.of(id).stream().map(PackPages::trial).toList());
    model.put("choices", wording.industries(language));
    model.put("done", done);
    model.put("problem", problem);
    return Signed.page(status, pages, "pack", HERE + "/" + id, language, viewer, model, uri);
  }

  /** The paths of files that are not the same. */
  static List<String> changed(Map<String, String> before, Map<String, String> after) {
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    paths.removeIf(path -> before.containsKey(path) && before.get(path).equals(after.get(path)));
    return List.copyOf(paths);
  }

  private static Map<String, Object> step(PackStep step) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("what", step.what().id());
    line.put("who", step.actorName());
    line.put("note", step.note());
    line.put("revision", step.revision());
    line.put("at", step.at().toString());
    return line;
  }

  private static Map<String, Object> trial(Trial trial) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", trial.id().toString());
    line.put("revision", trial.revision());
    line.put("state", trial.state().id());
    line.put("created", trial.created().toString());
    line.put("total", trial.total());
    line.put("done", trial.done());
    line.put("changed", trial.changed());
    return line;
  }

  /** Hands it to a second person. */
  @POST
  @Path("{id}/submit")
  @Consumes(FORM)
  public Response submit(
      @PathParam("id") UUID id,
      @FormParam("revision") @DefaultValue("0") int revision,
      @FormParam("note") @DefaultValue("") String note,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Outcome outcome = desk.submit(id, revision, note, Gate.viewer(request).id());
    return answer(outcome, id, "submitted", request, uri, headers);
  }

  /** Gives it back. */
  @POST
  @Path("{id}/send-back")
  @Consumes(FORM)
  public Response sendBack(
      @PathParam("id") UUID id,
      @FormParam("revision") @DefaultValue("0") int revision,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Outcome outcome = desk.sendBack(id, revision, reason, Gate.viewer(request).id());
    return answer(outcome, id, "sent-back", request, uri, headers);
  }

  /** Publishes it. */
  @POST
  @Path("{id}/publish")
  @Consumes(FORM)
  public Response publish(
      @PathParam("id") UUID id,
      @FormParam("revision") @DefaultValue("0") int revision,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Outcome outcome = desk.publish(id, revision, Gate.viewer(request).id());
    return answer(outcome, id, "published", request, uri, headers);
  }

  /** Puts it in force again. */
  @POST
  @Path("{id}/enforce")
  @Consumes(FORM)
  public Response enforce(
      @PathParam("id") UUID id,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Outcome outcome = desk.enforce(id, reason, Gate.viewer(request).id());
    return answer(outcome, id, "enforced", request, uri, headers);
  }

  /** Sees to it that it does not come back. */
  @POST
  @Path("{id}/retire")
  @Consumes(FORM)
  public Response retire(
      @PathParam("id") UUID id,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Outcome outcome = desk.retire(id, reason, Gate.viewer(request).id());
    return answer(outcome, id, "retired", request, uri, headers);
  }

  /** Throws a draft away. */
  @POST
  @Path("{id}/discard")
  @Consumes(FORM)
  public Response discard(
      @PathParam("id") UUID id,
      @FormParam("revision") @DefaultValue("0") int revision,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Outcome outcome = desk.discard(id, revision);
    if (outcome != Outcome.DONE) {
      return answer(outcome, id, "", request, uri, headers);
    }
    access.note(Gate.viewer(request), Act.REMOVED, "pack", id, "draft");
    return Response.seeOther(URI.create(HERE + "?done=pack-discarded")).build();
  }

  private Response answer(
      Outcome outcome,
      UUID id,
      String done,
      ContainerRequestContext request,
      UriInfo uri,
      HttpHeaders headers) {
    if (outcome == Outcome.NOT_THERE) {
      throw new NotFoundException();
    }
    if (outcome != Outcome.DONE) {
      return pack(
          422, id, "", PackWording.key(PackWording.refused(outcome)), request, uri, headers);
    }
    access.note(Gate.viewer(request), Act.CHANGED, "pack", id, done);
    return Response.seeOther(URI.create(HERE + "/" + id + "?done=pack-" + done)).build();
  }
}
