package dev.dealcoach.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.ReviewEnd;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.Reviewer;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.proposal.Urgency;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.store.FolderBlobs;
import dev.dealcoach.service.store.JdbiDeals;
import dev.dealcoach.service.store.JdbiProposals;
import dev.dealcoach.service.store.People;
import dev.dealcoach.service.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An attempt ends a review, or leaves it for another attempt, at most three. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReviewWorkerTest {
  private static final ReviewResult RESULT =
      new ReviewResult(
          "md",
          1,
          "standard",
          "c".repeat(64),
          "[]",
          Map.of(Language.ZH, new ReviewResult.Wording("{}", "")));

  @Parameter TestDatabase database;
  @TempDir Path folder;

  private FolderBlobs blobs;
  private JdbiProposals proposals;
  private Jdbi jdbi;

  @BeforeEach
  void open() {
    blobs = new FolderBlobs(folder);
    DataSource source = database.migrated();
    jdbi = dev.dealcoach.service.store.Database.jdbi(source);
    proposals = new JdbiProposals(jdbi, new DbSchedulerQueue(source));
  }

  private UUID accept(Urgency urgency) throws IOException {
    BlobResult.Stored stored =
        (BlobResult.Stored) blobs.put(new ByteArrayInputStream(new byte[] {'x'}), 1);
    return accept(stored.blob(), urgency);
  }

  private UUID accept(Blob blob, Urgency urgency) {
    Account rep = new People(jdbi).account(Role.REP);
    NewDeal deal = new NewDeal("C", "", rep.id(), "D", "", Deal.Stage.LEAD, null, People.MARCH);
    UUID id = ((Creation.New) new JdbiDeals(jdbi).add(deal, null)).id();
    Upload upload =
        new Upload(id, null, "P", "p.md", blob, rep.id(), People.MARCH, List.of(), urgency);
    return ((Creation.New) proposals.accept(upload, null)).id();
  }

  private ReviewWorker worker(Reviewer reviewer) {
    return new ReviewWorker(proposals, blobs, reviewer, InstantSource.fixed(People.APRIL));
  }

  @Test
  void theJobLiesBesideTheReviewUntilItIsTaken() throws IOException {
    UUID later = accept(Urgency.LATER);
    UUID now = accept(Urgency.NOW);
    List<String> jobs =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select task_instance from scheduled_tasks where task_name = 'review'"
                            + " and not picked order by priority desc")
                    .mapTo(String.class)
                    .list());
    assertThat(jobs).containsExactly(now.toString(), later.toString());
  }

  @Test
  void aResultEndsIt() throws IOException {
    UUID id = accept(Urgency.NOW);
    ReviewWorker worker =
        worker(
            (file, name, statements, state) -> {
              state.accept(ReviewState.READING);
              state.accept(ReviewState.REVIEWING);
              assertThat(proposals.find(id).orElseThrow().state()).isEqualTo(ReviewState.REVIEWING);
              assertThat(file).hasContent("x");
              return new ReviewEnd.Done(RESULT);
            });
    assertThat(worker.attempt(id)).isEqualTo(Next.OVER);
    StoredReview review = proposals.find(id).orElseThrow();
    assertThat(review.state()).isEqualTo(ReviewState.DONE);
    assertThat(review.ended()).isEqualTo(People.APRIL);
    assertThat(worker.attempt(id)).isEqualTo(Next.OVER);
    assertThat(proposals.find(id).orElseThrow().attempts()).isEqualTo(1);
  }

  @Test
  void aFileThatIsToBlameIsRefusedAtOnce() throws IOException {
    UUID id = accept(Urgency.NOW);
    ReviewWorker worker = worker((f, n, s, state) -> new ReviewEnd.Refused("encrypted", false));
    assertThat(worker.attempt(id)).isEqualTo(Next.OVER);
    assertThat(proposals.find(id).orElseThrow().refusal()).isEqualTo("encrypted");
  }

  @Test
  void theThirdFailureIsTheLast() throws IOException {
    UUID id = accept(Urgency.NOW);
    ReviewWorker worker = worker((f, n, s, state) -> new ReviewEnd.Refused("timed-out", true));
    assertThat(worker.attempt(id)).isEqualTo(Next.AGAIN);
    assertThat(worker.attempt(id)).isEqualTo(Next.AGAIN);
    assertThat(worker.attempt(id)).isEqualTo(Next.OVER);
    StoredReview review = proposals.find(id).orElseThrow();
    assertThat(review.state()).isEqualTo(ReviewState.REFUSED);
    assertThat(review.refusal()).isEqualTo("timed-out");
  }

  @Test
  void aDocumentThatTakesTheProcessWithItIsGivenUp() throws IOException {
    UUID id = accept(Urgency.NOW);
    for (int i = 0; i < JobSettings.MOST_ATTEMPTS; i++) {
      assertThat(proposals.begin(id)).isPresent(); // and never came back
    }
    ReviewWorker worker =
        worker(
            (f, n, s, state) -> {
              throw new AssertionError("not a fourth time");
            });
    assertThat(worker.attempt(id)).isEqualTo(Next.OVER);
    assertThat(proposals.find(id).orElseThrow().refusal()).isEqualTo("crashed");
  }

  @Test
  void aStoreThatCannotBeReadCostsNoAttempt() {
    UUID id = accept(new Blob("e".repeat(64), 1), Urgency.NOW);
    ReviewWorker worker =
        worker(
            (f, n, s, state) -> {
              throw new AssertionError("there is no file");
            });
    for (int i = 0; i < 5; i++) {
      assertThat(worker.attempt(id)).isEqualTo(Next.AGAIN);
    }
    assertThat(proposals.find(id).orElseThrow().attempts()).isZero();
  }

  @Test
  void ourOwnFailureIsTriedAgainAndCounts() throws IOException {
    UUID id = accept(Urgency.NOW);
    ReviewWorker worker =
        worker(
            (f, n, s, state) -> {
              throw new IllegalStateException("ours");
            });
    assertThatThrownBy(() -> worker.attempt(id)).hasMessage("ours");
    StoredReview review = proposals.find(id).orElseThrow();
    assertThat(review.state()).isEqualTo(ReviewState.WAITING);
    assertThat(review.attempts()).isEqualTo(1);
  }
}
