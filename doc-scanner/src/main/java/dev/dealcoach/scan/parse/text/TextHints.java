package dev.dealcoach.scan.parse.text;

import java.util.List;
import java.util.regex.Pattern;

/** What in a text tells that it is HTML or Markdown and not plain. Stateless. */
public final class TextHints {
  /** From this many marks on a text is Markdown whatever its name says. */
  public static final int CLEARLY_MARKDOWN = 3;

  // with what the text of an HTML file begins, after comments
  private static final Pattern HTML =
      Pattern.compile(
          "<(?:!doctype\\s+html|html|head|body|meta|title|table|div|p|h[1-6])[\\s>]",
          Pattern.CASE_INSENSITIVE);

  private static final List<Pattern> MARKDOWN =
      List.of(
          Pattern.compile("(?m)^#{1,6} \\S"),
          Pattern.compile("(?m)^\\|?[ :]*-{3,}[ :]*\\|[-| :]*$"),
          Pattern.compile("(?m)^(?:```|~~~)"),
          Pattern.compile("\\*\\*[^*\\n]+\\*\\*"),
          Pattern.compile("\\[[^\\[\\]\\n]+\\]\\([^()\\s]+\\)"));

  // more of one kind say no more than this many
  private static final int MOST_OF_A_KIND = 2;

  private TextHints() {}

  /** Whether a text begins as HTML does. */
  public static boolean html(String text) {
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("<!--", at) && text.indexOf("-->", at) >= 0) {
        at = text.indexOf("-->", at) + 3;
      } else if (text.startsWith("<?xml", at) && text.indexOf('>', at) >= 0) {
        at = text.indexOf('>', at) + 1;
      } else {
        return HTML.matcher(text).region(at, text.length()).lookingAt();
      }
    }
    return false;
  }

  /** How many marks of Markdown a text holds, each kind counted at most twice. */
  public static int markdownMarks(String text) {
    int marks = 0;
    for (Pattern kind : MARKDOWN) {
      marks += (int) kind.matcher(text).results().limit(MOST_OF_A_KIND).count();
    }
    return marks;
  }
}
