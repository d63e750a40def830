package dev.dealcoach.service.web.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.compare.Comparison;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.StoredReview;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds two versions that the viewer may see and compares them. Thread-safe. */
public final class Versions {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final ProposalStore proposals;
  private final Access access;

  public Versions(ProposalStore proposals, Access access) {
    this.proposals = proposals;
    this.access = access;
  }

  /** Two versions and what changed. */
  record Pair(StoredReview before, StoredReview after, Comparison comparison) {}

  /**
   * The version of a review beside another one of the same deal.
   *
   * @param with the other; null for the version before it
   * @return empty if one of them cannot be seen or has no result
   */
  Optional<Pair> pair(Viewer viewer, UUID review, @Nullable UUID with, Language language) {
    StoredReview after = done(viewer, review).orElse(null);
    if (after == null) {
      return Optional.empty();
    }
    Optional<StoredReview> before =
        with == null
            ? proposals.ofDeal(after.deal(), access.sight(viewer)).stream()
                .filter(each -> each.proposal().equals(after.proposal()))
                .filter(each -> each.version() < after.version())
                .filter(each -> each.state() == ReviewState.DONE)
                .max(Comparator.comparingInt(StoredReview::version))
            : done(viewer, with).filter(each -> each.deal().equals(after.deal()));
    return before.flatMap(
        each ->
            report(each, language)
                .flatMap(
                    old ->
                        report(after, language)
                            .map(now -> new Pair(each, after, Comparison.of(old, now)))));
  }

  private Optional<StoredReview> done(Viewer viewer, UUID review) {
    return access
        .review(viewer, review, "comparison")
        .filter(found -> found.state() == ReviewState.DONE);
  }

  private Optional<JsonNode> report(StoredReview review, Language language) {
    return proposals
        .wording(review.id(), language)
        .map(ReviewResult.Wording::report)
        .map(
            report -> {
              try {
                return held(JSON.readTree(report), review);
              } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /** The report with the points that hold, where a person corrected some. */
  private JsonNode held(JsonNode report, StoredReview review) {
    if (report.path("gold") instanceof ObjectNode gold && review.machineGold() != null) {
      gold.put("score", review.gold());
      proposals
          .correctedPoints(review.id())
          .forEach((point, met) -> gold.withObject("/" + point).put("met", met));
    }
    return report;
  }
}
