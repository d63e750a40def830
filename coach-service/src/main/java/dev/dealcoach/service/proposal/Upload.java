package dev.dealcoach.service.proposal;

import dev.dealcoach.service.blob.Blob;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was handed in for a deal and lies in the store already. Immutable.
 *
 * @param proposal the proposal of which it is a new version; null for a new proposal
 * @param title of a new proposal
 * @param fileName as it is shown, harmless
 * @param by the account that handed it in
 * @param statements what the customer had said in this deal by then
 */
public record Upload(
    UUID deal,
    @Nullable UUID proposal,
    String title,
    String fileName,
    Blob document,
    UUID by,
    Instant at,
    List<String> statements,
    Urgency urgency) {
  public Upload {
    statements = List.copyOf(statements);
  }
}
