package dev.dealcoach.kb.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static Match match(double words, double nearness, double wordsBest, double nearest) {
    return new Match(words, 0, nearness, 0, wordsBest, 0, nearest);
  }

  @Test
  void wordsCountFullyWhereAPassageSaysWhatTheQueryDoes() {
    assertThat(Features.trust(match(0.4, 0.3, 0.4, 0.7))).isEqualTo(1);
  }

  @Test
  void whereNoPassageDoesTheyCountForTheNearOnesOnly() {
    double nearest = Features.trust(match(0.08, 0.6, 0.08, 0.6));
    double behind = Features.trust(match(0.08, 0.54, 0.08, 0.6));
    double far = Features.trust(match(0.08, 0.4, 0.08, 0.6));

    assertThat(nearest).isEqualTo(1);
    assertThat(behind).isCloseTo(0.6, within(1e-9));
    assertThat(far).isZero();
  }

  @Test
  void betweenTheTwoThereIsNoStep() {
    double before = 0;
    for (double best = 0.05; best < 0.4; best += 0.01) {
      double trust = Features.trust(match(0.05, 0.4, best, 0.6));
      assertThat(trust).isBetween(before, before + 0.06);
      before = trust;
    }
    assertThat(before).isEqualTo(1);
  }

  @Test
  void withoutVectorsWordsAreAllThereIs() {
    Match words = match(0.08, Double.NaN, 0.08, Double.NaN);

    assertThat(Features.order(words)[0]).isEqualTo(0.08);
  }

  @Test
  void aPassageWithoutAVectorCountsAsFar() {
    assertThat(Features.trust(match(0.08, Double.NaN, 0.08, 0.6))).isZero();
  }
}
