package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trims places to the words that count. Stateless. */
final class Spans {
  private static final Pattern LEAD =
      Pattern.compile(
          "^\\s*(?:(?:[A-Z]|\\d{1,2})(?:[.]\\d{1,2}){1,3}[.]?\\s+|[-•·●○◆■□▪▶➢✓√*–—]+\\s*|[（(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[）).、．](?!\\d)\\s*|[①-⑳]\\s*)*");
  private static final Pattern LABEL = Pattern.compile("^[\\p{IsHan}A-Za-z ]{1,12}[：:]\\s*");

  private Spans() {}

  /** Without the full stop, semicolon or comma at the end. */
  static Span withoutEnd(String text, Span span) {
    int end = span.end();
    while (end > span.start() + 1 && "。．.；;，,、：: ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return new Span(span.start(), end);
  }

  /** Without a list mark or number at the start. */
  static Span withoutMark(String text, Span span) {
    Matcher lead = LEAD.matcher(span.of(text));
    return lead.find() && lead.end() < span.length()
        ? new Span(span.start() + lead.end(), span.end())
        : span;
  }

  /** Without a list mark and without a label such as {@code 质保：} at the start. */
  static Span withoutLabel(String text, Span span) {
    Span bare = withoutMark(text, span);
    Matcher label = LABEL.matcher(bare.of(text));
    return label.find() && label.end() < bare.length()
        ? new Span(bare.start() + label.end(), bare.end())
        : bare;
  }
}
