package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.PerLanguage;
import dev.dealcoach.scan.detect.objection.ObjectionFinder;
import dev.dealcoach.scan.detect.objection.ObjectionModels;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.List;

/**
 * Finds the worries a proposal raises and what answers them, in tables, lists of questions, under
 * headings and in running text, with the models of the document's language. Immutable, thread-safe.
 */
final class ObjectionDetector {
  private final PerLanguage<ObjectionFinder> finders =
      new PerLanguage<>(
          language ->
              new ObjectionFinder(
                  ObjectionModels.standard(language),
                  ObjectionFinder.Thresholds.standard(language)));

  /** The objections in reading order, unanswered ones included. */
  List<Objection> detect(SegmentedDocument document) {
    ObjectionFinder finder = finders.of(document.document().language());
    return finder.find(document).stream()
        .map(
            found ->
                new Objection(
                    Passage.of(document.document(), List.of(found.worry())),
                    found.answered() ? Passage.of(document.document(), found.answer()) : null))
        .toList();
  }
}
