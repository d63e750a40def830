package dev.dealcoach.kb;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for. Immutable.
 *
 * @param text as a person types it, Chinese, English or mixed
 * @param mode what decides the order
 * @param hits how many are wanted, 1 to 1000
 * @param filter which may be found
 * @param asOf the day against which an example's age counts; null if age does not count
 */
public record ExampleQuery(
    String text, SearchMode mode, int hits, ExampleFilter filter, @Nullable LocalDate asOf) {
  /** More than anybody reads. */
  public static final int MOST_HITS = 1000;

  public ExampleQuery {
    if (hits < 1 || hits > MOST_HITS) {
      throw new IllegalArgumentException("no number of hits: " + hits);
    }
  }

  /** A hybrid search among the approved, whatever their age. */
  public static ExampleQuery of(String text, int hits) {
    return new ExampleQuery(text, SearchMode.HYBRID, hits, ExampleFilter.APPROVED, null);
  }

  /** The same in another mode. */
  public ExampleQuery in(SearchMode other) {
    return new ExampleQuery(text, other, hits, filter, asOf);
  }

  /** The same with another filter. */
  public ExampleQuery with(ExampleFilter other) {
    return new ExampleQuery(text, mode, hits, other, asOf);
  }

  /** The same, seen from a day. */
  public ExampleQuery on(@Nullable LocalDate day) {
    return new ExampleQuery(text, mode, hits, filter, day);
  }
}
