package dev.dealcoach.service.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Keeps messages until they were sent. Thread-safe. */
public interface Outbox {
  /**
   * Sends the next message that is due: the earliest of its receiver by its channel, so that nobody
   * gets them out of order. What comes of it is written when it is known; if this process ends
   * before, the message is there as if nothing had happened, and is sent again.
   *
   * @param channels that can be used
   * @param perMinute how many a channel takes in a minute
   * @param send gets what is told and how many attempts there were before
   * @return whether there was one; not if another process is sending now
   */
  boolean sendNext(
      Set<String> channels, int perMinute, Instant now, BiFunction<Waiting, Telling, Fate> send);

  /**
   * A message that is to be sent.
   *
   * @param number counts up; the order in which messages go out
   * @param attempts how many were in vain
   */
  record Waiting(long number, UUID account, String channel, int attempts) {}

  /** What becomes of a message after an attempt. */
  sealed interface Fate {
    /** It was sent. */
    record Sent() implements Fate {}

    /** There is nothing to tell any more. */
    record Idle() implements Fate {}

    /** It will be tried again. */
    record Again(String problem, Instant due) implements Fate {}

    /** It has failed. */
    record Failed(String problem) implements Fate {}
  }

  /** How a message stands. */
  enum State {
    WAITING,
    SENT,
    IDLE,
    FAILED;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A message in the administrator's list.
   *
   * @param kind of what is told
   * @param problem of the last attempt; null if there was none
   * @param tried the last attempt; null before
   */
  record Line(
      long number,
      String receiver,
      String channel,
      String kind,
      State state,
      int attempts,
      Instant at,
      Instant due,
      @Nullable Instant tried,
      @Nullable String problem) {}

  /** Messages that have failed or wait after a failure, the newest {@value #MOST} first. */
  List<Line> troubled();

  /** How many messages stand how; states without any may be left out. */
  Map<State, Long> counts();

  /**
   * Has a message that has failed sent after all.
   *
   * @return false if there is none with this number that has failed
   */
  boolean again(long number, Instant now);

  /** Most messages in the administrator's list. */
  int MOST = 200;
}
