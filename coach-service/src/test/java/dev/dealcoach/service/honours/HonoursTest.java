package dev.dealcoach.service.honours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.figure.Improvement;
import dev.dealcoach.service.figure.Improvement.Kind;
import dev.dealcoach.service.lesson.Flaw;
import dev.dealcoach.service.lesson.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who improved is praised, with the path that led there. */
class HonoursTest {
  private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
  private static final HonoursBoard.Times TIMES = new HonoursBoard.Times(FEBRUARY, MARCH, APRIL);

  private final List<Submission> all = new ArrayList<>();

  private Submission handedIn(UUID who, Instant month, int day, String... flaws) {
    Submission submission =
        new Submission(
            UUID.randomUUID(),
            Kind.CONTACT,
            who,
            UUID.randomUUID(),
            month.plus(Duration.ofDays(day)),
            Set.of(flaws));
    all.add(submission);
    return submission;
  }

  private static Improvement improvement(
      UUID who, Kind kind, @Nullable Double rate, String... flagged) {
    return new Improvement(who, YearMonth.of(2026, 3), kind, rate, Set.of(flagged), 3, 6, 3, 2);
  }

  private HonoursBoard board(Improvement... improvements) {
    return HonoursBoard.of(List.of(improvements), all, TIMES);
  }

  @Test
  void theBestComeFirstAndWhoDidNotImproveIsNotNamed() {
    UUID best = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    HonoursBoard board =
        board(
            improvement(second, Kind.CONTACT, 0.4),
            improvement(UUID.randomUUID(), Kind.CONTACT, 0.0),
            improvement(UUID.randomUUID(), Kind.CONTACT, -0.5),
            improvement(UUID.randomUUID(), Kind.CONTACT, null),
            improvement(best, Kind.PROPOSAL, 0.9),
            improvement(best, Kind.CONTACT, 0.7));
    assertThat(board.praised())
        .extracting(HonoursBoard.Praise::account)
        .containsExactly(best, second);
    assertThat(board.praised().getFirst().improvement().kind()).isEqualTo(Kind.PROPOSAL);
    assertThat(board.repeated()).isEmpty();
  }

  @Test
  void threeAreEnough() {
    assertThat(
            board(
                    improvement(UUID.randomUUID(), Kind.CONTACT, 0.4),
                    improvement(UUID.randomUUID(), Kind.CONTACT, 0.5),
                    improvement(UUID.randomUUID(), Kind.CONTACT, 0.6),
                    improvement(UUID.randomUUID(), Kind.CONTACT, 0.7))
                .praised())
        .extracting(HonoursBoard.Praise::rate)
        .containsExactly(0.7, 0.6, 0.5);
  }

  @Test
  void thePathShowsWhatBecameBetterAndWhere() {
    UUID lin = UUID.randomUUID();
    handedIn(lin, FEBRUARY, 1, "budget", "pain", "competitor");
    handedIn(lin, FEBRUARY, 2, "budget", "competitor");
    handedIn(lin, FEBRUARY, 3, "budget");
    handedIn(lin, MARCH, 1, "competitor");
    Submission newest = handedIn(lin, MARCH, 2, "competitor");
    handedIn(lin, MARCH, 3, "budget", "competitor");
    handedIn(UUID.randomUUID(), MARCH, 4);
    HonoursBoard board = board(improvement(lin, Kind.CONTACT, 0.7, "budget", "pain", "competitor"));
    // the competitor is lacking more often than before: no step
    assertThat(board.praised().getFirst().steps())
        .extracting(step -> step.flaw().id(), HonoursBoard.Step::before, HonoursBoard.Step::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("budget", 3, 1),
            org.assertj.core.groups.Tuple.tuple("pain", 1, 0));
    assertThat(board.praised().getFirst().steps().getFirst().evidence()).isEqualTo(newest);
  }

  @Test
  void whatIsRepeatedHasNoName() {
    UUID lin = UUID.randomUUID();
    for (int day = 0; day < 5; day++) {
      handedIn(lin, MARCH, day, "budget");
    }
    handedIn(UUID.randomUUID(), MARCH, 1);
    handedIn(UUID.randomUUID(), MARCH, 1);
    HonoursBoard board = board();
    assertThat(board.repeated()).containsExactly(new Flaw(Kind.CONTACT, "budget"));
    assertThat(board.toString()).doesNotContain(lin.toString());
  }
}
