package dev.dealcoach.service.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the commands on examples print; the schema is {@code examples-v1.schema.json}. */
public final class ExamplesReport {
  private ExamplesReport() {}

  /**
   * A search.
   *
   * @param mode {@code hybrid}, {@code bm25} or {@code vector}
   */
  @JsonPropertyOrder({"version", "query", "mode", "hits"})
  public record Search(int version, String query, String mode, List<Found> hits) {}

  /**
   * An example that was found.
   *
   * @param score decides the order, comparable within one search
   * @param fits probability that it is good enough to be shown
   * @param why in the reader's language
   */
  @JsonPropertyOrder({"id", "score", "fits", "why"})
  public record Hit(String id, double score, double fits, List<String> why) {}

  /** An example that was found, with what it says. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({
    "id",
    "score",
    "fits",
    "why",
    "text",
    "industry",
    "product",
    "stage",
    "shows",
    "seller",
    "rank",
    "date",
    "outcome"
  })
  public record Found(
      String id,
      double score,
      double fits,
      List<String> why,
      String text,
      @Nullable String industry,
      @Nullable String product,
      @Nullable String stage,
      List<String> shows,
      @Nullable String seller,
      @Nullable Integer rank,
      @Nullable String date,
      @Nullable String outcome) {}

  /**
   * An import.
   *
   * @param lines that were read, without blank ones
   * @param imported examples that are in the library now
   * @param unchanged those among them that were there before, just the same
   * @param rejected the lines that are no examples
   */
  @JsonPropertyOrder({"version", "lines", "imported", "unchanged", "total", "rejected"})
  public record Import(
      int version, long lines, long imported, long unchanged, int total, List<Rejected> rejected) {}

  /**
   * A line that is no example.
   *
   * @param line its number, from 1
   * @param code what is wrong, permanent
   * @param field at fault, null if the whole line is
   * @param message in the reader's language
   */
  @JsonPropertyOrder({"line", "code", "field", "message"})
  public record Rejected(long line, String code, @Nullable String field, String message) {}
}
