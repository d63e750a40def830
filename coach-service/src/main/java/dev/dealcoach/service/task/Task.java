package dev.dealcoach.service.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands, or stood at some time. Immutable.
 *
 * @param owner the account that is to do it
 * @param ownerName as it is shown
 * @param creator the account that set it
 * @param creatorName as it is shown
 * @param title what is to be done
 * @param doneWhen what counts as done
 * @param due the day until whose end it is to be done, in the company's zone
 * @param origin what it came from
 * @param link the page it came from, from {@code /} on; empty if none
 * @param made when it was set
 * @param actor who brought it into this state; null while nobody did anything, as are {@code
 *     actorName} and {@code changed}
 * @param note what that person added; may be empty
 */
public record Task(
    UUID id,
    UUID owner,
    String ownerName,
    UUID creator,
    String creatorName,
    String title,
    String doneWhen,
    LocalDate due,
    Origin origin,
    String link,
    Instant made,
    State state,
    @Nullable UUID actor,
    @Nullable String actorName,
    String note,
    @Nullable Instant changed) {

  /** How it stands. */
  public enum State {
    /** To be done. */
    OPEN,
    /** It was done. */
    DONE,
    /** It is not to be done any more. */
    DROPPED;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The state with this id. */
    public static Optional<State> ofId(String id) {
      return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
  }

  /** What a task came from. */
  public enum Origin {
    /** A thought. */
    NONE,
    /** The weekly brief. */
    BRIEF,
    /** An alert. */
    ALERT,
    /** A contact with a customer. */
    CONTACT,
    /** The review of a proposal. */
    REVIEW,
    /** A replay of deals. */
    REPLAY;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it should have been done before this day. */
  public boolean overdue(LocalDate today) {
    return state == State.OPEN && due.isBefore(today);
  }
}
