package dev.dealcoach.service.replay;

import dev.dealcoach.service.people.Sight;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps replays, what people marked in them and the actions they chose. Thread-safe. */
public interface ReplayStore {
  /** So many actions are chosen in one replay (SPEC §6). */
  int ACTIONS = 3;

  /** Longest title or note, in characters. */
  int LONGEST_TITLE = 200;

  /** Longest note, in characters. */
  int LONGEST_NOTE = 500;

  /**
   * A mark that somebody made.
   *
   * @param event at which, see {@link Timeline.Event#key}
   */
  record Mark(
      UUID id, UUID deal, UUID author, String authorName, String event, String note, Instant at) {}

  /**
   * An action that was chosen.
   *
   * @param title what it was, in a few words
   * @param link the page that it stands on
   * @param example what it may become in the library; null if that was erased
   */
  record Action(
      UUID id,
      UUID deal,
      String chosenByName,
      String title,
      String link,
      @Nullable UUID example,
      Instant at) {}

  /** The deals that were won in a time by people who were in the team at that moment. */
  List<UUID> won(Sight sight, Instant from, Instant until);

  /**
   * Keeps a draw, unless the team's month has been drawn already.
   *
   * @param deals in the order in which they are played
   * @return the id of the team's replay of the month, which may be an earlier one
   */
  UUID keep(
      UUID team, YearMonth month, long seed, int pool, List<UUID> deals, UUID drawnBy, Instant at);

  /** The replay with this id, whoever asks. */
  Optional<Replay> find(UUID id);

  /** The replays of these teams, the latest month first. */
  List<Replay> of(Collection<UUID> teams);

  /** Keeps a mark. */
  void mark(UUID replay, UUID deal, UUID author, String event, String note, Instant at);

  /**
   * Takes a mark back.
   *
   * @return false if this person made no such mark
   */
  boolean unmark(UUID replay, UUID mark, UUID author);

  /** The marks of a replay, the earliest first. */
  List<Mark> marks(UUID replay);

  /**
   * Keeps an action, unless {@value #ACTIONS} have been chosen already.
   *
   * @return whether it was kept
   */
  boolean choose(
      UUID replay, UUID deal, UUID chosenBy, String title, String link, UUID example, Instant at);

  /** The actions of a replay, in the order in which they were chosen. */
  List<Action> actions(UUID replay);
}
