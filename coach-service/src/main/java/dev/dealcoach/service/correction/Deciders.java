package dev.dealcoach.service.correction;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Superiors;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.proposal.ProposalStore;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Knows who may decide a dispute. Thread-safe. */
public final class Deciders {
  private final CorrectionStore store;
  private final TeamStore teams;
  private final AccountStore accounts;
  private final ContactStore contacts;
  private final ProposalStore proposals;
  private final Access access;
  private final InstantSource clock;

  public Deciders(
      CorrectionStore store,
      TeamStore teams,
      AccountStore accounts,
      ContactStore contacts,
      ProposalStore proposals,
      Access access,
      InstantSource clock) {
    this.store = store;
    this.teams = teams;
    this.accounts = accounts;
    this.contacts = contacts;
    this.proposals = proposals;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The managers from the direct one up the tree who see the work and have not themselves said
   * something of the item.
   */
  public List<UUID> managers(Subject subject, Item item) {
    Set<UUID> involved = new LinkedHashSet<>(judges(subject, item));
    involved.add(subject.author());
    // whoever led the team then, and whoever has it now
    Set<UUID> superiors = new LinkedHashSet<>(Superiors.of(teams, subject.author(), subject.at()));
    superiors.addAll(Superiors.of(teams, subject.author(), clock.instant()));
    return superiors.stream()
        .filter(id -> !involved.contains(id))
        .filter(id -> accounts.find(id).filter(each -> sees(each, subject)).isPresent())
        .toList();
  }

  /** Who said something of the item so that it counts; blind words do not. */
  public List<UUID> judges(Subject subject, Item item) {
    return store.corrections(subject).stream()
        .filter(each -> each.item() == item && each.kind() != Correction.Kind.BLIND)
        .map(Correction::author)
        .distinct()
        .toList();
  }

  /** The trainers that can sign in. */
  public List<UUID> trainers() {
    return accounts.all().stream()
        .filter(each -> each.active() && each.role() == Role.TRAINER)
        .map(Account::id)
        .toList();
  }

  /** Whether trainers decide: they were asked to, or there is no manager who could. */
  public boolean trainersDecide(Dispute dispute, Subject subject) {
    return dispute.trainers() || managers(subject, dispute.item()).isEmpty();
  }

  /** Whether this person may decide. */
  public boolean may(Viewer viewer, Dispute dispute, Subject subject) {
    return dispute.open()
        && switch (viewer.role()) {
          case TRAINER -> trainersDecide(dispute, subject);
          case MANAGER -> managers(subject, dispute.item()).contains(viewer.id());
          case REP, ADMIN -> false;
        };
  }

  private boolean sees(Account account, Subject subject) {
    if (!account.active() || account.role() != Role.MANAGER) {
      return false;
    }
    Sight sight = access.sight(new Viewer(account, null));
    return subject.kind() == Subject.Kind.CONTACT
        ? contacts.find(subject.id(), sight).isPresent()
        : proposals.find(subject.id(), sight).isPresent();
  }
}
