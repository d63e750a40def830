package dev.dealcoach.kb;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the trainer noted about an example. Everything may be unknown. Immutable.
 *
 * @param industry id of the customer's line of business, such as {@code manufacturing}
 * @param product what was sold
 * @param stage of the deal, such as {@code discovery} or {@code closing}
 * @param shows what it demonstrates: ids of gold-standard points, sections, clauses and discovery
 *     items
 * @param tags the case tags, such as {@code objection_handling}
 * @param seller who wrote or said it
 * @param rank the seller's place among those of the industry, from 1
 * @param date when
 * @param outcome how the deal ended, such as {@code won}
 * @param customer to whom
 */
public record Facts(
    @Nullable String industry,
    @Nullable String product,
    @Nullable String stage,
    List<String> shows,
    List<String> tags,
    @Nullable String seller,
    @Nullable Integer rank,
    @Nullable LocalDate date,
    @Nullable String outcome,
    @Nullable String customer) {
  /** Nothing noted. */
  public static final Facts NONE =
      new Facts(null, null, null, List.of(), List.of(), null, null, null, null, null);

  public Facts {
    shows = List.copyOf(shows);
    tags = List.copyOf(tags);
    if (rank != null && rank < 1) {
      throw new IllegalArgumentException("no rank: " + rank);
    }
  }
}
