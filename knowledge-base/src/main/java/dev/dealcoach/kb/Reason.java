package dev.dealcoach.kb;

import java.time.LocalDate;
import java.util.List;

/** One reason why an example was chosen; others word it. */
public sealed interface Reason {
  /** It shares words with the query, as the query writes them, the rarest first. */
  record SharedWords(List<String> words) implements Reason {
    public SharedWords {
      words = List.copyOf(words);
    }
  }

  /**
   * It speaks of the same.
   *
   * @param nearness inner product of the two vectors, -1 to 1
   */
  record NearInMeaning(double nearness) implements Reason {}

  /** What is noted about it (industry, what it shows) answers words of the query. */
  record FactsMatch(List<String> words) implements Reason {
    public FactsMatch {
      words = List.copyOf(words);
    }
  }

  /** Its seller is among the best of the industry. */
  record TopSeller(int rank) implements Reason {}

  /** It is of late. */
  record Recent(LocalDate date) implements Reason {}

  /** It demonstrates what a finding misses. */
  record Answers(String finding) implements Reason {}

  /** It is of the industry that was asked for. */
  record SameIndustry(String industry) implements Reason {}

  /** It is of another industry, for want of better ones of the same. */
  record OtherIndustry(String industry, String wanted) implements Reason {}

  /** Its seller is not among the best, for want of better ones. */
  record NoTopSeller() implements Reason {}
}
