package dev.dealcoach.service.correction;

import dev.dealcoach.service.blob.Blob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute that is to be kept. Immutable.
 *
 * @param held what is disputed
 * @param file what comes with it; null if nothing does
 * @param fileName as it is shown; empty if nothing comes with it
 * @param trainers whether trainers decide
 * @param at now
 */
public record NewDispute(
    Held held, String text, @Nullable Blob file, String fileName, boolean trainers, Instant at) {}
