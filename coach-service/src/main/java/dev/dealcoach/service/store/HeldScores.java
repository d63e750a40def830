package dev.dealcoach.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.correction.Held;
import dev.dealcoach.service.correction.Item;
import dev.dealcoach.service.correction.Scale;
import dev.dealcoach.service.correction.Subject;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What holds of a score after people have corrected it. */
final class HeldScores {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private HeldScores() {}

  /** What holds of each item or point, beside what the machine said. */
  static List<Held> of(Handle handle, Subject subject) {
    return subject.kind() == Subject.Kind.REVIEW
        ? points(handle, subject.id())
        : statuses(handle, subject);
  }

  private static List<Held> statuses(Handle handle, Subject subject) {
    List<Held> all = new ArrayList<>();
    if (subject.summary() == null) {
      // a recording in which nothing can be heard has no summary, but is flagged
      if (!flags(handle, subject.id()).isEmpty()) {
        all.add(new Held(Item.SCORED, Scale.ASIDE, Scale.ASIDE));
      }
      return all;
    }
    handle
        .createQuery(
            "select item, status, coalesce(corrected, status) as holds from contact_summary_items"
                + " where summary = :summary order by position")
        .bind("summary", subject.summary())
        .map(
            (row, context) ->
                Item.ofId(row.getString("item"))
                    .map(item -> held(item, row, "status", "holds"))
                    .orElseThrow())
        .forEach(all::add);
    handle
        .createQuery(
            "select (filler or copy_of is not null) as aside, corrected_aside"
                + " from contact_summaries where id = :summary")
        .bind("summary", subject.summary())
        .map(
            (row, context) -> {
              boolean aside = row.getBoolean("aside");
              Boolean corrected = row.getObject("corrected_aside", Boolean.class);
              return new Held(
                  Item.SCORED, mode(aside), mode(corrected == null ? aside : corrected));
            })
        .forEach(all::add);
    return all;
  }

  private static Held held(Item item, ResultSet row, String machine, String value) {
    try {
      return new Held(item, row.getString(machine), row.getString(value));
    } catch (SQLException e) {
      throw new IllegalStateException("a row cannot be read", e);
    }
  }

  private static String mode(boolean aside) {
    return aside ? Scale.ASIDE : Scale.COUNTS;
  }

  private static String point(boolean met) {
    return met ? Scale.MET : Scale.NOT_MET;
  }

  /** The points of a review. */
  static List<Held> points(Handle handle, UUID review) {
    Optional<JsonNode> gold =
        handle
            .createQuery(
                "select report from review_wordings where review = :review"
                    + " order by language fetch first 1 rows only")
            .bind("review", review)
            .mapTo(String.class)
            .findOne()
            .map(HeldScores::json)
            .map(report -> report.path("gold"));
    if (gold.isEmpty()) {
      return List.of();
    }
    Map<String, Boolean> corrected = correctedPoints(handle, review);
    List<Held> all = new ArrayList<>();
    for (Item item : Item.of(Subject.Kind.REVIEW)) {
      boolean met = gold.get().path(item.id()).path("met").asBoolean();
      all.add(new Held(item, point(met), point(corrected.getOrDefault(item.id(), met))));
    }
    return all;
  }

  /** The points that hold because a person said so, by their id. */
  static Map<String, Boolean> correctedPoints(Handle handle, UUID review) {
    Map<String, Boolean> points = new LinkedHashMap<>();
    handle
        .createQuery(
            "select point, corrected from review_points where review = :review order by point")
        .bind("review", review)
        .map((row, context) -> Map.entry(row.getString("point"), row.getBoolean("corrected")))
        .forEach(point -> points.put(point.getKey(), point.getValue()));
    return points;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> flags(Handle handle, UUID contact) {
    return new LinkedHashSet<>(
        handle
            .createQuery(
                "select distinct f.flag from recording_flags f join recordings r on"
                    + " r.id = f.recording where r.contact = :contact order by f.flag")
            .bind("contact", contact)
            .mapTo(String.class)
            .list());
  }
}
