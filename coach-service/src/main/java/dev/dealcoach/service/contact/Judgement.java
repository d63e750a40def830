package dev.dealcoach.service.contact;

import dev.dealcoach.nlp.text.Language;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found in a summary. Immutable.
 *
 * @param language of the text
 * @param score 0 to 100
 * @param filler whether the text says nothing that could be checked
 * @param items {@code covered}, {@code partial} or {@code missing} by item, in the checklist's
 *     order
 * @param reports what the reader is told, in every language: JSON, SPEC §8 {@code discovery}
 * @param packId the rule pack that judged
 * @param packSha256 its hash
 * @param models the trained models that judged, with their hashes: JSON
 */
public record Judgement(
    Language language,
    int score,
    boolean filler,
    Map<String, String> items,
    Map<Language, String> reports,
    String packId,
    String packSha256,
    String models) {
  public Judgement {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    reports = Map.copyOf(reports);
  }
}
