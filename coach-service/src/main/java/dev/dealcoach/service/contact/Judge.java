package dev.dealcoach.service.contact;

/** Scores summaries by the discovery checklist. Deterministic, thread-safe. */
@FunctionalInterface
public interface Judge {
  /**
   * The score of a summary.
   *
   * @param text of the summary
   * @param industry of the customer, as anybody may call it; empty if not known
   */
  Judgement judge(String text, String industry);
}
