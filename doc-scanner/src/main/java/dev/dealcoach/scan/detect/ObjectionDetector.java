package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.encoder.OnnxWorryJudge;
import dev.dealcoach.nlp.text.PerLanguage;
import dev.dealcoach.nlp.worry.WorryJudge;
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
  private static final WorryJudge JUDGE = OnnxWorryJudge.standard();

  private static final PerLanguage<ObjectionFinder> FINDERS =
      new PerLanguage<>(
          language ->
              new ObjectionFinder(
                  ObjectionModels.standard(language),
                  JUDGE,
                  ObjectionFinder.Thresholds.standard(language)));

  /** The objections in reading order, unanswered ones included. */
  List<Objection> detect(SegmentedDocument document) {
    ObjectionFinder finder = FINDERS.of(document.document().language());
    return finder.find(document).stream()
        .map(
            found ->
                new Objection(
                    Passage.of(document.document(), List.of(found.worry())),
                    found.answered() ? Passage.of(document.document(), found.answer()) : null))
        .toList();
  }
}
