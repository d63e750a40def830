package dev.dealcoach.service.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.replay.Timeline.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same seed draws the same deals; turning points are found by rule. */
class ReplayTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final UUID DEAL = UUID.randomUUID();
  private static final UUID REP = UUID.randomUUID();

  private static List<UUID> pool(int count) {
    return IntStream.range(0, count).mapToObj(i -> new UUID(7, i)).toList();
  }

  @Test
  void theSameSeedDrawsTheSame() {
    List<UUID> pool = pool(40);
    List<UUID> drawn = Draw.of(pool, 20260301);
    assertThat(drawn).hasSize(5).doesNotHaveDuplicates().isSubsetOf(pool);
    List<UUID> shuffled = new ArrayList<>(pool);
    Collections.reverse(shuffled);
    assertThat(Draw.of(shuffled, 20260301)).isEqualTo(drawn);
    assertThat(Draw.of(pool, 20260302)).isNotEqualTo(drawn);
    // one that was not drawn may be erased
    List<UUID> fewer =
        pool.stream()
            .filter(each -> drawn.contains(each) || each.getLeastSignificantBits() % 2 == 0)
            .toList();
    assertThat(Draw.of(fewer, 20260301)).isEqualTo(drawn);
    assertThat(Draw.of(pool(3), 1)).containsExactlyInAnyOrderElementsOf(pool(3));
    assertThat(Draw.of(List.of(), 1)).isEmpty();
  }

  @Test
  void everyDealIsDrawnByAboutAsManySeeds() {
    List<UUID> pool = pool(20);
    int[] times = new int[20];
    for (int seed = 1; seed <= 2000; seed++) {
      Draw.of(pool, seed).forEach(each -> times[(int) each.getLeastSignificantBits()]++);
    }
    Set<Integer> odd = new HashSet<>();
    for (int each : times) {
      // 500 expected; five standard deviations are 97
      if (each < 403 || each > 597) {
        odd.add(each);
      }
    }
    assertThat(odd).isEmpty();
  }

  @Test
  void anybodyCanDrawAgain() {
    // printf '5:00000000-0000-0007-0000-000000000000' | sha256sum, and so on, by their order
    assertThat(Draw.of(pool(3), 5)).containsExactly(new UUID(7, 0), new UUID(7, 1), new UUID(7, 2));
  }

  private static Timeline.Held held(int day, boolean counts, Map<String, String> items) {
    return new Timeline.Held(
        new Contact(
            UUID.randomUUID(),
            DEAL,
            "D",
            "C",
            REP,
            "Rep",
            Contact.Kind.VISIT,
            "Mr A",
            at(day),
            at(day),
            UUID.randomUUID(),
            60,
            !counts,
            null,
            null,
            null),
        "words of day " + day,
        items);
  }

  private static Instant at(int day) {
    return MARCH.plus(Duration.ofDays(day));
  }

  private static StoredReview review(int day, Integer gold, ReviewState state) {
    return new StoredReview(
        UUID.randomUUID(),
        DEAL,
        UUID.randomUUID(),
        "P",
        1,
        "p.pdf",
        "a".repeat(64),
        1,
        REP,
        at(day),
        state,
        1,
        null,
        "pdf",
        gold,
        null,
        null,
        at(day),
        null);
  }

  private static Statement said(int day, String text) {
    return new Statement(UUID.randomUUID(), DEAL, REP, Statement.Source.TYPED, text, at(day));
  }

  private static Deal deal(Deal.Outcome outcome) {
    return new Deal(
        DEAL,
        UUID.randomUUID(),
        "C",
        "",
        REP,
        "Rep",
        "D",
        "",
        Deal.Stage.CLOSED,
        outcome,
        null,
        LocalDate.of(2026, 3, 16),
        MARCH,
        at(40));
  }

  @Test
  void turningPointsAreFoundByRule() {
    List<Timeline.Event> events =
        Timeline.of(
            deal(Deal.Outcome.WON),
            List.of(
                held(20, true, Map.of("decision_maker", "covered", "budget", "covered")),
                held(10, true, Map.of("decision_maker", "partial", "budget", "covered")),
                // says nothing that could be checked: it turns nothing
                held(5, false, Map.of("pain", "covered"))),
            List.of(
                review(12, 1, ReviewState.DONE),
                review(14, 1, ReviewState.DONE),
                review(30, 3, ReviewState.DONE),
                review(31, null, ReviewState.WAITING)),
            List.of(said(3, "later"), said(2, "it stops eleven times a month")),
            ZoneOffset.UTC);
    assertThat(events).extracting(Timeline.Event::at).isSorted();
    assertThat(events)
        .extracting(Timeline.Event::turns)
        .containsExactly(
            List.of(new Turn.CustomerSpoke()),
            List.of(),
            List.of(),
            List.of(new Turn.Covered("budget")),
            List.of(new Turn.GoldGained(0, 1)),
            List.of(),
            List.of(new Turn.Quoted()),
            List.of(new Turn.DeciderMet()),
            List.of(new Turn.GoldGained(1, 3)),
            List.of(),
            List.of(new Turn.Won()));
    assertThat(events.getFirst().text()).isEqualTo("it stops eleven times a month");
    assertThat(events).extracting(Timeline.Event::key).doesNotHaveDuplicates();
  }

  @Test
  void aDealThatWasLostIsNotWon() {
    assertThat(
            Timeline.of(deal(Deal.Outcome.LOST), List.of(), List.of(), List.of(), ZoneOffset.UTC))
        .extracting(Timeline.Event::kind)
        .containsExactly(Timeline.Kind.QUOTE);
  }
}
