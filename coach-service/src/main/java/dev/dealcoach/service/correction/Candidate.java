package dev.dealcoach.service.correction;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work that may wait for a manager. Immutable.
 *
 * @param id of the contact or the review
 * @param name the customer's or the file's
 * @param authorName as it is shown
 * @param at when the contact was held or the proposal handed in
 * @param score what holds: 0 to 100 of a contact, 0 to 3 of a proposal; null while there is none
 * @param counts whether the score counts in means
 * @param flags what speaks for gaming: {@code filler}, {@code copy}, or of the recording
 * @param judged whether a person has said something of this version
 */
public record Candidate(
    Subject.Kind kind,
    UUID id,
    UUID deal,
    String name,
    UUID author,
    String authorName,
    Instant at,
    @Nullable Integer score,
    boolean counts,
    Set<String> flags,
    boolean judged) {
  public Candidate {
    flags = Set.copyOf(flags);
  }

  /** The page that shows it. */
  public String link() {
    return "/deals/" + deal + (kind == Subject.Kind.CONTACT ? "/contacts/" : "/reviews/") + id;
  }
}
