package dev.dealcoach.kb.rank;

/**
 * How well a passage meets a query, seen by both arms.
 *
 * @param words share of the query's information that the passage carries: its BM25 score over the
 *     best score that any passage could have, 0 to about 1
 * @param noted the part of it that comes from what is noted about the passage
 * @param nearness inner product of the two vectors, -1 to 1; NaN if one of them is missing
 * @param asked how plainly the query asks for something that the passage shows, 0 to 1
 * @param wordsBest the largest {@code words} of this query
 * @param notedBest the largest {@code noted} of this query
 * @param nearest the largest {@code nearness} of this query; NaN if there is none
 */
public record Match(
    double words,
    double noted,
    double nearness,
    double asked,
    double wordsBest,
    double notedBest,
    double nearest) {
  /** Whether the vectors could be compared. */
  public boolean compared() {
    return !Double.isNaN(nearness);
  }
}
