package dev.dealcoach.service.proposal;

import dev.dealcoach.service.blob.Blob;
import java.util.List;
import java.util.UUID;

/**
 * What a worker needs for one attempt at a review. Immutable.
 *
 * @param attempt the how manieth, from 1
 */
public record ReviewWork(
    UUID review, int attempt, Blob document, String fileName, List<String> statements) {
  public ReviewWork {
    statements = List.copyOf(statements);
  }
}
