package dev.dealcoach.service.library;

import dev.dealcoach.nlp.text.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people may do with examples: nominate, draft, submit, approve as a second person, send back,
 * retire. Thread-safe.
 */
public final class Curation {
  /** An approved example is looked at again after a year, unless another day is set. */
  private static final int REVIEW_AFTER_DAYS = 365;

  private static final int LONGEST_REASON = 500;

  private final LibraryStore library;
  private final InstantSource clock;
  private final Runnable changed;

  /**
   * @param changed is run after every change that was made
   */
  public Curation(LibraryStore library, InstantSource clock, Runnable changed) {
    this.library = library;
    this.clock = clock;
    this.changed = changed;
  }

  /** What came of it. */
  public enum Outcome {
    /** It was done. */
    DONE,
    /** There is no such example. */
    NOT_THERE,
    /** It is not in that state, or has a newer version than the one that was looked at. */
    CONFLICT,
    /** Who wrote a version cannot approve it. */
    SAME_PERSON,
    /** A member is missing, too long or of the wrong kind. */
    UNFIT,
    /** Nobody has confirmed that no names and numbers are left. */
    UNCONFIRMED,
    /** A reason is needed. */
    NO_REASON
  }

  /**
   * Takes a nomination in.
   *
   * @param content already masked
   * @param deal that the passage comes from
   * @param author whose words it holds
   * @param link page that it stands on
   */
  public UUID nominate(Content content, UUID deal, UUID author, String link, UUID actor) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    library.add(
        new NewExample(
            id,
            id.toString(),
            LibraryState.NOMINATED,
            content,
            deal,
            author,
            link,
            null,
            actor,
            Step.What.NOMINATED,
            now));
    changed.run();
    return id;
  }

  /** Takes a passage that a trainer writes down. */
  public UUID draft(Content content, UUID actor) {
    UUID id = UUID.randomUUID();
    library.add(
        new NewExample(
            id,
            id.toString(),
            LibraryState.DRAFT,
            content,
            null,
            null,
            "",
            null,
            actor,
            Step.What.DRAFTED,
            clock.instant()));
    changed.run();
    return id;
  }

  /**
   * Writes a new version.
   *
   * @param latest version that was on the screen
   */
  public Outcome edit(UUID id, int latest, Content content, UUID actor) {
    if (content.fault() != null) {
      return Outcome.UNFIT;
    }
    LibraryExample known = library.find(id).orElse(null);
    if (known == null) {
      return Outcome.NOT_THERE;
    }
    if (known.latest() != latest || known.state() == LibraryState.RETIRED) {
      return Outcome.CONFLICT;
    }
    if (known.content().equals(content) && known.state() != LibraryState.NOMINATED) {
      return Outcome.DONE;
    }
    return move(
        known,
        LibraryState.DRAFT,
        known.content().equals(content) ? null : content,
        Move.Shown.AS_BEFORE,
        null,
        actor,
        Step.What.DRAFTED,
        "");
  }

  /**
   * Hands a draft to a second trainer.
   *
   * @param confirmed whether the person has looked for names and numbers that are left
   */
  public Outcome submit(UUID id, int latest, boolean confirmed, UUID actor) {
    if (!confirmed) {
      return Outcome.UNCONFIRMED;
    }
    return step(
        id, latest, LibraryState.DRAFT, LibraryState.WAITING, actor, Step.What.SUBMITTED, "");
  }

  /**
   * Shows it to everybody.
   *
   * @param reviewBy day by which it is looked at again; null for the usual
   */
  public Outcome approve(UUID id, int latest, @Nullable LocalDate reviewBy, UUID actor) {
    LibraryExample known = library.find(id).orElse(null);
    if (known == null) {
      return Outcome.NOT_THERE;
    }
    if (known.latest() != latest || known.state() != LibraryState.WAITING) {
      return Outcome.CONFLICT;
    }
    if (writers(id).contains(actor)) {
      return Outcome.SAME_PERSON;
    }
    LocalDate day =
        reviewBy == null
            ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(REVIEW_AFTER_DAYS)
            : reviewBy;
    return move(
        known, LibraryState.APPROVED, null, Move.Shown.LATEST, day, actor, Step.What.APPROVED, "");
  }

  /** Who had a hand in the text since it was last approved. */
  public Set<UUID> writers(UUID id) {
    Set<UUID> writers = new HashSet<>();
    for (Step step : library.steps(id)) {
      if (step.what() == Step.What.APPROVED) {
        writers.clear();
      } else if (step.wrote() && step.actor() != null) {
        writers.add(step.actor());
      }
    }
    return writers;
  }

  /**
   * Approves all that wait and were not written by this person.
   *
   * @return how many
   */
  public int approveAll(UUID actor) {
    int done = 0;
    for (LibraryExample each : library.in(LibraryState.WAITING)) {
      done += approve(each.id(), each.latest(), null, actor) == Outcome.DONE ? 1 : 0;
    }
    return done;
  }

  /** Gives it back to whoever drafted it. */
  public Outcome sendBack(UUID id, int latest, String reason, UUID actor) {
    return reason.isBlank()
        ? Outcome.NO_REASON
        : step(
            id,
            latest,
            LibraryState.WAITING,
            LibraryState.DRAFT,
            actor,
            Step.What.SENT_BACK,
            reason);
  }

  /** Takes it out of sight at once; its history stays. */
  public Outcome retire(UUID id, int latest, String reason, UUID actor) {
    if (reason.isBlank()) {
      return Outcome.NO_REASON;
    }
    LibraryExample known = library.find(id).orElse(null);
    if (known == null) {
      return Outcome.NOT_THERE;
    }
    if (known.latest() != latest || known.state() == LibraryState.RETIRED) {
      return Outcome.CONFLICT;
    }
    return move(
        known,
        LibraryState.RETIRED,
        null,
        Move.Shown.NOTHING,
        null,
        actor,
        Step.What.RETIRED,
        reason);
  }

  /** Takes a retired one up again, as a draft. */
  public Outcome reopen(UUID id, int latest, UUID actor) {
    return step(
        id, latest, LibraryState.RETIRED, LibraryState.DRAFT, actor, Step.What.REOPENED, "");
  }

  private Outcome step(
      UUID id,
      int latest,
      LibraryState from,
      LibraryState to,
      UUID actor,
      Step.What what,
      String reason) {
    LibraryExample known = library.find(id).orElse(null);
    if (known == null) {
      return Outcome.NOT_THERE;
    }
    if (known.latest() != latest || known.state() != from) {
      return Outcome.CONFLICT;
    }
    return move(known, to, null, Move.Shown.AS_BEFORE, null, actor, what, reason);
  }

  private Outcome move(
      LibraryExample known,
      LibraryState to,
      @Nullable Content content,
      Move.Shown shown,
      @Nullable LocalDate reviewBy,
      UUID actor,
      Step.What what,
      String reason) {
    String said = reason.strip();
    boolean done =
        library.apply(
            new Move(
                known.id(),
                known.latest(),
                known.state(),
                to,
                content,
                shown,
                reviewBy,
                actor,
                what,
                said.length() > LONGEST_REASON ? said.substring(0, LONGEST_REASON) : said,
                clock.instant()));
    if (done) {
      changed.run();
    }
    return done ? Outcome.DONE : Outcome.CONFLICT;
  }

  /** The names and numbers that patterns still see in a passage. */
  public static List<Masking.Found> left(Content content) {
    return Masking.find(content.text(), Masking.Known.NOBODY, content.language());
  }

  /** The example with its latest version. */
  public Optional<LibraryExample> find(UUID id) {
    return library.find(id);
  }

  /** A passage that says nothing but its words. */
  public static Content bare(String text) {
    return new Content(
        text.strip(),
        Language.of(text),
        "",
        "",
        "",
        "",
        List.of(),
        List.of(),
        "",
        null,
        null,
        "",
        "");
  }
}
