package dev.dealcoach.service.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * How often each rule is in the findings of a review. Praise ({@code info}) is no finding to mend
 * and does not count. A report never changes, so it is read once.
 */
final class ReviewRules {
  private static final JsonFactory JSON = new JsonFactory();

  private ReviewRules() {}

  /** The rules of a finished review; read from its report when they are first asked for. */
  static Map<String, Integer> of(Handle handle, UUID review) {
    return handle
        .createQuery("select rules from review_rules where review = :review")
        .bind("review", review)
        .mapTo(String.class)
        .findOne()
        .map(Counts::read)
        .orElseGet(() -> read(handle, review));
  }

  /** Reads the rules of a finished review from its report, and keeps them. */
  static Map<String, Integer> read(Handle handle, UUID review) {
    // findings are the same in every language but for their words
    Map<String, Integer> rules =
        handle
            .createQuery(
                "select report from review_wordings where review = :review"
                    + " order by language fetch first 1 rows only")
            .bind("review", review)
            .mapTo(String.class)
            .findOne()
            .map(ReviewRules::read)
            .orElse(Map.of());
    handle
        .createUpdate("insert into review_rules (review, rules) values (:review, :rules)")
        .bind("review", review)
        .bind("rules", Counts.write(rules))
        .execute();
    return rules;
  }

  /** The rules of a report: JSON, SPEC §8 {@code scan}. */
  static Map<String, Integer> read(String report) {
    Map<String, Integer> rules = new TreeMap<>();
    try (JsonParser parser = JSON.createParser(report)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("findings")) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            finding(parser, rules);
          }
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a stored report is no JSON", e);
    }
    return rules;
  }

  private static void finding(JsonParser parser, Map<String, Integer> rules) throws IOException {
    String rule = "";
    String severity = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "rule" -> rule = parser.getText();
        case "severity" -> severity = parser.getText();
        default -> parser.skipChildren();
      }
    }
    if (!severity.equals("info")) {
      rules.merge(rule, 1, Integer::sum);
    }
  }
}
