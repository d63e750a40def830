package dev.dealcoach.service.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact in a digest, with what it did not cover. Immutable.
 *
 * @param repName as it is shown
 * @param score what holds, 0 to 100
 * @param machineScore what the machine said, where a person corrected it; else null
 * @param missing items that are missing, in the checklist's order
 * @param partial items that are partial
 */
public record Uncovered(
    UUID contact,
    UUID deal,
    UUID rep,
    String repName,
    String customerName,
    Instant held,
    int score,
    @Nullable Integer machineScore,
    List<String> missing,
    List<String> partial) {
  public Uncovered {
    missing = List.copyOf(missing);
    partial = List.copyOf(partial);
  }
}
