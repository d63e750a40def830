package dev.dealcoach.service.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A contact in a digest, with what it did not cover. Immutable.
 *
 * @param repName as it is shown
 * @param score 0 to 100
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
    List<String> missing,
    List<String> partial) {
  public Uncovered {
    missing = List.copyOf(missing);
    partial = List.copyOf(partial);
  }
}
