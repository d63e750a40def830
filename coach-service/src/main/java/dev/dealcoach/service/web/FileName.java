package dev.dealcoach.service.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The name a user's file goes by: shown, and offered for downloads, never a path on our disk.
 * Immutable.
 *
 * @param text without folders, control characters and marks of writing direction; 1 to {@value
 *     #LONGEST} code points
 */
public record FileName(String text) {
  private static final int LONGEST = 120;
  private static final int LONGEST_ENDING = 12;

  /** The harmless form of whatever a browser sends as a file's name. */
  public static FileName of(String raw) {
    String name = Normalizer.normalize(raw, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .filter(FileName::harmless)
        .map(c -> Character.isSpaceChar(c) ? ' ' : c)
        .forEach(kept::appendCodePoint);
    name = kept.toString().strip();
    if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
      return new FileName("document");
    }
    return new FileName(shortened(name));
  }

  private static boolean harmless(int c) {
    return switch (Character.getType(c)) {
      // FORMAT holds the direction marks that can make "exe.pdf" out of "fdp.exe"
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String shortened(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
    int room = LONGEST - 1 - ending.codePointCount(0, ending.length());
    return name.substring(0, name.offsetByCodePoints(0, room)) + "…" + ending;
  }

  /** The name without its ending. */
  public String stem() {
    int dot = text.lastIndexOf('.');
    return dot > 0 ? text.substring(0, dot) : text;
  }

  /** The value of a {@code Content-Disposition} header that offers a download of this name. */
  public String attachment() {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename*=UTF-8''" + encoded.replace("*", "%2A");
  }
}
