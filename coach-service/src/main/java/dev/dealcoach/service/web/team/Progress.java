package dev.dealcoach.service.web.team;

import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.discovery.Questions;
import dev.dealcoach.service.figure.Improvement;
import dev.dealcoach.service.figure.Light;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.Means;
import dev.dealcoach.service.figure.Stretch;
import dev.dealcoach.service.figure.Sums;
import dev.dealcoach.service.figure.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody, or a team, did in a period and in each week or month of its trend. Not
 * thread-safe.
 */
final class Progress {
  /** How many of the most-missed items are named. */
  private static final int NAMED = 3;

  private final Period period;
  private final Tally whole = new Tally();
  private final @Nullable Means[] spans;

  Progress(Period period) {
    this.period = period;
    this.spans = new Means[period.spans().size()];
  }

  /**
   * A figure.
   *
   * @param value null if it rests on nothing
   * @param count what it rests on
   * @param light {@code red}, {@code yellow}, {@code green} or {@code none}
   * @param trend its values in the weeks or months, the earliest first; null where there was
   *     nothing
   */
  record Figure(@Nullable Double value, int count, String light, List<@Nullable Double> trend) {}

  /**
   * The four figures.
   *
   * @param discovery mean discovery score, 0 to 100; rests on contacts that count
   * @param gold mean points of the gold standard, 0 to 3; rests on proposals
   * @param effectiveActions share of confirmed key actions, 0 to 1; rests on actions
   * @param warmUp mean days from first contact to first quote; rests on deals; without a light
   */
  record Four(Figure discovery, Figure gold, Figure effectiveActions, Figure warmUp) {}

  /**
   * An improvement on the month before.
   *
   * @param month the later month, such as {@code 2026-03}
   * @param coaching whether two months running were low
   */
  record Improved(
      String kind,
      String month,
      @Nullable Double rate,
      int submissionsBefore,
      int submissions,
      String light,
      boolean coaching) {
    static Improved of(Improvement before, Improvement after, Lights lights) {
      Light light = lights.improvement(before, after);
      return new Improved(
          after.kind().id(),
          after.month().toString(),
          after.rate(),
          after.submissionsBefore(),
          after.submissions(),
          light.id(),
          Improvement.coaching(before, after));
    }
  }

  /**
   * How often an item of the checklist was not covered.
   *
   * @param of how many contacts count
   */
  record Share(String item, int missing, int partial, int of) {
    int open() {
      return missing + partial;
    }
  }

  /**
   * An item that is missed most, with the question to ask.
   *
   * @param times in how many contacts it was not covered
   * @param of how many count
   */
  record Missed(String item, int times, int of, String ask) {}

  /** A week or month. */
  record Span(
      LocalDate first,
      @Nullable Double discovery,
      int summaries,
      @Nullable Double gold,
      int reviews) {}

  /** Adds what was done. */
  void add(Stretch stretch) {
    if (period.has(stretch.day())) {
      whole.add(stretch.sums());
    }
    int span = period.span(stretch.day());
    if (span >= 0) {
      span(span).add(stretch.sums());
    }
  }

  /** Adds what somebody else did, in the same period. */
  void add(Progress other) {
    whole.add(other.whole);
    for (int i = 0; i < spans.length; i++) {
      Means more = other.spans[i];
      if (more != null) {
        span(i).add(more);
      }
    }
  }

  private Means span(int number) {
    Means means = spans[number];
    if (means == null) {
      means = new Means();
      spans[number] = means;
    }
    return means;
  }

  /** What was done in the period. */
  Sums sums() {
    return whole.sums();
  }

  /** The means of what was done in the period. */
  Means means() {
    return whole.means();
  }

  Four four(Lights lights) {
    Means own = means();
    return new Four(
        new Figure(
            own.discovery(),
            own.scored(),
            lights.discovery(own.discovery()).id(),
            trend(Means::discovery)),
        new Figure(own.gold(), own.proposals(), lights.gold(own.gold()).id(), trend(Means::gold)),
        new Figure(
            own.effectiveActionRate(),
            own.actions(),
            lights.rate(own.effectiveActionRate()).id(),
            trend(Means::effectiveActionRate)),
        new Figure(own.warmUp(), own.quoted(), Light.NONE.id(), trend(Means::warmUp)));
  }

  private List<@Nullable Double> trend(Function<Means, @Nullable Double> value) {
    List<@Nullable Double> values = new ArrayList<>(spans.length);
    for (Means each : spans) {
      values.add(each == null ? null : value.apply(each));
    }
    return Collections.unmodifiableList(values);
  }

  List<Span> spans() {
    List<Span> all = new ArrayList<>();
    for (int i = 0; i < spans.length; i++) {
      Means each = spans[i];
      Means own = each == null ? new Means() : each;
      all.add(
          new Span(
              period.spans().get(i), own.discovery(), own.scored(), own.gold(), own.proposals()));
    }
    return List.copyOf(all);
  }

  /** Every item of the checklist, in its order. */
  List<Share> shares() {
    Sums own = sums();
    return Arrays.stream(DiscoveryItem.values())
        .map(
            item ->
                new Share(
                    item.id(),
                    own.missing().getOrDefault(item.id(), 0),
                    own.partial().getOrDefault(item.id(), 0),
                    own.scored()))
        .toList();
  }

  /** The items that are missed most, with what asks for them. */
  List<Missed> missed(Questions questions, Language language) {
    return missed(shares())
        .map(
            share ->
                new Missed(
                    share.item(),
                    share.open(),
                    share.of(),
                    questions.question(
                        share.item(), share.missing() > 0 ? "missing" : "partial", language)))
        .toList();
  }

  private static Stream<Share> missed(List<Share> shares) {
    return shares.stream()
        .filter(share -> share.open() > 0)
        .sorted(Comparator.comparingInt(Share::missing).thenComparingInt(Share::partial).reversed())
        .limit(NAMED);
  }
}
