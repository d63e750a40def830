package dev.dealcoach.scan.parse;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A quotation from a document with its place. Immutable.
 *
 * @param parts one for each block it touches, in reading order, at least one
 * @param text the parts' texts, joined by line feeds
 */
public record Passage(List<TextPart> parts, String text) implements Comparable<Passage> {
  public Passage {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a passage has at least one part");
    }
  }

  /** The passage that consists of these parts of a document. */
  public static Passage of(ParsedDocument document, List<TextPart> parts) {
    return new Passage(
        parts,
        parts.stream()
            .map(
                part ->
                    document.blocks().get(part.block()).text().substring(part.start(), part.end()))
            .collect(Collectors.joining("\n")));
  }

  /** The passage that is one stretch of one block. */
  public static Passage of(Block block, int start, int end) {
    return new Passage(
        List.of(new TextPart(block.index(), start, end)), block.text().substring(start, end));
  }

  /** Whether both share at least one character of the document. */
  public boolean overlaps(Passage other) {
    for (TextPart a : parts) {
      for (TextPart b : other.parts) {
        if (a.block() == b.block() && a.start() < b.end() && b.start() < a.end()) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public int compareTo(Passage other) {
    return parts.getFirst().compareTo(other.parts.getFirst());
  }
}
