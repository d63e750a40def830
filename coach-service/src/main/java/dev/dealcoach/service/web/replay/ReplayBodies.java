package dev.dealcoach.service.web.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replays as they stand in JSON. Instants are ISO 8601 in UTC, months ISO 8601. */
final class ReplayBodies {
  private ReplayBodies() {}

  /** Which deals are to be drawn. */
  record NewReplayBody(@JsonProperty @Nullable UUID team, @JsonProperty @Nullable String month) {}

  /**
   * A replay.
   *
   * @param seed with which the deals were drawn: those with the smallest SHA-256 of {@code SEED:ID}
   * @param pool out of how many
   */
  record ReplayBody(
      UUID id,
      UUID team,
      String teamName,
      String month,
      long seed,
      int pool,
      String drawnBy,
      String at,
      List<DealLine> deals,
      List<ActionBody> actions) {}

  /** A deal in a replay. */
  record DealLine(UUID id, String customer, String title, String ownerName) {}

  /**
   * An action that was chosen.
   *
   * @param state of its nomination; empty if that was erased
   */
  record ActionBody(UUID deal, String title, String link, String chosenBy, String state) {}

  /**
   * Something that happened.
   *
   * @param key names it in marks
   * @param score what holds, of a contact 0 to 100, of a proposal 0 to 3; null without one
   * @param machineScore what the machine said, where a person corrected it; else null
   * @param turns why it is a turning point, in sentences
   */
  record EventBody(
      String key,
      String kind,
      String at,
      @Nullable Integer score,
      @Nullable Integer machineScore,
      String title,
      String text,
      String link,
      List<String> turns,
      List<MarkBody> marks) {}

  /** A mark that somebody made. */
  record MarkBody(UUID id, String author, String note, String at, boolean mine) {}

  /** A mark to be made. */
  record NewMarkBody(@JsonProperty @Nullable String event, @JsonProperty @Nullable String note) {}

  /** An action to be chosen, with the passage that shows it. */
  record NewActionBody(
      @JsonProperty @Nullable UUID contact,
      @JsonProperty @Nullable UUID review,
      @JsonProperty @Nullable String title,
      @JsonProperty @Nullable String text) {}
}
