package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.office.word.DocxParagraph.Piece;
import java.util.ArrayList;
import java.util.List;

/** The text of a paragraph while its runs are read. For one thread. */
final class DocxText {
  private final StringBuilder raw = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<DocxParagraph> hanging = new ArrayList<>();
  private boolean plainSeen;
  private int halfPoints;

  /** Adds the text of one XML element. */
  void add(String text, int element, boolean bold, int size) {
    if (text.isEmpty()) {
      return;
    }
    pieces.add(new Piece(element, raw.length(), raw.length() + text.length()));
    raw.append(text);
    if (!text.isBlank()) {
      plainSeen |= !bold;
      halfPoints = Math.max(halfPoints, size);
    }
  }

  /** What hangs on the paragraph and is read after it. */
  List<DocxParagraph> hanging() {
    return hanging;
  }

  String raw() {
    return raw.toString();
  }

  List<Piece> pieces() {
    return pieces;
  }

  boolean bold() {
    return !plainSeen && !raw.isEmpty();
  }

  int halfPoints() {
    return halfPoints;
  }
}
