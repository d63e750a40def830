package dev.dealcoach.service.web.deals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealEdit;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.proposal.StoredReview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deals and reviews as they stand in JSON. Instants are ISO 8601 in UTC, days ISO 8601. */
final class Bodies {
  private Bodies() {}

  /** A deal. */
  record DealBody(
      UUID id,
      String customer,
      String industry,
      String title,
      String product,
      String stage,
      String outcome,
      @Nullable String firstContact,
      @Nullable String firstQuote,
      UUID owner,
      String ownerName,
      String created,
      @Nullable String closed) {
    static DealBody of(Deal deal) {
      return new DealBody(
          deal.id(),
          deal.customerName(),
          deal.industry(),
          deal.title(),
          deal.product(),
          deal.stage().id(),
          deal.outcome().id(),
          text(deal.firstContact()),
          text(deal.firstQuote()),
          deal.owner(),
          deal.ownerName(),
          deal.created().toString(),
          text(deal.closed()));
    }
  }

  /** A deal to be made. */
  record NewDealBody(
      @JsonProperty @Nullable String customer,
      @JsonProperty @Nullable String industry,
      @JsonProperty @Nullable String title,
      @JsonProperty @Nullable String product,
      @JsonProperty @Nullable String stage,
      @JsonProperty @Nullable LocalDate firstContact) {}

  /** What a deal is to be; what is missing is emptied. */
  record DealEditBody(
      @JsonProperty @Nullable String customer,
      @JsonProperty @Nullable String industry,
      @JsonProperty @Nullable String title,
      @JsonProperty @Nullable String product,
      @JsonProperty @Nullable String stage,
      @JsonProperty @Nullable String outcome,
      @JsonProperty @Nullable LocalDate firstContact,
      @JsonProperty @Nullable LocalDate firstQuote) {
    /**
     * The same as the store takes it.
     *
     * @throws IllegalArgumentException if it is no deal
     */
    DealEdit edit(Instant at) {
      return new DealEdit(
          Objects.requireNonNullElse(customer, ""),
          Objects.requireNonNullElse(industry, ""),
          Objects.requireNonNullElse(title, ""),
          Objects.requireNonNullElse(product, ""),
          Deal.Stage.ofId(Objects.requireNonNullElse(stage, "lead"))
              .orElseThrow(() -> new IllegalArgumentException("no stage")),
          Deal.Outcome.ofId(Objects.requireNonNullElse(outcome, "open"))
              .orElseThrow(() -> new IllegalArgumentException("no outcome")),
          firstContact,
          firstQuote,
          at);
    }
  }

  /** What the customer said. */
  record StatementBody(UUID id, String source, String text, String at) {
    static StatementBody of(Statement statement) {
      return new StatementBody(
          statement.id(), statement.source().id(), statement.text(), statement.at().toString());
    }
  }

  /** What the customer said, to be kept; one statement an entry. */
  record NewStatementsBody(@JsonProperty @Nullable List<String> statements) {}

  /**
   * A review in a list.
   *
   * @param gold points that hold, 0 to 3; null until done
   * @param machineGold what the machine said, where a person corrected a point; else null
   */
  record ReviewLine(
      UUID id,
      UUID deal,
      UUID proposal,
      String title,
      int version,
      String fileName,
      String state,
      @Nullable String refusal,
      @Nullable Integer gold,
      @Nullable Integer machineGold,
      String handedIn) {
    static ReviewLine of(StoredReview review) {
      return new ReviewLine(
          review.id(),
          review.deal(),
          review.proposal(),
          review.title(),
          review.version(),
          review.fileName(),
          review.state().id(),
          review.refusal(),
          review.gold(),
          review.machineGold(),
          review.handedIn().toString());
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
