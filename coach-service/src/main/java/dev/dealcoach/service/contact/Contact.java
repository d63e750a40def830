package dev.dealcoach.service.contact;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact with a customer, and what came of its latest summary. Immutable.
 *
 * @param dealTitle as it is shown
 * @param customerName as it is shown
 * @param author the account that had it
 * @param authorName as it is shown
 * @param people of the customer who took part; empty if not noted
 * @param held when it took place
 * @param created when it was noted
 * @param summary id of the latest summary; null while there is none, as are the following
 * @param score what holds, 0 to 100
 * @param filler whether the summary says nothing that could be checked
 * @param copyOf the earlier summary that it repeats; null if none
 * @param machineScore what the machine said, where a person corrected the score; else null
 * @param aside whether a person said that it is not scored; null while nobody said so or the
 *     contrary
 */
public record Contact(
    UUID id,
    UUID deal,
    String dealTitle,
    String customerName,
    UUID author,
    String authorName,
    Kind kind,
    String people,
    Instant held,
    Instant created,
    @Nullable UUID summary,
    @Nullable Integer score,
    @Nullable Boolean filler,
    @Nullable UUID copyOf,
    @Nullable Integer machineScore,
    @Nullable Boolean aside) {

  /** How people met. */
  public enum Kind {
    /** In person. */
    VISIT,
    /** By telephone. */
    CALL,
    /** By video. */
    VIDEO,
    /** In writing. */
    MESSAGE;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this id. */
    public static Optional<Kind> ofId(String id) {
      return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
  }

  /**
   * Whether its score counts in means: there is a summary, no filler and no copy, or a person said
   * so.
   */
  public boolean counts() {
    return score != null
        && (aside == null ? !Boolean.TRUE.equals(filler) && copyOf == null : !aside);
  }
}
