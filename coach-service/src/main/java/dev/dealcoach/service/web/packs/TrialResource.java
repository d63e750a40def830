package dev.dealcoach.service.web.packs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.pack.Difference;
import dev.dealcoach.service.pack.PackDesk.Outcome;
import dev.dealcoach.service.pack.PackStore;
import dev.dealcoach.service.pack.Trial;
import dev.dealcoach.service.pack.TrialDesk;
import dev.dealcoach.service.pack.TrialItem;
import dev.dealcoach.service.pack.TrialStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dry runs of rule packs. */
@Path("/api/v1/packs/{id}/trials")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.TRAINER})
public final class TrialResource {
  private final PackStore packs;
  private final TrialStore trials;
  private final TrialDesk desk;
  private final Access access;
  private final Messages messages;

  public TrialResource(
      PackStore packs, TrialStore trials, TrialDesk desk, Access access, Messages messages) {
    this.packs = packs;
    this.trials = trials;
    this.desk = desk;
    this.access = access;
    this.messages = messages;
  }

  /**
   * What to try a pack on.
   *
   * @param reviews how many of the newest, 0 to 500
   * @param summaries how many of the newest, 0 to 500
   * @param industry id of the only one to take; null or empty for all
   */
  public record NewBody(
      @JsonProperty int reviews,
      @JsonProperty int summaries,
      @JsonProperty @Nullable String industry) {}

  /**
   * A dry run.
   *
   * @param state {@code running}, {@code done} or {@code stopped}
   * @param revision of the pack that is tried
   * @param changed how many would get another result
   * @param items that would; null in a list
   */
  public record TrialBody(
      UUID id,
      String state,
      int revision,
      int total,
      int done,
      int failed,
      int changed,
      @Nullable List<ItemBody> items) {}

  /**
   * What would change for one.
   *
   * @param kind {@code review} or {@code summary}
   * @param scores all of them
   * @param added rules, or items of the checklist, that would be found more often
   * @param removed those that would be found less often
   */
  public record ItemBody(
      int place,
      String kind,
      List<Difference.Score> scores,
      List<String> added,
      List<String> removed) {}

  /** Begins a dry run. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response begin(
      @PathParam("id") UUID id, @Nullable NewBody body, @BeanParam Signed signed) {
    if (body == null) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    TrialDesk.Begun begun =
        desk.begin(
            id,
            body.reviews(),
            body.summaries(),
            Objects.requireNonNullElse(body.industry(), ""),
            viewer.id());
    if (begun.outcome() == Outcome.NOT_THERE) {
      throw new NotFoundException();
    }
    if (begun.trial().isEmpty()) {
      int status = begun.outcome() == Outcome.CONFLICT ? 409 : 422;
      String name =
          begun.outcome() == Outcome.UNFIT
              ? TrialPages.NOTHING
              : PackWording.refused(begun.outcome());
      return Problem.of(name, status, messages, signed.language()).response();
    }
    UUID trial = begun.trial().get();
    access.note(viewer, Act.CREATED, "pack-trial", trial, "");
    return Response.created(URI.create("/api/v1/packs/" + id + "/trials/" + trial))
        .entity(body(trials.find(trial).orElseThrow(), null))
        .build();
  }

  /** The dry runs of a pack, the newest first. */
  @GET
  public List<TrialBody> all(@PathParam("id") UUID id) {
    if (packs.find(id).isEmpty()) {
      throw new NotFoundException();
    }
    return trials.of(id).stream().map(each -> body(each, null)).toList();
  }

  /** One dry run, with rule ids and scores; passages are on its page only. */
  @GET
  @Path("{trial}")
  public TrialBody trial(
      @PathParam("id") UUID id, @PathParam("trial") UUID trial, @BeanParam Signed signed) {
    Trial found =
        trials
            .find(trial)
            .filter(each -> each.pack().equals(id))
            .orElseThrow(NotFoundException::new);
    access.note(signed.viewer(), Act.READ, "pack-trial", trial, "");
    return body(found, trials.items(trial));
  }

  private static TrialBody body(Trial trial, @Nullable List<TrialItem> items) {
    return new TrialBody(
        trial.id(),
        trial.state().id(),
        trial.revision(),
        trial.total(),
        trial.done(),
        trial.failed(),
        trial.changed(),
        items == null
            ? null
            : items.stream()
                .filter(each -> each.difference() != null && each.difference().any())
                .map(TrialResource::item)
                .toList());
  }

  private static ItemBody item(TrialItem item) {
    Difference difference = Objects.requireNonNull(item.difference());
    return new ItemBody(
        item.place(),
        item.review() == null ? "summary" : "review",
        difference.scores(),
        difference.added().stream().map(Difference.Passage::rule).toList(),
        difference.removed().stream().map(Difference.Passage::rule).toList());
  }
}
