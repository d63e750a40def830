package dev.dealcoach.service.alert;

import dev.dealcoach.service.dispatch.Mailing;
import dev.dealcoach.service.dispatch.Telling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What whoever looks after alerts may do, in one transaction that nobody else has at the time. */
public interface Turn {
  /**
   * Takes reps of whom something has changed, some at a time, each once; empty when none is left.
   */
  Set<UUID> changed();

  /** The alert of this kind that was raised last. */
  Optional<Known> latest(UUID account, AlertKind kind);

  /**
   * An alert that was raised before.
   *
   * @param days the red days it was raised for
   * @param closing null while it is open
   * @param closedDay the last of the good days; null if there were none
   */
  record Known(
      UUID id, Set<LocalDate> days, @Nullable Closing closing, @Nullable LocalDate closedDay) {
    public Known {
      days = Set.copyOf(days);
    }
  }

  /**
   * Raises an alert, unless there was one of this kind and cause.
   *
   * @return whether it is new
   */
  boolean raise(NewAlert alert);

  /**
   * An alert to raise.
   *
   * @param cause its name among those of this kind and account
   * @param contact that it is about; null if it is about days
   * @param threshold what the figures were below, 0 to 100
   * @param days red ones
   * @param missed what was missed most, the most first
   */
  record NewAlert(
      UUID id,
      UUID account,
      AlertKind kind,
      String cause,
      @Nullable UUID contact,
      int threshold,
      List<Measured> days,
      List<Missed> missed,
      Instant at) {
    public NewAlert {
      days = List.copyOf(days);
      missed = List.copyOf(missed);
    }
  }

  /**
   * Ends an alert.
   *
   * @param day the last of the good days; null if there were none
   */
  void close(UUID alert, Closing closing, @Nullable LocalDate day, Instant at);

  /** Opens an alert again that was withdrawn. */
  void reopen(UUID alert);

  /** Ends the alerts of contacts that have their summary by now. */
  void closeSummarised(Instant at);

  /**
   * A contact to tell of.
   *
   * @param held when it took place
   */
  record Held(UUID contact, UUID deal, UUID author, Instant held) {}

  /**
   * Contacts held in this time that have neither a summary nor a recording that may become one, and
   * no alert.
   */
  List<Held> withoutSummary(Instant from, Instant until);

  /**
   * Somebody's contacts with a summary that counts, was written in this time and is below a score.
   */
  List<Held> below(UUID author, double score, Instant from, Instant until);

  /** Who leads a team now and was not told of this day yet. */
  List<UUID> digestReaders(LocalDate day, Instant now);

  /**
   * Tells somebody something, in the pages and outside, unless that was told before.
   *
   * @param notice kind of the notice in the pages
   * @param link the page it leads to
   * @return whether it was not told before
   */
  boolean tell(Telling telling, String notice, String link, Mailing mailing);
}
