package dev.dealcoach.service.correction;

import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.correction.Correction.Kind;
import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people may say of scores: confirm, override, judge blind, dispute, decide. Whether somebody
 * sees the work is asked before. Thread-safe.
 */
public final class Corrections {
  private final CorrectionStore store;
  private final Deciders deciders;
  private final InstantSource clock;

  public Corrections(CorrectionStore store, Deciders deciders, InstantSource clock) {
    this.store = store;
    this.deciders = deciders;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /** It was kept, or was before under the same key. */
    record Done(Creation creation) implements Result {}

    /** It was not. */
    record Refused(Why why) implements Result {}
  }

  /** Why something is not kept. */
  public enum Why {
    /** The own work is judged by others. */
    OWN,
    /** There is no such item or value, or a text is missing or too long. */
    UNFIT,
    /** Something else would hold, and nobody would know why. */
    NO_REASON,
    /** The item is disputed; who may decides there. */
    DISPUTED,
    /** A dispute about the item was decided. */
    SETTLED,
    /** Something else holds now, or there is a newer version. */
    OVERTAKEN,
    /** The person has seen what the machine said. */
    SEEN
  }

  /**
   * Confirms or overrides what holds of an item.
   *
   * @param item its id
   * @param value what the person says
   * @param reason needed where something else holds afterwards
   */
  public Result judge(
      Viewer viewer,
      Subject subject,
      @Nullable String item,
      @Nullable String value,
      @Nullable String reason,
      @Nullable Once once) {
    if (viewer.id().equals(subject.author())) {
      return new Result.Refused(Why.OWN);
    }
    Held held = held(subject, item).orElse(null);
    String why = reason == null ? "" : reason.strip();
    if (held == null || unfit(held, value, why) || (bare(subject) && !value.equals(held.value()))) {
      return new Result.Refused(Why.UNFIT);
    }
    Optional<Dispute> dispute = dispute(subject, held.item());
    if (dispute.isPresent()) {
      return new Result.Refused(dispute.get().open() ? Why.DISPUTED : Why.SETTLED);
    }
    NewCorrection said =
        new NewCorrection(
            held,
            value.equals(held.machine()) ? Kind.CONFIRMED : Kind.OVERRIDDEN,
            value,
            why,
            viewer.id(),
            clock.instant());
    if (said.changes() && why.isEmpty()) {
      return new Result.Refused(Why.NO_REASON);
    }
    return kept(
        store.add(
            subject,
            List.of(said),
            said.changes()
                ? List.of(
                    Notice.of(
                        subject.author(),
                        Notice.SCORE_CORRECTED,
                        subject.link(),
                        detail(subject),
                        said.at()))
                : List.of(),
            once));
  }

  /**
   * Keeps what a person says of all items without having seen what the machine says.
   *
   * @param values by the items' ids
   */
  public Result blind(
      Viewer viewer, Subject subject, @Nullable Map<String, String> values, @Nullable Once once) {
    if (viewer.id().equals(subject.author())) {
      return new Result.Refused(Why.OWN);
    }
    if (!mayBlind(viewer, subject)) {
      return new Result.Refused(Why.SEEN);
    }
    List<NewCorrection> said = new ArrayList<>();
    Instant now = clock.instant();
    for (Held held : store.held(subject)) {
      if (held.item().blind()) {
        String value = values == null ? null : values.get(held.item().id());
        if (unfit(held, value, "")) {
          return new Result.Refused(Why.UNFIT);
        }
        said.add(new NewCorrection(held, Kind.BLIND, value, "", viewer.id(), now));
      }
    }
    return said.isEmpty()
        ? new Result.Refused(Why.UNFIT)
        : kept(store.add(subject, said, List.of(), once));
  }

  /** Whether this person can still judge without knowing what the machine said. */
  public boolean mayBlind(Viewer viewer, Subject subject) {
    return !viewer.id().equals(subject.author())
        && !store.looked(viewer.id(), subject)
        && store.corrections(subject).stream().noneMatch(each -> each.author().equals(viewer.id()));
  }

  /**
   * Disputes what holds of an item of the own work.
   *
   * @param item its id
   * @param file what comes with it; null if nothing does
   * @param fileName as it is shown; empty if nothing comes with it
   */
  public Result dispute(
      Subject subject,
      @Nullable String item,
      String text,
      @Nullable Blob file,
      String fileName,
      @Nullable Once once) {
    Held held = held(subject, item).orElse(null);
    String said = text.strip();
    if (held == null || bare(subject) || said.isEmpty() || said.length() > Dispute.LONGEST_TEXT) {
      return new Result.Refused(Why.UNFIT);
    }
    Instant now = clock.instant();
    List<UUID> managers = deciders.managers(subject, held.item());
    NewDispute dispute = new NewDispute(held, said, file, fileName, managers.isEmpty(), now);
    Optional<Creation> creation =
        store.dispute(
            subject,
            dispute,
            id -> {
              List<Notice> told = new ArrayList<>();
              String link = "/disputes/" + id;
              String detail = detail(subject);
              managers.forEach(
                  each -> told.add(Notice.of(each, Notice.DISPUTE_OPEN, link, detail, now)));
              if (managers.isEmpty()) {
                told.addAll(toTrainers(link, now));
              }
              deciders
                  .judges(subject, held.item())
                  .forEach(
                      each -> told.add(Notice.of(each, Notice.DISPUTE_TOLD, link, detail, now)));
              return told;
            },
            once);
    return creation.<Result>map(Result.Done::new).orElseGet(() -> new Result.Refused(Why.DISPUTED));
  }

  private List<Notice> toTrainers(String link, Instant now) {
    // no name of a customer: trainers decide without knowing it
    return deciders.trainers().stream()
        .map(each -> Notice.of(each, Notice.DISPUTE_TRAINERS, link, "", now))
        .toList();
  }

  /** Gives an open dispute to the trainers; who may decide it may do so. */
  public boolean toTrainers(Dispute dispute) {
    return store.toTrainers(dispute.id(), toTrainers("/disputes/" + dispute.id(), clock.instant()));
  }

  /**
   * Decides a dispute; whether the person may is asked before.
   *
   * @param value what holds from now on; what held if it is upheld
   * @return what stands in the way; empty if it was decided
   */
  public Optional<Why> decide(
      Viewer viewer,
      Subject subject,
      Dispute dispute,
      @Nullable String value,
      @Nullable String reason) {
    Held held = held(subject, dispute.item().id()).orElse(null);
    String why = reason == null ? "" : reason.strip();
    if (held == null || unfit(held, value, why)) {
      return Optional.of(Why.UNFIT);
    }
    if (why.isEmpty()) {
      return Optional.of(Why.NO_REASON);
    }
    Instant now = clock.instant();
    Set<UUID> concerned = new LinkedHashSet<>();
    concerned.add(dispute.author());
    concerned.addAll(deciders.judges(subject, dispute.item()));
    concerned.remove(viewer.id());
    List<Notice> told =
        concerned.stream()
            .map(
                each ->
                    Notice.of(
                        each,
                        Notice.DISPUTE_DECIDED,
                        "/disputes/" + dispute.id(),
                        detail(subject),
                        now))
            .toList();
    boolean decided =
        store.decide(
            subject,
            dispute.id(),
            new NewCorrection(held, Kind.DECIDED, value, why, viewer.id(), now),
            told);
    return decided ? Optional.empty() : Optional.of(Why.OVERTAKEN);
  }

  /** Whether there are no words: nothing can be scored, and a new recording helps more. */
  private static boolean bare(Subject subject) {
    return subject.kind() == Subject.Kind.CONTACT && subject.summary() == null;
  }

  private Optional<Held> held(Subject subject, @Nullable String item) {
    return store.held(subject).stream().filter(each -> each.item().id().equals(item)).findFirst();
  }

  private Optional<Dispute> dispute(Subject subject, Item item) {
    return store.disputes(subject).stream().filter(each -> each.item() == item).findFirst();
  }

  private static boolean unfit(Held held, @Nullable String value, String reason) {
    return value == null
        || !held.item().scale().grades().contains(value)
        || reason.length() > Correction.LONGEST_REASON;
  }

  /** The customer or the file, as far as a notice has room. */
  private static String detail(Subject subject) {
    return subject.name().length() <= 200 ? subject.name() : subject.name().substring(0, 200);
  }

  private static Result kept(Optional<Creation> creation) {
    return creation
        .<Result>map(Result.Done::new)
        .orElseGet(() -> new Result.Refused(Why.OVERTAKEN));
  }
}
