package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.objection.ObjectionFinder;
import dev.dealcoach.scan.detect.objection.ObjectionModels;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the worries a proposal raises and what answers them, in tables, lists of questions, under
 * headings and in running text, with the models of the document's language. Immutable, thread-safe.
 */
final class ObjectionDetector {
  private final Map<Language, ObjectionFinder> finders = new EnumMap<>(Language.class);

  ObjectionDetector() {
    for (Language language : Language.values()) {
      finders.put(
          language,
          new ObjectionFinder(
              ObjectionModels.standard(language), ObjectionFinder.Thresholds.standard(language)));
    }
  }

  /** The objections in reading order, unanswered ones included. */
  List<Objection> detect(SegmentedDocument document) {
    ObjectionFinder finder = finders.get(document.document().language());
    return finder.find(document).stream()
        .map(
            found ->
                new Objection(
                    Passage.of(document.document(), List.of(found.worry())),
                    found.answered() ? Passage.of(document.document(), found.answer()) : null))
        .toList();
  }
}
