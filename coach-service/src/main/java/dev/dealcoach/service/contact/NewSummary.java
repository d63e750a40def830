package dev.dealcoach.service.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A summary that was judged and is to be kept. Immutable.
 *
 * @param text as it was written
 * @param copy the author's earlier summary that it repeats; null if none
 */
public record NewSummary(
    String text, Judgement judgement, Copies.@Nullable Copy copy, Instant at) {}
