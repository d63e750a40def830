package dev.dealcoach.service.web.packs;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.pack.Difference;
import dev.dealcoach.service.pack.PackStore;
import dev.dealcoach.service.pack.StoredPack;
import dev.dealcoach.service.pack.Trial;
import dev.dealcoach.service.pack.TrialDesk;
import dev.dealcoach.service.pack.TrialItem;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Dry runs: what a pack would change on past work. Names are masked, each view is in the log. */
@Path("/workspace/packs/{id}/trials")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.TRAINER})
public final class TrialPages {
  /** There is nothing to try the pack on. */
  static final String NOTHING = "pack-nothing";

  private final PackStore packs;
  private final TrialStore trials;
  private final TrialDesk desk;
  private final PackWording wording;
  private final Access access;
  private final Pages pages;

  public TrialPages(
      PackStore packs,
      TrialStore trials,
      TrialDesk desk,
      PackWording wording,
      Access access,
      Pages pages) {
    this.packs = packs;
    this.trials = trials;
    this.desk = desk;
    this.wording = wording;
    this.access = access;
    this.pages = pages;
  }

  /** Begins a dry run. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(
      @PathParam("id") UUID id,
      @FormParam("reviews") @DefaultValue("0") int reviews,
      @FormParam("summaries") @DefaultValue("0") int summaries,
      @FormParam("industry") @DefaultValue("") String industry,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    TrialDesk.Begun begun = desk.begin(id, reviews, summaries, industry, viewer.id());
    String then =
        switch (begun.outcome()) {
          case DONE -> {
            UUID trial = begun.trial().orElseThrow();
            access.note(viewer, Act.CREATED, "pack-trial", trial, "");
            yield "/trials/" + trial;
          }
          case NOT_THERE -> throw new NotFoundException();
          case UNFIT -> "?refused=" + NOTHING;
          default -> "?refused=" + PackWording.refused(begun.outcome());
        };
    return Pages.goTo(PackPages.HERE + "/" + id + then);
  }

  /** How far it has come, and what would change. */
  @GET
  @Path("{trial}")
  public Response trial(
      @PathParam("id") UUID id, @PathParam("trial") UUID trial, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    Trial found = found(id, trial);
    StoredPack pack = packs.find(id).orElseThrow(NotFoundException::new);
    List<TrialItem> items = trials.items(trial);
    access.note(viewer, Act.READ, "pack-trial", trial, "");
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("pack", wording.line(pack, language));
    model.put("id", trial.toString());
    model.put("state", found.state().id());
    model.put("revision", found.revision());
    model.put("edited", found.revision() != pack.revision());
    model.put("total", found.total());
    model.put("done", found.done());
    model.put("failed", found.failed());
    model.put("changed", found.changed());
    model.put("percent", found.total() == 0 ? 100 : 100 * found.done() / found.total());
    model.put(
        "industry", found.industry().isEmpty() ? "" : wording.industry(found.industry(), language));
    model.put("rules", rules(items));
    model.put(
        "items",
        items.stream()
            .filter(
                each ->
                    each.state() == TrialItem.State.FAILED
                        || (each.difference() != null && each.difference().any()))
            .map(each -> line(each, language))
            .toList());
    return signed.page(pages, "trial", path(id, trial), model);
  }

  private Trial found(UUID pack, UUID trial) {
    return trials
        .find(trial)
        .filter(each -> each.pack().equals(pack))
        .orElseThrow(NotFoundException::new);
  }

  /** How often each rule would be found more or less often. */
  private List<Map<String, Object>> rules(List<TrialItem> items) {
    Map<String, int[]> counts = new TreeMap<>();
    for (TrialItem item : items) {
      if (item.difference() != null) {
        item.difference()
            .added()
            .forEach(each -> counts.computeIfAbsent(each.rule(), _ -> new int[2])[0]++);
        item.difference()
            .removed()
            .forEach(each -> counts.computeIfAbsent(each.rule(), _ -> new int[2])[1]++);
      }
    }
    return counts.entrySet().stream()
        .map(
            each -> {
              Map<String, Object> line = new LinkedHashMap<>();
              line.put("rule", each.getKey());
              line.put("added", each.getValue()[0]);
              line.put("removed", each.getValue()[1]);
              return line;
            })
        .toList();
  }

  private Map<String, Object> line(TrialItem item, Language language) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("place", item.place());
    line.put("kind", item.review() == null ? "summary" : "review");
    line.put("industry", wording.industry(item.industry(), language));
    line.put("at", item.at().toString());
    line.put("state", item.state().id());
    Difference difference = item.difference();
    line.put("added", difference == null ? 0 : difference.added().size());
    line.put("removed", difference == null ? 0 : difference.removed().size());
    line.put(
        "scores",
        difference == null
            ? List.of()
            : difference.scores().stream()
                .filter(Difference.Score::changes)
                .map(each -> score(each, language))
                .toList());
    return line;
  }

  private Map<String, Object> score(Difference.Score score, Language language) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", wording.named("packs.score.", score.id(), language));
    line.put("before", value(score.before(), language));
    line.put("after", value(score.after(), language));
    line.put("changes", score.changes());
    return line;
  }

  private String value(@org.jspecify.annotations.Nullable String value, Language language) {
    return wording.named("packs.value.", Objects.requireNonNullElse(value, "none"), language);
  }

  /** What would change for one proposal or summary. */
  @GET
  @Path("{trial}/items/{place}")
  public Response item(
      @PathParam("id") UUID id,
      @PathParam("trial") UUID trial,
      @PathParam("place") int place,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    found(id, trial);
    TrialItem item =
        trials.items(trial).stream()
            .filter(each -> each.place() == place)
            .findFirst()
            .orElseThrow(NotFoundException::new);
    UUID subject = item.review() == null ? item.summary() : item.review();
    access.note(viewer, Act.READ, item.review() == null ? "summary" : "review", subject, "dry run");
    Map<String, Object> model = line(item, language);
    Difference difference = item.difference();
    model.put("pack", id.toString());
    model.put("trial", trial.toString());
    model.put(
        "all",
        difference == null
            ? List.of()
            : difference.scores().stream().map(each -> score(each, language)).toList());
    model.put("news", difference == null ? List.of() : passages(difference.added()));
    model.put("gone", difference == null ? List.of() : passages(difference.removed()));
    return signed.page(pages, "trial-item", path(id, trial) + "/items/" + place, model);
  }

  private static List<Map<String, Object>> passages(List<Difference.Passage> passages) {
    return passages.stream()
        .map(
            each -> {
              Map<String, Object> line = new LinkedHashMap<>();
              line.put("rule", each.rule());
              line.put("severity", each.severity());
              line.put("text", each.text());
              return line;
            })
        .toList();
  }

  /** Stops it. */
  @POST
  @Path("{trial}/stop")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response stop(
      @PathParam("id") UUID id, @PathParam("trial") UUID trial, @BeanParam Signed signed) {
    found(id, trial);
    if (desk.stop(trial)) {
      access.note(signed.viewer(), Act.CHANGED, "pack-trial", trial, "stopped");
    }
    return Pages.goTo(path(id, trial));
  }

  private static String path(UUID pack, UUID trial) {
    return PackPages.HERE + "/" + pack + "/trials/" + trial;
  }
}
