package dev.dealcoach.service.web.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts as they stand in JSON. Instants are ISO 8601 in UTC, days ISO 8601. */
final class AlertBodies {
  private AlertBodies() {}

  /**
   * An alert in a list.
   *
   * @param sentence why it is there, in the reader's language
   * @param kind {@code discovery}, {@code actions} or {@code overdue}
   * @param own whether it is about the reader
   * @param acknowledged whether the reader has acknowledged it
   * @param closed when it was over; null while it is not, as is the following
   * @param closing {@code good-days}, {@code summarised} or {@code withdrawn}
   * @param assignee who looks after it; null if nobody in particular, as are the following
   */
  record AlertLine(
      UUID id,
      String kind,
      String sentence,
      UUID account,
      String accountName,
      boolean own,
      String at,
      boolean acknowledged,
      @Nullable String closed,
      @Nullable String closing,
      @Nullable UUID assignee,
      @Nullable String assigneeName,
      @Nullable String due,
      @Nullable String note) {}

  /**
   * An alert with what helps.
   *
   * @param days red ones it was raised for
   * @param questions the most-missed items, at most three
   * @param examples how the best did it, at most three
   * @param places where it shows: contacts, the latest first
   * @param assignees who can look after it
   */
  record AlertBody(
      AlertLine alert,
      List<DayBody> days,
      List<QuestionBody> questions,
      List<ExampleBody> examples,
      List<PlaceBody> places,
      List<PersonBody> assignees) {}

  /**
   * A red day.
   *
   * @param figure mean score, or rate in per cent, 0 to 100
   */
  record DayBody(String day, int figure) {}

  /**
   * What to ask.
   *
   * @param why why it matters
   * @param ask the question
   * @param missing in how many contacts the item was missing
   * @param partial in how many it was partial
   */
  record QuestionBody(String item, String name, String why, String ask, int missing, int partial) {}

  /**
   * An example that helps.
   *
   * @param finding rule id that it answers
   * @param item that it is about
   */
  record ExampleBody(
      UUID id,
      String finding,
      String item,
      String text,
      String language,
      String seller,
      String link) {}

  /**
   * Where it shows.
   *
   * @param score what holds, 0 to 100; null while there is no summary
   * @param machineScore what the machine said, where a person corrected it; else null
   */
  record PlaceBody(
      String link,
      String customer,
      String held,
      @Nullable Integer score,
      @Nullable Integer machineScore) {}

  /** Somebody. */
  record PersonBody(UUID id, String name) {}

  /** How many wait. */
  record Waiting(int waiting) {}

  /**
   * Who shall look after an alert.
   *
   * @param due until when; null if that is open
   * @param note what shall be done; null for nothing
   */
  record AssignmentBody(
      @JsonProperty @Nullable UUID assignee,
      @JsonProperty @Nullable LocalDate due,
      @JsonProperty @Nullable String note) {}

  /**
   * A contact in a digest.
   *
   * @param score what holds, 0 to 100
   * @param machineScore what the machine said, where a person corrected it; else null
   * @param missing items
   * @param partial items
   */
  record UncoveredBody(
      UUID contact,
      String link,
      UUID rep,
      String repName,
      String customer,
      String held,
      int score,
      @Nullable Integer machineScore,
      List<String> missing,
      List<String> partial) {}
}
