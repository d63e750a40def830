package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a document into units. Stateless. */
final class Units {
  /** The shortest text that can raise a worry, in letters. */
  private static final int SHORTEST = 3;

  private static final Pattern MARK =
      Pattern.compile(
          "^\\s*(?:[-•·●○◆■□▪▶➢✓√*–—…]+\\s*|[（(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．](?!\\d)\\s*|[①-⑳]\\s*)+");

  private Units() {}

  /** The units in reading order. */
  static List<Unit> of(SegmentedDocument document, Labels labels) {
    List<Unit> units = new ArrayList<>();
    for (ReadBlock block : document.blocks()) {
      if (block.heading() || block.block().cell() != null) {
        Unit.Kind kind = block.heading() ? Unit.Kind.HEADING : Unit.Kind.CELL;
        add(units, block, labels.end(block.index()), block.text().length(), kind);
      } else {
        sentences(units, block, labels);
      }
    }
    return units;
  }

  private static void sentences(List<Unit> units, ReadBlock block, Labels labels) {
    List<Span> parts = parts(block, labels.end(block.index()));
    for (int i = 0; i < parts.size(); i++) {
      Unit.Kind kind =
          parts.size() == 1
              ? Unit.Kind.WHOLE
              : i == 0
                  ? Unit.Kind.OPENING
                  : i < parts.size() - 1 ? Unit.Kind.INNER : Unit.Kind.CLOSING;
      add(units, block, parts.get(i).start(), parts.get(i).end(), kind);
    }
  }

  /**
   * The sentences behind the label, each cut behind the words that announce speech and where it
   * turns.
   */
  private static List<Span> parts(ReadBlock block, int from) {
    List<Span> parts = new ArrayList<>();
    for (Span sentence : block.sentences()) {
      int start = Math.max(sentence.start(), from);
      if (start >= sentence.end()) {
        continue;
      }
      for (Span speech : block.cues().of("objection.speech", new Span(start, sentence.end()))) {
        if (sentence.end() - speech.end() >= SHORTEST) {
          parts.add(new Span(start, speech.end()));
          start = speech.end();
        }
      }
      for (Span turn : block.cues().of("objection.turn", new Span(start, sentence.end()))) {
        if (turn.start() - start >= SHORTEST && sentence.end() - turn.end() >= SHORTEST) {
          parts.add(new Span(start, turn.start()));
          start = turn.start();
        }
      }
      parts.add(new Span(start, sentence.end()));
    }
    return parts;
  }

  private static void add(List<Unit> units, ReadBlock block, int from, int to, Unit.Kind kind) {
    String text = block.text();
    Matcher mark = MARK.matcher(text).region(from, to);
    int start = mark.lookingAt() && mark.end() < to ? mark.end() : from;
    Span span = trimmed(text, start, to);
    if (span.of(text).chars().filter(Character::isLetter).count() >= SHORTEST) {
      units.add(new Unit(block, span, kind, to));
    }
  }

  private static Span trimmed(String text, int from, int to) {
    int start = from;
    int end = to;
    while (end > start + 1 && "”\"」』】： —–→-，,".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end - 1 && "“\"「『【： —–→-，,…".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return new Span(start, end);
  }
}
