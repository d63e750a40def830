package dev.dealcoach.service.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a contact with its score, without the reader's sentences. Immutable.
 *
 * @param number of the version, from 1; the highest counts
 * @param language {@code zh} or {@code en}
 * @param score 0 to 100
 * @param copyOf the author's earlier summary that it repeats; null if none
 * @param likeness to that one in percent; null if none
 * @param models the trained models that judged, with their hashes: JSON
 */
public record Summary(
    UUID id,
    UUID contact,
    int number,
    String text,
    String language,
    int score,
    boolean filler,
    @Nullable UUID copyOf,
    @Nullable Integer likeness,
    String packId,
    String packSha256,
    String models,
    Instant at) {}
