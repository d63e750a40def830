package dev.dealcoach.service.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dealcoach.service.figure.Improvement.Kind;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was flagged in a month is looked for in the next. */
class ImprovementTest {
  private static final UUID REP = new UUID(0, 1);
  private static final YearMonth MONTH = YearMonth.of(2026, 1);

  private static Sums contacts(
      int scored, Map<String, Integer> missing, Map<String, Integer> partial) {
    return new Sums(scored, Map.of(60, scored), missing, partial, 0, 0, 0, 0, 0, 0, Map.of());
  }

  private static Sums proposals(int reviewed, Map<String, Integer> findings) {
    return new Sums(0, Map.of(), Map.of(), Map.of(), 0, 0, reviewed, reviewed, 0, 0, findings);
  }

  private static Improvement contacts(Sums before, Sums after) {
    return Improvement.of(REP, MONTH, Kind.CONTACT, before, after);
  }

  @Test
  void onlyWhatWasFlaggedBeforeIsCompared() {
    Improvement improved =
        contacts(
            contacts(10, Map.of("budget", 5), Map.of("pain", 5)), // 1 a contact
            contacts(4, Map.of("budget", 1, "competitor", 4), Map.of("next_step", 4))); // 0.25
    assertThat(improved.rate()).isCloseTo(0.75, within(1e-12));
    assertThat(improved.flagged()).containsExactlyInAnyOrder("budget", "pain");
    assertThat(improved.submissionsBefore()).isEqualTo(10);
    assertThat(improved.occurrencesBefore()).isEqualTo(10);
    assertThat(improved.submissions()).isEqualTo(4);
    assertThat(improved.occurrences()).isEqualTo(1);
    assertThat(improved.low()).isFalse();
  }

  @Test
  void itCanGetWorse() {
    Improvement worse =
        Improvement.of(
            REP,
            MONTH,
            Kind.PROPOSAL,
            proposals(4, Map.of("clause.ip-missing", 2)),
            proposals(3, Map.of("clause.ip-missing", 3)));
    assertThat(worse.rate()).isCloseTo(-1, within(1e-12));
    assertThat(worse.low()).isTrue();
  }

  @Test
  void underThreeSubmissionsNothingIsStated() {
    Sums two = contacts(2, Map.of("pain", 2), Map.of());
    Sums three = contacts(3, Map.of("pain", 3), Map.of());
    assertThat(contacts(two, three).rate()).isNull();
    assertThat(contacts(three, two).rate()).isNull();
    assertThat(contacts(three, three).rate()).isZero();
    // one kind does not help the other
    assertThat(Improvement.of(REP, MONTH, Kind.PROPOSAL, three, three).rate()).isNull();
    assertThat(contacts(Sums.NONE, Sums.NONE).rate()).isNull();
  }

  @Test
  void whoWasFlaggedForNothingHasNothingToImprove() {
    Sums clean = contacts(5, Map.of(), Map.of());
    assertThat(contacts(clean, contacts(5, Map.of("pain", 5), Map.of())).rate()).isNull();
  }

  @Test
  void twoLowMonthsRunningCallForCoaching() {
    Sums many = contacts(10, Map.of("pain", 10), Map.of());
    Sums six = contacts(10, Map.of("pain", 4), Map.of()); // just 0.6
    Sums five = contacts(10, Map.of("pain", 5), Map.of());
    YearMonth before = YearMonth.of(2025, 12);
    Improvement low = Improvement.of(REP, before, Kind.CONTACT, many, five);
    assertThat(Improvement.coaching(low, contacts(many, five))).isTrue();
    assertThat(Improvement.coaching(low, contacts(many, six))).isFalse();
    assertThat(Improvement.coaching(low, contacts(Sums.NONE, many))).isFalse();
    assertThatThrownBy(() -> Improvement.coaching(low, low))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
