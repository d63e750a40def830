package dev.dealcoach.service.lesson;

import dev.dealcoach.service.figure.Improvement;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A contact that counts or a proposal that was reviewed, with what was flagged in it. Immutable.
 *
 * @param id of the contact, or of the review
 * @param account the rep
 * @param at when the contact was held or the proposal handed in
 * @param flaws items of the checklist that are not covered, or rules whose findings ask for
 *     something
 */
public record Submission(
    UUID id, Improvement.Kind kind, UUID account, UUID deal, Instant at, Set<String> flaws) {
  public Submission {
    flaws = Set.copyOf(flaws);
  }

  /** The page that shows it. */
  public String link() {
    return "/deals/" + deal + (kind == Improvement.Kind.CONTACT ? "/contacts/" : "/reviews/") + id;
  }
}
