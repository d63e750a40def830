package dev.dealcoach.scan.detect.quote;

import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds what stands in quotation marks. Stateless. */
public final class Quotations {
  private static final String OPEN = "“「『";
  private static final String CLOSE = "”」』";

  private Quotations() {}

  /**
   * What stands between each pair of quotation marks, the marks left out, in text order; outermost
   * pairs only. A mark without its partner is no quotation.
   */
  public static List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int kind = OPEN.indexOf(c);
      int end = -1;
      if (kind >= 0) {
        end = close(text, i, kind);
      } else if (c == '"') {
        end = text.indexOf('"', i + 1);
      }
      if (end > i + 1) {
        found.add(new Span(i + 1, end));
        i = end + 1;
      } else {
        i++;
      }
    }
    return found;
  }

  private static int close(String text, int open, int kind) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      if (text.charAt(i) == OPEN.charAt(kind)) {
        depth++;
      } else if (text.charAt(i) == CLOSE.charAt(kind) && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
