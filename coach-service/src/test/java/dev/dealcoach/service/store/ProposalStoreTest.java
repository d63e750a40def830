package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.People.APRIL;
import static dev.dealcoach.service.store.People.JUNE;
import static dev.dealcoach.service.store.People.MARCH;
import static dev.dealcoach.service.store.People.MAY;
import static dev.dealcoach.service.store.People.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.ReviewWork;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.PageRequest;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Uploads are accepted whole or not at all, and a review ends once. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ProposalStoreTest {
  private static final ReviewResult RESULT =
      new ReviewResult(
          "pdf",
          2,
          "standard",
          "c".repeat(64),
          "[\"客户\"]",
          Map.of(
              Language.ZH,
              new ReviewResult.Wording("{\"报告\":1}", "[]"),
              Language.EN,
              new ReviewResult.Wording("{\"report\":1}", "[]")));

  @Parameter TestDatabase database;

  private final List<UUID> queued = new ArrayList<>();
  private JdbiProposals proposals;
  private People people;
  private Account rep;
  private UUID deal;

  private final class Queue implements ReviewQueue {
    @Override
    public void add(Connection transaction, UUID review, Urgency urgency, Instant due) {
      queued.add(review);
    }

    @Override
    public void committed() {}
  }

  @BeforeEach
  void open() {
    proposals = new JdbiProposals(database.shared(), new Queue());
    people = new People(database.shared());
    rep = people.account(Role.REP);
    deal =
        ((Creation.New)
                new JdbiDeals(database.shared())
                    .add(
                        new NewDeal("客户", "", rep.id(), "deal", "", Deal.Stage.LEAD, null, MARCH),
                        null))
            .id();
  }

  private Upload upload(@Nullable UUID proposal, Instant at) {
    Blob blob = new Blob("d".repeat(64), 12);
    List<String> said = List.of("每次找模具都得翻半天", "It “stops”");
    return new Upload(deal, proposal, "方案", "方案.pdf", blob, rep.id(), at, said, Urgency.NOW);
  }

  private UUID accept(@Nullable UUID proposal, Instant at) {
    return ((Creation.New) proposals.accept(upload(proposal, at), null)).id();
  }

  @Test
  void anUploadBecomesAVersionWithAReviewAndAJob() {
    UUID review = accept(null, APRIL);
    StoredReview kept = proposals.find(review).orElseThrow();
    assertThat(kept)
        .isEqualTo(
            new StoredReview(
                review,
                deal,
                kept.proposal(),
                "方案",
                1,
                "方案.pdf",
                "d".repeat(64),
                12,
                rep.id(),
                APRIL,
                ReviewState.WAITING,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    assertThat(queued).containsExactly(review);
    assertThat(proposals.statements(review)).containsExactly("每次找模具都得翻半天", "It “stops”");
    assertThat(proposals.has(deal, kept.proposal())).isTrue();
    assertThat(proposals.has(UUID.randomUUID(), kept.proposal())).isFalse();
    UUID second = accept(kept.proposal(), MAY);
    assertThat(proposals.find(second).orElseThrow().version()).isEqualTo(2);
    assertThat(proposals.ofDeal(deal, own(rep)))
        .extracting(StoredReview::id)
        .containsExactly(second, review);
  }

  @Test
  void withoutItsJobNothingOfItIsKept() {
    ReviewQueue broken =
        new ReviewQueue() {
          @Override
          public void add(Connection transaction, UUID review, Urgency urgency, Instant due) {
            throw new IllegalStateException("no queue");
          }

          @Override
          public void committed() {
            throw new AssertionError("nothing was committed");
          }
        };
    JdbiProposals store = new JdbiProposals(database.shared(), broken);
    Once once = new Once(rep.id(), "key", "a".repeat(64));
    assertThatThrownBy(() -> store.accept(upload(null, APRIL), once))
        .hasMessageContaining("no queue");
    assertThat(proposals.ofDeal(deal, own(rep))).isEmpty();
    assertThat(proposals.accept(upload(null, APRIL), once)).isInstanceOf(Creation.New.class);
    assertThat(proposals.accept(upload(null, APRIL), once)).isInstanceOf(Creation.Earlier.class);
    assertThat(proposals.ofDeal(deal, own(rep))).hasSize(1);
  }

  @Test
  void anAttemptEndsWithAResultOnce() {
    UUID review = accept(null, APRIL);
    ReviewWork work = proposals.begin(review).orElseThrow();
    assertThat(work.attempt()).isEqualTo(1);
    assertThat(work.statements()).hasSize(2);
    assertThat(proposals.find(review).orElseThrow().state()).isEqualTo(ReviewState.READING);
    proposals.progress(work, ReviewState.REVIEWING);
    assertThat(proposals.find(review).orElseThrow().state()).isEqualTo(ReviewState.REVIEWING);
    assertThat(proposals.wording(review, Language.ZH)).isEmpty();
    assertThat(proposals.done(work, RESULT, MAY)).isTrue();
    assertThat(proposals.done(work, RESULT, JUNE)).isFalse();
    assertThat(proposals.refused(work, "crashed", JUNE)).isFalse();
    proposals.progress(work, ReviewState.READING);
    StoredReview done = proposals.find(review).orElseThrow();
    assertThat(done.state()).isEqualTo(ReviewState.DONE);
    assertThat(done.gold()).isEqualTo(2);
    assertThat(done.ended()).isEqualTo(MAY);
    assertThat(proposals.wording(review, Language.ZH)).contains(RESULT.wordings().get(Language.ZH));
    assertThat(proposals.blocks(review)).contains("[\"客户\"]");
    assertThat(proposals.begin(review)).isEmpty();
  }

  @Test
  void aWorkerThatWasThoughtDeadChangesNothing() {
    UUID review = accept(null, APRIL);
    ReviewWork dead = proposals.begin(review).orElseThrow();
    ReviewWork alive = proposals.begin(review).orElseThrow();
    assertThat(alive.attempt()).isEqualTo(2);
    assertThat(proposals.done(dead, RESULT, MAY)).isFalse();
    assertThat(proposals.wording(review, Language.ZH)).isEmpty();
    assertThat(proposals.refused(alive, "damaged", MAY)).isTrue();
    assertThat(proposals.find(review).orElseThrow().refusal()).isEqualTo("damaged");
  }

  @Test
  void anAttemptThatFailedThroughNoFaultOfTheDocumentDoesNotCount() {
    UUID review = accept(null, APRIL);
    proposals.postponed(proposals.begin(review).orElseThrow(), false);
    assertThat(proposals.find(review).orElseThrow().attempts()).isZero();
    proposals.postponed(proposals.begin(review).orElseThrow(), true);
    StoredReview kept = proposals.find(review).orElseThrow();
    assertThat(kept.attempts()).isEqualTo(1);
    assertThat(kept.state()).isEqualTo(ReviewState.WAITING);
  }

  @Test
  void aTeamSeesWhatWasHandedInWhileTheRepWasThere() {
    Team before = people.team(null);
    Team after = people.team(null);
    people.member(rep, before, false, MARCH, MAY);
    people.member(rep, after, false, MAY, null);
    UUID early = accept(null, APRIL);
    UUID late = accept(null, MAY);
    Sight old = new Sight(UUID.randomUUID(), Set.of(before.id()));
    Sight fresh = new Sight(UUID.randomUUID(), Set.of(after.id()));
    assertThat(proposals.find(early, old)).isPresent();
    assertThat(proposals.find(late, old)).isEmpty();
    assertThat(proposals.find(early, fresh)).isEmpty();
    assertThat(proposals.find(late, fresh)).isPresent();
    assertThat(proposals.ofDeal(deal, old)).extracting(StoredReview::id).containsExactly(early);
    assertThat(proposals.reviews(fresh, PageRequest.first()).items())
        .extracting(StoredReview::id)
        .containsExactly(late);
    assertThat(proposals.find(early, own(people.account(Role.REP)))).isEmpty();
  }
}
