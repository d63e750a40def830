package dev.dealcoach.service.correction;

import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.proposal.ProposalStore;
import java.util.Optional;

/** Finds the work that a dispute is about. Thread-safe. */
public final class Subjects {
  private final ContactStore contacts;
  private final ProposalStore proposals;

  public Subjects(ContactStore contacts, ProposalStore proposals) {
    this.contacts = contacts;
    this.proposals = proposals;
  }

  /** The work as it is now; its summary may be a later version than the disputed one. */
  public Optional<Subject> now(Dispute dispute) {
    return dispute.contact() != null
        ? contacts.find(dispute.contact()).map(Subject::of)
        : Optional.ofNullable(dispute.review()).flatMap(proposals::find).map(Subject::of);
  }

  /** The work in the version that is disputed. */
  public Optional<Subject> then(Dispute dispute) {
    return now(dispute).map(subject -> subject.in(dispute.summary()));
  }
}
