package dev.dealcoach.service.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dealcoach.service.correction.Agreement.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The figures of agreement against examples worked out by hand. */
class AgreementTest {
  private static final List<String> TWO = List.of("met", "not_met");
  private static final List<String> THREE = List.of("covered", "partial", "missing");

  /** As many pairs as the table says: a row for what the machine says, a column for the person. */
  private static List<Pair> pairs(List<String> categories, int[][] table) {
    List<Pair> pairs = new ArrayList<>();
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < table[row].length; column++) {
        pairs.addAll(
            Collections.nCopies(
                table[row][column], new Pair(categories.get(row), categories.get(column))));
      }
    }
    return pairs;
  }

  /**
   * 85 of 100 alike; margins .49/.51 and .46/.54: chance .5008 for kappa; means .475/.525: chance
   * .49875 for AC1.
   */
  @Test
  void twoCategories() {
    Agreement agreement = Agreement.of(pairs(TWO, new int[][] {{40, 9}, {6, 45}}), TWO);
    assertThat(agreement.count()).isEqualTo(100);
    assertThat(agreement.raw()).isEqualTo(0.85);
    assertThat(agreement.kappa()).isCloseTo(0.3492 / 0.4992, within(1e-9));
    assertThat(agreement.ac1()).isCloseTo(0.35125 / 0.50125, within(1e-9));
    assertThat(agreement.few()).isFalse();
    assertThat(agreement.single()).isFalse();
  }

  /**
   * Nearly everything of one category: 118 of 125 alike, and yet kappa is below zero, since chance
   * alone is .94528; AC1, with a chance of .054432, is .9408 as in Gwet's article.
   */
  @Test
  void kappaFallsWhereOneCategoryPrevails() {
    Agreement agreement = Agreement.of(pairs(TWO, new int[][] {{118, 5}, {2, 0}}), TWO);
    assertThat(agreement.raw()).isCloseTo(0.944, within(1e-9));
    assertThat(agreement.kappa()).isCloseTo(-0.00128 / 0.05472, within(1e-9));
    assertThat(agreement.ac1()).isCloseTo(0.889568 / 0.945568, within(1e-9));
    assertThat(agreement.ac1()).isCloseTo(0.9408, within(0.0001));
  }

  /**
   * 14 of 20 alike. The machine's margins are 8, 7, 5, the person's 9, 5, 6: chance (72 + 35 + 30)
   * / 400 = .3425. Means .425, .3, .275: chance (.244375 + .21 + .199375) / 2 = .326875.
   */
  @Test
  void threeCategories() {
    Agreement agreement =
        Agreement.of(pairs(THREE, new int[][] {{7, 1, 0}, {2, 3, 2}, {0, 1, 4}}), THREE);
    assertThat(agreement.count()).isEqualTo(20);
    assertThat(agreement.raw()).isEqualTo(0.7);
    assertThat(agreement.kappa()).isCloseTo(0.3575 / 0.6575, within(1e-9));
    assertThat(agreement.ac1()).isCloseTo(0.373125 / 0.673125, within(1e-9));
    assertThat(agreement.few()).isTrue();
  }

  @Test
  void perfectAgreementIsOneAndTheOppositeIsBelowZero() {
    Agreement same = Agreement.of(pairs(TWO, new int[][] {{5, 0}, {0, 5}}), TWO);
    assertThat(same.kappa()).isEqualTo(1);
    assertThat(same.ac1()).isEqualTo(1);
    Agreement opposite = Agreement.of(pairs(TWO, new int[][] {{0, 5}, {5, 0}}), TWO);
    assertThat(opposite.kappa()).isEqualTo(-1);
    assertThat(opposite.ac1()).isEqualTo(-1);
  }

  @Test
  void whereOnlyOneCategoryOccursKappaIsNotStated() {
    Agreement agreement = Agreement.of(pairs(THREE, new int[][] {{40, 0, 0}}), THREE);
    assertThat(agreement.single()).isTrue();
    assertThat(agreement.kappa()).isNull();
    assertThat(agreement.ac1()).isEqualTo(1);
    // the person says several things, and the machine always the same: no better than chance
    Agreement always = Agreement.of(pairs(TWO, new int[][] {{30, 10}}), TWO);
    assertThat(always.single()).isFalse();
    assertThat(always.kappa()).isZero();
  }

  @Test
  void nothingSaidIsNoFigure() {
    assertThat(Agreement.of(List.of(), THREE)).isEqualTo(new Agreement(0, null, null, null));
    assertThatThrownBy(() -> Agreement.of(List.of(new Pair("met", "met")), THREE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Agreement.of(List.of(), List.of("met")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTableTakesTheLastWordAndKeepsBlindOnesApart() {
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();
    AgreementTable table =
        AgreementTable.of(
            List.of(
                new Said(one, Item.PAIN, "covered", "partial", true),
                new Said(one, Item.PAIN, "covered", "covered", false),
                new Said(two, Item.PAIN, "missing", "partial", true)));
    AgreementTable.Row row =
        table.rows().stream().filter(each -> each.item() == Item.PAIN).findFirst().orElseThrow();
    assertThat(row.all().count()).isEqualTo(2);
    assertThat(row.all().raw()).isEqualTo(0.5);
    assertThat(row.blind().count()).isEqualTo(2);
    assertThat(row.blind().raw()).isZero();
    // neither missing nor partial is covered: there the two agree
    assertThat(row.best().raw()).isEqualTo(1);
    assertThat(table.rows()).hasSize(Item.values().length);
  }

  @Test
  void oneInTwentyIsLookedAtAlwaysTheSame() {
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      UUID id = new UUID(7, i);
      taken += Sampling.of(id) ? 1 : 0;
      assertThat(Sampling.of(id)).isEqualTo(Sampling.of(id));
    }
    assertThat(taken).isBetween(900, 1100);
  }
}
