package dev.dealcoach.service.score;

import dev.dealcoach.nlp.text.Span;
import java.util.List;

/**
 * One item of the checklist. Immutable.
 *
 * @param status how far it was settled
 * @param reason id of the reason, kebab-case; worded by the messages {@code
 *     discovery.reason.ITEM.REASON}
 * @param evidence what was said for it, that which decides first; empty exactly when missing
 * @param against what speaks against it, in text order
 */
public record ItemScore(Status status, String reason, List<Span> evidence, List<Span> against) {
  /** Checks that evidence goes with the status. */
  public ItemScore {
    evidence = List.copyOf(evidence);
    against = List.copyOf(against);
    if ((status == Status.MISSING) != evidence.isEmpty()) {
      throw new IllegalArgumentException(status + " with " + evidence.size() + " places");
    }
  }

  /** A missing item. */
  static ItemScore missing(String reason, List<Span> against) {
    return new ItemScore(Status.MISSING, reason, List.of(), against);
  }
}
