package dev.dealcoach.service.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.dealcoach.service.review.Review;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report on one proposal as it stands in JSON. Lists are in reading order; scores are whole
 * numbers from 0 to 100 unless said otherwise. Immutable.
 *
 * @param version of this format: 1
 * @param document what was read
 * @param gold the gold standard
 * @param diagnoses the four diagnoses
 * @param findings what to look at, the gravest first
 * @param pack the rule pack that was used
 * @param blocks the document's text, block by block; null, and left out, unless asked for
 */
@JsonPropertyOrder({"version", "document", "gold", "diagnoses", "findings", "pack", "blocks"})
public record ScanReport(
    int version,
    Document document,
    Gold gold,
    Diagnoses diagnoses,
    List<Finding> findings,
    Pack pack,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<BlockText> blocks) {
  /** The version of the format. */
  public static final int VERSION = 1;

  /**
   * The report on a review.
   *
   * @param withText whether it carries the document's text
   */
  public static ScanReport of(Review review, boolean withText) {
    return new ReportWriter(review).report(withText);
  }

  /**
   * What was read.
   *
   * @param pages null where the format has none
   * @param unread what could not be read and was not scored as if it were empty
   */
  @JsonPropertyOrder({"name", "type", "pages", "language", "sha256", "unread"})
  public record Document(
      String name,
      String type,
      @Nullable Integer pages,
      String language,
      String sha256,
      List<UnreadPart> unread) {}

  /**
   * A part that could not be read.
   *
   * @param page from 1, null if it is no page
   */
  @JsonPropertyOrder({"page", "reason"})
  public record UnreadPart(@Nullable Integer page, String reason) {}

  /**
   * The gold standard.
   *
   * @param score 0 to 3, a point for each part that is met
   */
  @JsonPropertyOrder({"score", "pain_quote", "evidence", "objections"})
  public record Gold(
      int score,
      @JsonProperty("pain_quote") PainQuotes painQuote,
      Evidence evidence,
      Objections objections) {}

  /** The customer's words that the proposal quotes. */
  @JsonPropertyOrder({"met", "quotes"})
  public record PainQuotes(boolean met, List<Quote> quotes) {}

  /**
   * One quote.
   *
   * @param text as it stands in the proposal
   * @param source the customer's statement
   * @param sourceIndex its number among the statements, from 0
   * @param kind {@code verbatim}, {@code light_edit} or {@code paraphrase}
   * @param similarity 0 to 1
   */
  @JsonPropertyOrder({"text", "source", "source_index", "kind", "similarity", "location"})
  public record Quote(
      String text,
      String source,
      @JsonProperty("source_index") int sourceIndex,
      String kind,
      double similarity,
      List<LocationPart> location) {}

  /** Places where a capability is backed. */
  @JsonPropertyOrder({"met", "items"})
  public record Evidence(boolean met, List<EvidenceItem> items) {}

  /** One of them. */
  @JsonPropertyOrder({"text", "location"})
  public record EvidenceItem(String text, List<LocationPart> location) {}

  /** Objections with their answers. */
  @JsonPropertyOrder({"met", "items"})
  public record Objections(boolean met, List<ObjectionItem> items) {}

  /** One of them; the location covers both. */
  @JsonPropertyOrder({"objection", "response", "location"})
  public record ObjectionItem(String objection, String response, List<LocationPart> location) {}

  /** The four diagnoses. */
  @JsonPropertyOrder({"structure", "customer_language", "risk_clauses", "competitor_response"})
  public record Diagnoses(
      Presence structure,
      @JsonProperty("customer_language") CustomerLanguage customerLanguage,
      @JsonProperty("risk_clauses") Presence riskClauses,
      @JsonProperty("competitor_response") CompetitorResponse competitorResponse) {}

  /** Which of a fixed list of parts are there, by id, in the list's order. */
  @JsonPropertyOrder({"score", "present", "missing"})
  public record Presence(int score, List<String> present, List<String> missing) {}

  /**
   * How much of what the customer said the proposal speaks to.
   *
   * @param score null without statements of the customer's
   * @param missingTerms the customer's terms it does not use, the weightiest first
   */
  @JsonPropertyOrder({"score", "missing_terms"})
  public record CustomerLanguage(
      @Nullable Integer score, @JsonProperty("missing_terms") List<String> missingTerms) {}

  /**
   * How it answers rivals.
   *
   * @param score null where no rival is mentioned
   * @param answered the points that are answered
   * @param unanswered those that are not
   */
  @JsonPropertyOrder({"score", "answered", "unanswered"})
  public record CompetitorResponse(
      @Nullable Integer score, List<String> answered, List<String> unanswered) {}

  /**
   * Something to look at.
   *
   * @param rule permanent id
   * @param severity {@code info}, {@code advice}, {@code warning} or {@code problem}
   * @param quote the exact words; null for something that is missing
   * @param location where; empty if nowhere
   */
  @JsonPropertyOrder({"rule", "severity", "message", "advice", "quote", "location"})
  public record Finding(
      String rule,
      String severity,
      String message,
      String advice,
      @Nullable String quote,
      List<LocationPart> location) {}

  /** The rule pack: its id and the SHA-256 of its files. */
  @JsonPropertyOrder({"id", "sha256"})
  public record Pack(String id, String sha256) {}

  /** A block's kind and text. */
  @JsonPropertyOrder({"kind", "text"})
  public record BlockText(String kind, String text) {}
}
