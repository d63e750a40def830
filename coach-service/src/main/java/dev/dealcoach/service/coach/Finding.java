package dev.dealcoach.service.coach;

import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.scan.parse.Passage;
import org.jspecify.annotations.Nullable;

/**
 * One thing the reader is told about a proposal. Immutable.
 *
 * @param rule the rule's permanent id
 * @param severity how grave
 * @param message what is there or missing
 * @param advice the next step
 * @param quote the words it speaks of; null for an absence
 * @param near where something absent belongs (the nearest section's heading); null if the quote
 *     says where, or nothing is near
 */
public record Finding(
    String rule,
    Rule.Severity severity,
    String message,
    String advice,
    @Nullable Passage quote,
    @Nullable Passage near) {}
