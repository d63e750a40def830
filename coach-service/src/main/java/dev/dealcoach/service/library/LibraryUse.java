package dev.dealcoach.service.library;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * How examples are used: each person counts once a day, an example and kind. Who it was is kept
 * only to count and to take back; nobody is told. Thread-safe.
 */
public interface LibraryUse {
  /** What can be done with an example. */
  enum Kind {
    /** It stood under a finding. */
    SHOWN,
    /** Its page was opened. */
    OPENED,
    /** Somebody said that it helped. */
    HELPED
  }

  /**
   * How an example was used.
   *
   * @param shown person-days on which it stood under a finding
   * @param opened person-days on which its page was opened
   * @param helped people whom it helped
   */
  record Figures(UUID example, int shown, int opened, int helped) {}

  /**
   * How often reviews lacked something, and how often the industry's own examples answered.
   *
   * @param industry id; empty if the deals' industry is not known
   * @param finding rule id
   */
  record Want(String industry, String finding, int wanted, int found) {}

  /** Counts; the same again on the same day counts once. */
  void used(Collection<UUID> examples, UUID account, LocalDate day, Kind kind);

  /** Whether an example helped somebody. */
  boolean helped(UUID example, UUID account);

  /** Says that it helped, or takes that back. */
  void helped(UUID example, UUID account, LocalDate day, boolean helped);

  /** The figures of all examples that were used. */
  List<Figures> figures();

  /** Notes that a review lacks something; the same again is the same. */
  void wanted(UUID review, String finding, String industry, boolean found);

  /** What reviews lacked, the most wanted first. */
  List<Want> wants();
}
