package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.People.APRIL;
import static dev.dealcoach.service.store.People.JUNE;
import static dev.dealcoach.service.store.People.MARCH;
import static dev.dealcoach.service.store.People.MAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.job.DbSchedulerQueue;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.proposal.ReviewBacklog;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.ReviewWork;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.team.TeamWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What managers see of people's reviews, and administrators of the work on them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TeamWorkTest {
  @Parameter TestDatabase database;

  private Jdbi jdbi;
  private JdbiProposals proposals;
  private JdbiTeamWork work;
  private JdbiBacklog backlog;
  private People people;
  private Team east;
  private Account lin;
  private UUID deal;

  @BeforeEach
  void open() {
    DataSource source = database.migrated();
    jdbi = Database.jdbi(source);
    DbSchedulerQueue queue = new DbSchedulerQueue(source);
    proposals = new JdbiProposals(jdbi, queue);
    work = new JdbiTeamWork(jdbi);
    backlog = new JdbiBacklog(jdbi, queue);
    people = new People(jdbi);
    east = people.team(null);
    lin = people.account(Role.REP);
    people.member(lin, east, false, MARCH, MAY);
    deal = deal(lin);
  }

  private UUID deal(Account owner) {
    NewDeal deal = new NewDeal("C", "", owner.id(), "D", "", Deal.Stage.LEAD, null, MARCH);
    return ((Creation.New) new JdbiDeals(jdbi).add(deal, null)).id();
  }

  private UUID accept(Account by, UUID in, Instant at) {
    Blob blob = new Blob("d".repeat(64), 12);
    Upload upload = new Upload(in, null, "P", "p.md", blob, by.id(), at, List.of(), Urgency.NOW);
    return ((Creation.New) proposals.accept(upload, null)).id();
  }

  private UUID done(Account by, UUID in, Instant at, int gold) {
    UUID review = accept(by, in, at);
    ReviewWork begun = proposals.begin(review).orElseThrow();
    ReviewResult.Wording wording = new ReviewResult.Wording("{}", "");
    proposals.done(
        begun,
        new ReviewResult("md", gold, "p", "c".repeat(64), "[]", Map.of(Language.EN, wording)),
        at);
    return review;
  }

  private Sight sight(Account self) {
    return new Sight(self.id(), Set.of(east.id()));
  }

  @Test
  void reviewsAreOfWhatIsSeenInThePeriod() {
    Account boss = people.account(Role.MANAGER);
    Account other = people.account(Role.REP);
    done(lin, deal, MARCH, 0);
    done(lin, deal, APRIL, 1);
    UUID last = done(lin, deal, APRIL.plus(Duration.ofDays(1)), 3);
    // after the move, and by somebody who was never here
    done(lin, deal, MAY.plus(Duration.ofDays(1)), 3);
    done(other, deal(other), APRIL, 3);
    accept(lin, deal, APRIL.plus(Duration.ofDays(2)));

    assertThat(work.newest(sight(boss), APRIL, MAY))
        .containsExactly(
            new TeamWork.Point(lin.id(), deal, last, APRIL.plus(Duration.ofDays(1)), 3, null));
    assertThat(work.newest(sight(boss), MARCH, APRIL.plus(Duration.ofDays(1))))
        .extracting(TeamWork.Point::handedIn)
        .containsExactly(APRIL);
    assertThat(work.newest(sight(boss), MAY, MAY.plus(Duration.ofDays(9)))).isEmpty();
    assertThat(work.reviews(lin.id(), sight(boss), MARCH, APRIL.plus(Duration.ofDays(1))))
        .extracting(StoredReview::handedIn)
        .containsExactly(APRIL, MARCH);
    assertThat(work.reviews(lin.id(), sight(boss), PageRequest.first()).items())
        .extracting(StoredReview::handedIn)
        .containsExactly(
            APRIL.plus(Duration.ofDays(2)), APRIL.plus(Duration.ofDays(1)), APRIL, MARCH);
    assertThat(work.reviews(other.id(), sight(boss), PageRequest.first()).items()).isEmpty();
    var page = work.reviews(lin.id(), sight(boss), new PageRequest(3, null));
    assertThat(work.reviews(lin.id(), sight(boss), new PageRequest(3, page.next())).items())
        .extracting(StoredReview::handedIn)
        .containsExactly(MARCH);
  }

  @Test
  void aRefusedReviewIsMadeAgainOnce() {
    UUID review = accept(lin, deal, APRIL);
    assertThat(backlog.counts(MARCH)).isEqualTo(new ReviewBacklog.Counts(1, 0, 0, 0));
    assertThat(backlog.open(9).getFirst().due()).isEqualTo(APRIL);
    ReviewWork begun = proposals.begin(review).orElseThrow();
    assertThat(backlog.counts(MARCH)).isEqualTo(new ReviewBacklog.Counts(0, 1, 0, 0));
    assertThat(backlog.again(review, MAY)).isFalse();
    proposals.refused(begun, "crashed", MAY);
    assertThat(backlog.counts(MARCH)).isEqualTo(new ReviewBacklog.Counts(0, 0, 1, 0));
    assertThat(backlog.counts(JUNE)).isEqualTo(new ReviewBacklog.Counts(0, 0, 0, 0));
    ReviewBacklog.Entry refused = backlog.refused(9).getFirst();
    assertThat(refused.refusal()).isEqualTo("crashed");
    assertThat(refused.owner()).isEqualTo(lin.id());

    // the job of the refused attempt is still there: its worker will remove it
    assertThat(backlog.again(review, MAY)).isFalse();
    jdbi.useHandle(handle -> handle.execute("delete from scheduled_tasks"));
    assertThat(backlog.again(review, MAY)).isTrue();
    assertThat(backlog.again(review, MAY)).isFalse();
    StoredReview again = proposals.find(review).orElseThrow();
    assertThat(again.state()).isEqualTo(ReviewState.WAITING);
    assertThat(again.attempts()).isZero();
    assertThat(again.refusal()).isNull();
    assertThat(backlog.open(9).getFirst().due()).isEqualTo(MAY);
    assertThat(backlog.refused(9)).isEmpty();
    assertThat(backlog.again(done(lin, deal, APRIL, 2), MAY)).isFalse();
  }

  @Test
  void countsWhatIsKept() {
    accept(lin, deal, APRIL);
    accept(lin, deal, APRIL);
    var counts = new JdbiInventory(jdbi).counts();
    assertThat(counts.reviews()).isEqualTo(2);
    assertThat(counts.documents()).isEqualTo(1);
    assertThat(counts.bytes()).isEqualTo(12);
    assertThat(counts.deals()).isEqualTo(1);
    assertThat(counts.database()).startsWith(database == TestDatabase.H2 ? "H2" : "PostgreSQL");
  }
}
