package dev.dealcoach.service.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waits for a manager, and why. */
class QueueTest {
  private static final Instant AT = Instant.parse("2026-05-04T08:00:00Z");

  /** The id of something that is looked at whatever its score, or of something that is not. */
  private static UUID id(boolean sampled, long number) {
    return LongStream.iterate(number * 1000, i -> i + 1)
        .mapToObj(i -> new UUID(3, i))
        .filter(each -> Sampling.of(each) == sampled)
        .findFirst()
        .orElseThrow();
  }

  private static Candidate contact(
      UUID id, @Nullable Integer score, boolean counts, Set<String> flags, boolean judged) {
    return new Candidate(
        Subject.Kind.CONTACT,
        id,
        new UUID(0, 1),
        "C",
        new UUID(0, 2),
        "R",
        AT,
        score,
        counts,
        flags,
        judged);
  }

  @Test
  void eachPieceOfWorkWaitsOnceForOneReason() {
    Candidate poor = contact(id(false, 1), 59, true, Set.of(), false);
    Candidate enough = contact(id(false, 2), 60, true, Set.of(), false);
    Candidate copy = contact(id(false, 3), 20, false, Set.of("SAME_WORDS"), false);
    Candidate silent = contact(id(false, 4), null, false, Set.of("SILENCE"), false);
    Candidate done = contact(id(false, 5), 0, true, Set.of("FILLER"), true);
    Candidate drawn = contact(id(true, 6), 0, true, Set.of("FILLER"), false);
    Candidate drawnAndDone = contact(id(true, 7), 0, true, Set.of(), true);
    Candidate drawnUnwritten = contact(id(true, 8), null, false, Set.of(), false);
    Queue queue =
        Queue.of(
            List.of(poor, enough, copy, silent, done, drawn, drawnAndDone, drawnUnwritten), 60);
    assertThat(queue.red()).containsExactly(poor);
    assertThat(queue.flagged()).containsExactly(copy, silent);
    assertThat(queue.sampled()).containsExactly(drawn);
    assertThat(queue.size()).isEqualTo(4);
  }

  @Test
  void aProposalWaitsOnlyIfItIsDrawn() {
    Candidate drawn = review(id(true, 9));
    Queue queue = Queue.of(List.of(review(id(false, 10)), drawn), 60);
    assertThat(queue.sampled()).containsExactly(drawn);
    assertThat(queue.size()).isEqualTo(1);
  }

  private static Candidate review(UUID id) {
    return new Candidate(
        Subject.Kind.REVIEW,
        id,
        new UUID(0, 1),
        "p.pdf",
        new UUID(0, 2),
        "R",
        AT,
        0,
        true,
        Set.of(),
        false);
  }
}
