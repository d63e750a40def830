package dev.dealcoach.service.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.figure.Improvement.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Five times running is told, without a word about whose they are. */
class RepeatedTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
  private static final UUID LIN = UUID.randomUUID();

  private final List<Submission> all = new ArrayList<>();

  private void handedIn(UUID who, Kind kind, int day, String... flaws) {
    all.add(
        new Submission(
            UUID.randomUUID(),
            kind,
            who,
            UUID.randomUUID(),
            MARCH.plus(Duration.ofDays(day)),
            Set.of(flaws)));
  }

  /** Others, so that nobody can be recognised. */
  private void others() {
    handedIn(UUID.randomUUID(), Kind.CONTACT, 3);
    handedIn(UUID.randomUUID(), Kind.CONTACT, 3, "pain");
  }

  private Set<Flaw> found() {
    return Repeated.of(all, MARCH, APRIL);
  }

  @Test
  void fiveRunningIsToldFourIsNot() {
    others();
    for (int day = 1; day <= 4; day++) {
      handedIn(LIN, Kind.CONTACT, day, "budget");
    }
    assertThat(found()).isEmpty();
    handedIn(LIN, Kind.CONTACT, 5, "budget", "pain");
    assertThat(found()).containsExactly(new Flaw(Kind.CONTACT, "budget"));
  }

  @Test
  void oneThatIsGoodBreaksTheRun() {
    others();
    for (int day = 1; day <= 8; day++) {
      if (day == 4) {
        handedIn(LIN, Kind.CONTACT, day, "pain");
      } else {
        handedIn(LIN, Kind.CONTACT, day, "budget");
      }
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void anotherKindNeitherBreaksNorLengthensIt() {
    others();
    for (int day = 1; day <= 5; day++) {
      handedIn(LIN, Kind.CONTACT, day, "budget");
      handedIn(LIN, Kind.PROPOSAL, day, "evidence.too-few");
    }
    // one person alone hands in proposals: everybody would know
    assertThat(found()).containsExactly(new Flaw(Kind.CONTACT, "budget"));
  }

  @Test
  void itsEndMustBeInTheTime() {
    others();
    for (int day = -10; day < -5; day++) {
      handedIn(LIN, Kind.CONTACT, day, "budget");
    }
    assertThat(found()).isEmpty();
    handedIn(LIN, Kind.CONTACT, 2, "budget");
    assertThat(found()).containsExactly(new Flaw(Kind.CONTACT, "budget"));
    all.removeLast();
    handedIn(LIN, Kind.CONTACT, 31, "budget");
    assertThat(found()).isEmpty();
  }

  @Test
  void twoPeopleAreTooFew() {
    handedIn(UUID.randomUUID(), Kind.CONTACT, 3);
    for (int day = 1; day <= 6; day++) {
      handedIn(LIN, Kind.CONTACT, day, "budget");
    }
    assertThat(found()).isEmpty();
    handedIn(UUID.randomUUID(), Kind.CONTACT, 20);
    assertThat(found()).containsExactly(new Flaw(Kind.CONTACT, "budget"));
  }

  @Test
  void runsOfSeveralPeopleAreNotPutTogether() {
    others();
    UUID zhou = UUID.randomUUID();
    for (int day = 1; day <= 4; day++) {
      handedIn(LIN, Kind.CONTACT, day, "budget");
      handedIn(zhou, Kind.CONTACT, day, "budget");
    }
    assertThat(found()).isEmpty();
  }
}
