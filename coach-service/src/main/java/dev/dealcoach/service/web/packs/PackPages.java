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
import dev.dealcoach.service.web.account.Signed;
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
import jakarta.ws.rs.core.Response;
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
  public Response all(@QueryParam("done") @DefaultValue("") String done, @BeanParam Signed signed) {
    return list(200, done, "", signed);
  }

  private Response list(int status, String done, String problem, Signed signed) {
    Language language = signed.language();
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
    return signed.page(status, pages, "packs", HERE, model);
  }

  /** Makes a copy. */
  @POST
  @Consumes(FORM)
  public Response copy(
      @FormParam("origin") @DefaultValue("") String origin,
      @FormParam("name") @DefaultValue("") String name,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    PackDesk.Copied copied;
    try {
      copied = desk.copy(UUID.fromString(origin), name, viewer.id());
    } catch (IllegalArgumentException e) {
      copied = new PackDesk.Copied(Outcome.UNFIT, null);
    }
    if (copied.outcome() != Outcome.DONE) {
      return list(422, "", PackWording.key(PackWording.refused(copied.outcome())), signed);
    }
    access.note(viewer, Act.CREATED, "pack", copied.copy(), "copy");
    return Pages.goTo(HERE + "/" + copied.copy() + "?done=pack-copied");
  }

  /** One pack with all that can be done with it. */
  @GET
  @Path("{id}")
  public Response pack(
      @PathParam("id") UUID id,
      @QueryParam("done") @DefaultValue("") String done,
      @QueryParam("refused") @DefaultValue("") String refused,
      @BeanParam Signed signed) {
    boolean known =
        refused.equals(TrialPages.NOTHING)
            || Arrays.stream(Outcome.values())
                .filter(each -> each != Outcome.DONE && each != Outcome.NOT_THERE)
                .map(PackWording::refused)
                .anyMatch(refused::equals);
    String problem = known ? PackWording.key(refused) : "";
    return pack(200, id, done, problem, signed);
  }

  private Response pack(int status, UUID id, String done, String problem, Signed signed) {
    Language language = signed.language();
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
    model.put("mayPublish", !desk.writers(id).contains(signed.viewer().id()));
    model.put("mayEnforce", pack.enforceable() && !desk.isInForce(pack));
    model.put(
        "mayRetire", pack.state() == PackState.PUBLISHED && !id.equals(packs.inForce().pack()));
    model.put("steps", packs.steps(id).stream().map(PackPages::step).toList());
    model.put("trials", trials.of(id).stream().map(PackPages::trial).toList());
    model.put("choices", wording.industries(language));
    model.put("done", done);
    model.put("problem", problem);
    return signed.page(status, pages, "pack", HERE + "/" + id, model);
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
      @BeanParam Signed signed) {
    Outcome outcome = desk.submit(id, revision, note, signed.viewer().id());
    return answer(outcome, id, "submitted", signed);
  }

  /** Gives it back. */
  @POST
  @Path("{id}/send-back")
  @Consumes(FORM)
  public Response sendBack(
      @PathParam("id") UUID id,
      @FormParam("revision") @DefaultValue("0") int revision,
      @FormParam("reason") @DefaultValue("") String reason,
      @BeanParam Signed signed) {
    Outcome outcome = desk.sendBack(id, revision, reason, signed.viewer().id());
    return answer(outcome, id, "sent-back", signed);
  }

  /** Publishes it. */
  @POST
  @Path("{id}/publish")
  @Consumes(FORM)
  public Response publish(
      @PathParam("id") UUID id,
      @FormParam("revision") @DefaultValue("0") int revision,
      @BeanParam Signed signed) {
    Outcome outcome = desk.publish(id, revision, signed.viewer().id());
    return answer(outcome, id, "published", signed);
  }

  /** Puts it in force again. */
  @POST
  @Path("{id}/enforce")
  @Consumes(FORM)
  public Response enforce(
      @PathParam("id") UUID id,
      @FormParam("reason") @DefaultValue("") String reason,
      @BeanParam Signed signed) {
    Outcome outcome = desk.enforce(id, reason, signed.viewer().id());
    return answer(outcome, id, "enforced", signed);
  }

  /** Sees to it that it does not come back. */
  @POST
  @Path("{id}/retire")
  @Consumes(FORM)
  public Response retire(
      @PathParam("id") UUID id,
      @FormParam("reason") @DefaultValue("") String reason,
      @BeanParam Signed signed) {
    Outcome outcome = desk.retire(id, reason, signed.viewer().id());
    return answer(outcome, id, "retired", signed);
  }

  /** Throws a draft away. */
  @POST
  @Path("{id}/discard")
  @Consumes(FORM)
  public Response discard(
      @PathParam("id") UUID id,
      @FormParam("revision") @DefaultValue("0") int revision,
      @BeanParam Signed signed) {
    Outcome outcome = desk.discard(id, revision);
    if (outcome != Outcome.DONE) {
      return answer(outcome, id, "", signed);
    }
    access.note(signed.viewer(), Act.REMOVED, "pack", id, "draft");
    return Pages.goTo(HERE + "?done=pack-discarded");
  }

  private Response answer(Outcome outcome, UUID id, String done, Signed signed) {
    if (outcome == Outcome.NOT_THERE) {
      throw new NotFoundException();
    }
    if (outcome != Outcome.DONE) {
      return pack(422, id, "", PackWording.key(PackWording.refused(outcome)), signed);
    }
    access.note(signed.viewer(), Act.CHANGED, "pack", id, done);
    return Pages.goTo(HERE + "/" + id + "?done=pack-" + done);
  }
}
