package dev.dealcoach.service.access;

import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.audit.AuditLog;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.people.TeamTree;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.StoredReview;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides who may use a route and who may see whose work; tells the audit log. Thread-safe. */
public final class Access {
  /** No account has this id. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final TeamStore teams;
  private final DealStore deals;
  private final ProposalStore proposals;
  private final ContactStore contacts;
  private final AuditLog audit;
  private final InstantSource clock;

  public Access(
      TeamStore teams,
      DealStore deals,
      ProposalStore proposals,
      ContactStore contacts,
      AuditLog audit,
      InstantSource clock) {
    this.teams = teams;
    this.deals = deals;
    this.proposals = proposals;
    this.contacts = contacts;
    this.audit = audit;
    this.clock = clock;
  }

  /** What may be done with a route. */
  public enum Verdict {
    /** Go on. */
    ALLOWED,
    /** Nobody is signed in, and somebody must be. */
    SIGN_IN,
    /** It is not for this role. */
    REFUSED
  }

  /**
   * Whether a route may be used.
   *
   * @param type of the resource, which may be a subclass of what declares the method
   * @param viewer who asks; null if nobody is signed in
   */
  public static Verdict route(Class<?> type, Method method, @Nullable Viewer viewer) {
    if (method.isAnnotationPresent(OpenToAll.class)) {
      return Verdict.ALLOWED;
    }
    Allowed allowed = method.getAnnotation(Allowed.class);
    if (allowed == null) {
      if (type.isAnnotationPresent(OpenToAll.class)) {
        return Verdict.ALLOWED;
      }
      allowed = type.getAnnotation(Allowed.class);
    }
    if (allowed == null && type.getPackage().isAnnotationPresent(OpenToAll.class)) {
      return Verdict.ALLOWED;
    }
    if (viewer == null) {
      return Verdict.SIGN_IN;
    }
    return allowed != null && Arrays.asList(allowed.value()).contains(viewer.role())
        ? Verdict.ALLOWED
        : Verdict.REFUSED;
  }

  /** Whose work this person may see now. */
  public Sight sight(Viewer viewer) {
    if (viewer.role() != Role.MANAGER) {
      return new Sight(viewer.id(), Set.of());
    }
    Instant now = clock.instant();
    Set<UUID> seen =
        teams.of(viewer.id()).stream()
            .filter(membership -> membership.leads() && membership.at(now))
            .map(Membership::team)
            .collect(Collectors.toCollection(HashSet::new));
    List<Team> all = teams.all();
    boolean more = !seen.isEmpty();
    while (more) {
      more = false;
      for (Team team : all) {
        if (team.parent() != null && seen.contains(team.parent())) {
          more |= seen.add(team.id());
        }
      }
    }
    return new Sight(viewer.id(), seen);
  }

  /** The deal, if this person may see it; empty as if there were none otherwise. */
  public Optional<Deal> deal(Viewer viewer, UUID id) {
    Optional<Deal> seen = deals.find(id, sight(viewer), clock.instant());
    if (seen.isEmpty() && deals.find(id).isPresent()) {
      note(viewer, Act.REFUSED, "deal", id, "");
    }
    seen.filter(deal -> !deal.owner().equals(viewer.id()))
        .ifPresent(deal -> note(viewer, Act.READ, "deal", id, ""));
    return seen;
  }

  /** The deal, if this person works on it: nobody else adds to it. */
  public Optional<Deal> ownDeal(Viewer viewer, UUID id) {
    Optional<Deal> found = deals.find(id);
    Optional<Deal> own = found.filter(deal -> deal.owner().equals(viewer.id()));
    if (own.isEmpty() && found.isPresent()) {
      note(viewer, Act.REFUSED, "deal", id, "change");
    }
    return own;
  }

  /**
   * The review, if this person may see it; empty as if there were none otherwise.
   *
   * @param part what of it is read, for the audit log: {@code report}, {@code document} …
   */
  public Optional<StoredReview> review(Viewer viewer, UUID id, String part) {
    Optional<StoredReview> seen = proposals.find(id, sight(viewer));
    if (seen.isEmpty() && proposals.find(id).isPresent()) {
      note(viewer, Act.REFUSED, "review", id, part);
    }
    seen.filter(review -> !review.owner().equals(viewer.id()))
        .ifPresent(review -> note(viewer, Act.READ, "review", id, part));
    return seen;
  }

  /**
   * When somebody was in the teams whose work this person sees, the earliest first; empty if never,
   * as if there were nobody with this id.
   */
  public List<Membership> person(Viewer viewer, UUID id) {
    Set<UUID> seen = sight(viewer).teams();
    List<Membership> all = teams.of(id);
    List<Membership> shared = all.stream().filter(each -> seen.contains(each.team())).toList();
    if (!shared.isEmpty()) {
      note(viewer, Act.READ, "person", id, "");
    } else if (!all.isEmpty()) {
      note(viewer, Act.REFUSED, "person", id, "");
    }
    return shared;
  }

  /**
   * Whose work is seen in one team and those below it, if this person leads it or one above; empty
   * as if there were none otherwise. It is the same whoever looks.
   *
   * @param part what of the team is read, for the audit log: {@code brief} …
   */
  public Optional<Sight> team(Viewer viewer, UUID id, String part) {
    List<Team> all = teams.all();
    if (!sight(viewer).teams().contains(id)) {
      if (all.stream().anyMatch(team -> team.id().equals(id))) {
        note(viewer, Act.REFUSED, "team", id, part);
      }
      return Optional.empty();
    }
    note(viewer, Act.READ, "team", id, part);
    return Optional.of(below(id, all));
  }

  /** The topmost teams of the branches of the tree that this person belongs to now, by name. */
  public List<Team> branches(Viewer viewer) {
    Instant now = clock.instant();
    Map<UUID, Team> all =
        teams.all().stream().collect(Collectors.toMap(Team::id, Function.identity()));
    return teams.of(viewer.id()).stream()
        .filter(membership -> membership.at(now))
        .map(membership -> topmost(membership.team(), all))
        .flatMap(Optional::stream)
        .distinct()
        .sorted(Comparator.comparing(Team::name).thenComparing(Team::id))
        .toList();
  }

  private static Optional<Team> topmost(UUID id, Map<UUID, Team> all) {
    Team team = all.get(id);
    Set<UUID> seen = new HashSet<>();
    while (team != null && team.parent() != null && seen.add(team.id())) {
      team = all.get(team.parent());
    }
    return Optional.ofNullable(team);
  }

  /**
   * Everything done in a branch that this person belongs to; empty as if there were none otherwise.
   * Only for what may be told to everybody in the branch: nobody may be shown another's work by it.
   *
   * @param id of the branch's topmost team
   */
  public Optional<Sight> branch(Viewer viewer, UUID id) {
    if (branches(viewer).stream().noneMatch(team -> team.id().equals(id))) {
      return Optional.empty();
    }
    return Optional.of(below(id, teams.all()));
  }

  private static Sight below(UUID id, List<Team> all) {
    TeamTree tree = TeamTree.of(all);
    return new Sight(
        NOBODY,
        all.stream()
            .map(Team::id)
            .filter(each -> tree.within(each, id))
            .collect(Collectors.toSet()));
  }

  /**
   * The contact, if this person may see it; empty as if there were none otherwise.
   *
   * @param part what of it is read, for the audit log: {@code page}, {@code report} …
   */
  public Optional<Contact> contact(Viewer viewer, UUID id, String part) {
    Optional<Contact> seen = contacts.find(id, sight(viewer));
    if (seen.isEmpty() && contacts.find(id).isPresent()) {
      note(viewer, Act.REFUSED, "contact", id, part);
    }
    seen.filter(contact -> !contact.author().equals(viewer.id()))
        .ifPresent(contact -> note(viewer, Act.READ, "contact", id, part));
    return seen;
  }

  /** The contact, if it is this person's: nobody else writes about it. */
  public Optional<Contact> ownContact(Viewer viewer, UUID id) {
    Optional<Contact> found = contacts.find(id);
    Optional<Contact> own = found.filter(contact -> contact.author().equals(viewer.id()));
    if (own.isEmpty() && found.isPresent()) {
      note(viewer, Act.REFUSED, "contact", id, "change");
    }
    return own;
  }

  /** Notes that a route was refused. */
  public void refusedRoute(Viewer viewer, String route) {
    audit.add(
        new AuditEntry(
            0, clock.instant(), viewer.id(), Act.REFUSED, "route", shortened(route), ""));
  }

  /** Notes that somebody made or changed something. */
  public void note(Viewer viewer, Act what, String kind, UUID subject, String detail) {
    audit.add(
        new AuditEntry(0, clock.instant(), viewer.id(), what, kind, subject.toString(), detail));
  }

  /** Notes that somebody made or changed something that has a name. */
  public void note(Viewer viewer, Act what, String kind, String subject, String detail) {
    audit.add(
        new AuditEntry(0, clock.instant(), viewer.id(), what, kind, shortened(subject), detail));
  }

  private static String shortened(String route) {
    return route.length() <= 100 ? route : route.substring(0, 100);
  }
}
