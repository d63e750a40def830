package dev.dealcoach.service.correction;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of an item. Immutable.
 *
 * @param machine what the machine had said
 * @param given what the person said
 * @param reason may be empty where nothing changed
 * @param authorName as it is shown
 * @param dispute that it decides; null if none
 */
public record Correction(
    UUID id,
    Item item,
    Kind kind,
    String machine,
    String given,
    String reason,
    UUID author,
    String authorName,
    @Nullable UUID dispute,
    Instant at) {
  /** Longest reason, in characters. */
  public static final int LONGEST_REASON = 500;

  /** How it was said. */
  public enum Kind {
    /** The machine's word was agreed with. */
    CONFIRMED,
    /** Something else was put in its place. */
    OVERRIDDEN,
    /** It was said without seeing the machine's word, and changes nothing. */
    BLIND,
    /** It ended a dispute. */
    DECIDED;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this id. */
    public static Kind ofId(String id) {
      return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
  }
}
