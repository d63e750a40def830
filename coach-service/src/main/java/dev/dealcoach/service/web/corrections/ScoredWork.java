package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.proposal.StoredReview;
import org.jspecify.annotations.Nullable;

/**
 * Work with its score. Immutable.
 *
 * @param score what holds: 0 to 100 for a contact, 0 to 3 for a proposal; null while there is none
 * @param machineScore what the machine said, where a person corrected it; else null
 */
record ScoredWork(Subject subject, @Nullable Integer score, @Nullable Integer machineScore) {
  static ScoredWork of(Contact contact) {
    return new ScoredWork(Subject.of(contact), contact.score(), contact.machineScore());
  }

  static ScoredWork of(StoredReview review) {
    return new ScoredWork(Subject.of(review), review.gold(), review.machineGold());
  }
}
