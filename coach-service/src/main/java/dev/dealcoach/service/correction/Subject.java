package dev.dealcoach.service.correction;

import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.proposal.StoredReview;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rep's work that is judged: a contact by its latest summary, or a version of a proposal by its
 * review. Immutable.
 *
 * @param id of the contact or the review
 * @param summary the version that is judged; null for a proposal, or while there is no summary
 * @param author whose work it is
 * @param at when the contact was held or the proposal handed in
 * @param name the customer's or the file's
 */
public record Subject(
    Kind kind, UUID id, @Nullable UUID summary, UUID deal, UUID author, Instant at, String name) {

  /** What kind of work it is. */
  public enum Kind {
    /** A contact with a customer. */
    CONTACT,
    /** A version of a proposal. */
    REVIEW;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A contact, by its latest summary. */
  public static Subject of(Contact contact) {
    return new Subject(
        Kind.CONTACT,
        contact.id(),
        contact.summary(),
        contact.deal(),
        contact.author(),
        contact.held(),
        contact.customerName());
  }

  /** A version of a proposal. */
  public static Subject of(StoredReview review) {
    return new Subject(
        Kind.REVIEW,
        review.id(),
        null,
        review.deal(),
        review.owner(),
        review.handedIn(),
        review.fileName());
  }

  /** The same work in a version. */
  public Subject in(@Nullable UUID version) {
    return new Subject(kind, id, version, deal, author, at, name);
  }

  /** The page that shows it. */
  public String link() {
    return "/deals/" + deal + (kind == Kind.CONTACT ? "/contacts/" : "/reviews/") + id;
  }
}
