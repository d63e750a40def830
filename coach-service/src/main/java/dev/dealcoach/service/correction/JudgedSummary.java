package dev.dealcoach.service.correction;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A summary of which a person has said something. Immutable.
 *
 * @param id of the summary
 * @param language {@code zh} or {@code en}
 * @param industry of the customer, as it was typed; may be empty
 * @param held statuses that hold by item, in the checklist's order; what was only said blind counts
 *     where nothing else was said
 * @param machine the machine's statuses by item
 * @param judged items of which a person has said something
 * @param blind those of which somebody did so without seeing the machine's word
 * @param report what the machine found: JSON, SPEC §8 {@code discovery}
 */
public record JudgedSummary(
    UUID id,
    UUID deal,
    String text,
    String language,
    String industry,
    Map<String, String> held,
    Map<String, String> machine,
    Set<String> judged,
    Set<String> blind,
    String report) {}
