package dev.dealcoach.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.ReviewWork;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.proposal.Upload;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Proposals and reviews in the database, and their jobs in the same transactions. */
public final class JdbiProposals implements ProposalStore {
  /** A row of {@link StoredReview}; a condition follows. */
  static final String SELECT =
      """
      select r.id, p.deal, p.id as proposal, p.title, v.number as version, v.file_name,
        v.document as sha256, b.bytes, v.handed_in_by as owner, v.handed_in, r.state, r.attempts,
        r.refusal, r.type, coalesce(r.corrected_gold, r.gold) as gold, r.pack_id, r.pack_sha256,
        r.ended, case when r.corrected_gold is not null then r.gold end as machine_gold
      from reviews r join proposal_versions v on v.id = r.version
        join proposals p on p.id = v.proposal join blobs b on b.sha256 = v.document
      """
          + "where ";

  private static final String SEEN = Seen.at("v.handed_in_by", "v.handed_in");
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Jdbi jdbi;
  private final ReviewQueue queue;

  /**
   * @param queue takes the jobs
   */
  public JdbiProposals(Jdbi jdbi, ReviewQueue queue) {
    this.jdbi = jdbi;
    this.queue = queue;
  }

  @Override
  public Creation accept(Upload upload, @Nullable Once once) {
    Creation creation =
        Creations.run(
            jdbi,
            once,
            upload.at(),
            (handle, review) -> {
              Acceptance.write(handle, upload, review, json(upload.statements()));
              queue.add(handle.getConnection(), review, upload.urgency(), upload.at());
            });
    if (creation instanceof Creation.New) {
      queue.committed();
    }
    return creation;
  }

  @Override
  public Optional<StoredReview> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "r.id = :id")
                .bind("id", id)
                .mapTo(StoredReview.class)
                .findOne());
  }

  @Override
  public Optional<StoredReview> find(UUID id, Sight sight) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(handle.createQuery(SELECT + "r.id = :id and " + SEEN), sight)
                .bind("id", id)
                .mapTo(StoredReview.class)
                .findOne());
  }

  @Override
  public List<StoredReview> ofDeal(UUID deal, Sight sight) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        SELECT
                            + "p.deal = :deal and "
                            + SEEN
                            + " order by v.handed_in desc, v.number desc, r.id"),
                    sight)
                .bind("deal", deal)
                .mapTo(StoredReview.class)
                .list());
  }

  @Override
  public Page<StoredReview> reviews(Sight sight, PageRequest page) {
    return jdbi.withHandle(
        handle ->
            Listing.page(
                Seen.bind(
                    handle.createQuery(SELECT + SEEN + Listing.part("v.handed_in", "r.id")), sight),
                page,
                StoredReview.class,
                review -> new PageRequest.Place(review.handedIn(), review.id())));
  }

  @Override
  public boolean has(UUID deal, UUID proposal) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select 1 from proposals where id = :proposal and deal = :deal")
                .bind("proposal", proposal)
                .bind("deal", deal)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public List<String> statements(UUID review) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select v.statements from reviews r join proposal_versions v on v.id = r.version"
                        + " where r.id = :id")
                .bind("id", review)
                .mapTo(String.class)
                .findOne()
                .map(JdbiProposals::statements)
                .orElse(List.of()));
  }

  @Override
  public Map<String, Boolean> correctedPoints(UUID review) {
    return jdbi.withHandle(handle -> HeldScores.correctedPoints(handle, review));
  }

  @Override
  public Optional<ReviewResult.Wording> wording(UUID review, Language language) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select report, notes from review_wordings where review = :id and language = :language")
                .bind("id", review)
                .bind("language", language.code())
                .map(
                    (row, context) ->
                        new ReviewResult.Wording(row.getString("report"), row.getString("notes")))
                .findOne());
  }

  @Override
  public Optional<String> blocks(UUID review) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select blocks from reviews where id = :id and blocks is not null")
                .bind("id", review)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public Optional<ReviewWork> begin(UUID review) {
    return jdbi.inTransaction(
        handle -> {
          int begun =
              handle
                  .createUpdate(
                      "update reviews set attempts = attempts + 1, state = :reading"
                          + " where id = :id and state not in (:done, :refused)")
                  .bind("reading", ReviewState.READING)
                  .bind("done", ReviewState.DONE)
                  .bind("refused", ReviewState.REFUSED)
                  .bind("id", review)
                  .execute();
          return begun == 0
              ? Optional.empty()
              : handle
                  .createQuery(
                      "select r.attempts, v.document, b.bytes, v.file_name, v.statements from reviews r"
                          + " join proposal_versions v on v.id = r.version"
                          + " join blobs b on b.sha256 = v.document where r.id = :id")
                  .bind("id", review)
                  .map(
                      (row, context) ->
                          new ReviewWork(
                              review,
                              row.getInt("attempts"),
                              new Blob(row.getString("document"), row.getLong("bytes")),
                              row.getString("file_name"),
                              statements(row.getString("statements"))))
                  .findOne();
        });
  }

  @Override
  public void progress(ReviewWork work, ReviewState state) {
    jdbi.useHandle(handle -> Attempts.change(handle, work, "state = :state", state));
  }

  @Override
  public boolean done(ReviewWork work, ReviewResult result, Instant at) {
    return jdbi.inTransaction(handle -> Attempts.done(handle, work, result, at));
  }

  @Override
  public boolean refused(ReviewWork work, String code, Instant at) {
    return jdbi.inTransaction(handle -> Attempts.refused(handle, work, code, at));
  }

  @Override
  public void postponed(ReviewWork work, boolean counts) {
    jdbi.useHandle(
        handle ->
            Attempts.change(
                handle,
                work,
                counts ? "state = :state" : "state = :state, attempts = attempts - 1",
                ReviewState.WAITING));
  }

  private static String json(List<String> statements) {
    try {
      return JSON.writeValueAsString(statements);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> statements(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
