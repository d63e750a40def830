package dev.dealcoach.service.access;

import static dev.dealcoach.service.store.People.APRIL;
import static dev.dealcoach.service.store.People.JUNE;
import static dev.dealcoach.service.store.People.MARCH;
import static dev.dealcoach.service.store.People.MAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.account.SettableClock;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.job.DbSchedulerQueue;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.JdbiAuditLog;
import dev.dealcoach.service.store.JdbiDeals;
import dev.dealcoach.service.store.JdbiProposals;
import dev.dealcoach.service.store.JdbiTeams;
import dev.dealcoach.service.store.People;
import dev.dealcoach.service.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everybody sees what the role and the time in a team give, and the audit log knows of the rest.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AccessTest {
  @Parameter TestDatabase database;

  private final SettableClock clock = new SettableClock(JUNE);
  private People people;
  private JdbiDeals deals;
  private JdbiProposals proposals;
  private JdbiAuditLog audit;
  private Access access;
  private Account rep;
  private UUID deal;

  @BeforeEach
  void open() {
    DataSource source = database.migrated();
    Jdbi jdbi = Database.jdbi(source);
    people = new People(jdbi);
    deals = new JdbiDeals(jdbi);
    proposals = new JdbiProposals(jdbi, new DbSchedulerQueue(source));
    audit = new JdbiAuditLog(jdbi);
    access = new Access(new JdbiTeams(jdbi), deals, proposals, audit, clock);
    rep = people.account(Role.REP);
    deal =
        ((Creation.New)
                deals.add(
                    new NewDeal("C", "", rep.id(), "D", "", Deal.Stage.LEAD, null, MARCH), null))
            .id();
  }

  private static Viewer viewer(Account account) {
    return new Viewer(account, null);
  }

  private UUID review(Instant at) {
    Blob blob = new Blob("f".repeat(64), 1);
    Upload upload = new Upload(deal, null, "P", "p.md", blob, rep.id(), at, List.of(), Urgency.NOW);
    return ((Creation.New) proposals.accept(upload, null)).id();
  }

  private List<AuditEntry> entries() {
    return audit.entries(PageRequest.first()).items();
  }

  @Test
  void theOwnWorkIsSeenWithoutAWordInTheLog() {
    UUID review = review(APRIL);
    assertThat(access.review(viewer(rep), review, "report")).isPresent();
    assertThat(access.deal(viewer(rep), deal)).isPresent();
    assertThat(access.ownDeal(viewer(rep), deal)).isPresent();
    assertThat(entries()).isEmpty();
  }

  @Test
  void anothersWorkIsNotThereAndTheLogHasIt() {
    UUID review = review(APRIL);
    Account other = people.account(Role.REP);
    assertThat(access.review(viewer(other), review, "document")).isEmpty();
    assertThat(access.deal(viewer(other), deal)).isEmpty();
    assertThat(access.ownDeal(viewer(other), deal)).isEmpty();
    assertThat(access.review(viewer(other), UUID.randomUUID(), "document")).isEmpty();
    assertThat(entries())
        .extracting(AuditEntry::what, AuditEntry::kind, AuditEntry::subject, AuditEntry::actor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Act.REFUSED, "deal", deal.toString(), other.id()),
            org.assertj.core.groups.Tuple.tuple(Act.REFUSED, "deal", deal.toString(), other.id()),
            org.assertj.core.groups.Tuple.tuple(
                Act.REFUSED, "review", review.toString(), other.id()));
  }

  @Test
  void aRepWhoChangedTeamsIsSeenByTheRightManagerForEachDate() {
    Team top = people.team(null);
    Team before = people.team(top);
    Team after = people.team(top);
    people.member(rep, before, false, MARCH, MAY);
    people.member(rep, after, false, MAY, null);
    Account old = people.account(Role.MANAGER);
    Account fresh = people.account(Role.MANAGER);
    Account boss = people.account(Role.MANAGER);
    Account former = people.account(Role.MANAGER);
    people.member(old, before, true, MARCH, null);
    people.member(fresh, after, true, MARCH, null);
    people.member(boss, top, true, MARCH, null);
    people.member(former, before, true, MARCH, MAY);
    UUID early = review(APRIL);
    UUID late = review(MAY.plus(Duration.ofDays(2)));

    assertThat(access.review(viewer(old), early, "report")).isPresent();
    assertThat(access.review(viewer(old), late, "report")).isEmpty();
    assertThat(access.review(viewer(fresh), early, "report")).isEmpty();
    assertThat(access.review(viewer(fresh), late, "report")).isPresent();
    assertThat(access.review(viewer(boss), early, "report")).isPresent();
    assertThat(access.review(viewer(boss), late, "report")).isPresent();
    // who no longer leads a team sees nothing of it
    assertThat(access.review(viewer(former), early, "report")).isEmpty();
    assertThat(entries()).filteredOn(entry -> entry.what() == Act.READ).hasSize(4);
    assertThat(entries()).filteredOn(entry -> entry.what() == Act.REFUSED).hasSize(3);
  }

  @Test
  void onlyManagersSeeThroughTeams() {
    Team team = people.team(null);
    people.member(rep, team, false, MARCH, null);
    UUID review = review(APRIL);
    for (Role role : new Role[] {Role.REP, Role.TRAINER, Role.ADMIN}) {
      Account leader = people.account(role);
      people.member(leader, team, true, MARCH, null);
      assertThat(access.review(viewer(leader), review, "report")).as(role.id()).isEmpty();
    }
    Account member = people.account(Role.MANAGER);
    people.member(member, team, false, MARCH, null);
    assertThat(access.review(viewer(member), review, "report")).isEmpty();
  }
}
