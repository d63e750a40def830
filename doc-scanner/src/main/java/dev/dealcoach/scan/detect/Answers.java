package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.List;

/** Tells an answer from words that only soothe. Stateless. */
final class Answers {
  private static final int SHORTEST_WITHOUT_MEASURE = 40;

  private Answers() {}

  /**
   * Whether a text answers a worry: some sentence of it that is not mere soothing names a measure,
   * a mechanism, a commitment or a figure.
   */
  static boolean answers(SegmentedDocument document, List<TextPart> answer) {
    int plain = 0;
    for (TextPart part : answer) {
      ReadBlock block = document.blocks().get(part.block());
      for (Span sentence : block.sentences()) {
        if (sentence.end() <= part.start() || sentence.start() >= part.end()) {
          continue;
        }
        Span within =
            new Span(
                Math.max(sentence.start(), part.start()), Math.min(sentence.end(), part.end()));
        boolean soothes = block.cues().has("objection.brush-off", within);
        boolean measure =
            block.cues().has("objection.measure", within)
                || block.cues().has("evidence.change", within);
        boolean figure =
            block.cues().has("content.fact", within) || block.cues().has("content.money", within);
        if (soothes ? measure && figure : measure || figure) {
          return true;
        }
        plain += soothes ? 0 : within.length();
      }
    }
    return plain
        >= SHORTEST_WITHOUT_MEASURE
            * (document.document().language() == dev.dealcoach.nlp.text.Language.EN ? 3 : 1);
  }

  /** The block's text without a mark such as {@code 答：} at its start. */
  static Span withoutMark(ReadBlock block) {
    List<Span> marks = block.cues().of("objection.answer-mark");
    int from = !marks.isEmpty() && marks.getFirst().start() == 0 ? marks.getFirst().end() : 0;
    while (from < block.text().length() - 1 && Character.isWhitespace(block.text().charAt(from))) {
      from++;
    }
    return new Span(from < block.text().length() ? from : 0, block.text().length());
  }
}
