package dev.dealcoach.scan.parse.text;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.Reading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTML with jsoup. Nothing is fetched, no script runs; scripts, styles and hidden elements
 * are left out. Thread-safe.
 */
public final class JsoupHtmlParser implements DocumentParser {
  /** Markup and pictures inside the file take room beside the text. */
  private static final int BYTES_PER_CHARACTER = 16;

  // the encoding stands in the first bytes, says the standard: within 1,024; editors need more
  private static final int HEAD = 4096;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    return Reading.of(file, name, DocumentType.HTML, limits, JsoupHtmlParser::read);
  }

  private static @Nullable Integer read(Path file, DocumentDraft draft) throws IOException {
    TextFile.Bytes content =
        TextFile.bytes(file, (long) draft.limits().characters() * BYTES_PER_CHARACTER);
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    new HtmlBlocks(draft).add(parser.parseInput(decode(content.bytes()), ""));
    if (!content.whole()) {
      draft.unread(null, Unread.Reason.OVER_LIMIT);
    }
    return null;
  }

  private static String decode(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(head);
    // a wrong declaration is more frequent than a wrong guess at valid UTF-8
    if (matcher.find() && !TextFile.validUtf8(bytes)) {
      String declared = matcher.group(1);
      // what is declared as GB2312 or GBK is written with all of GB18030
      String charset = declared.regionMatches(true, 0, "gb", 0, 2) ? "GB18030" : declared;
      if (Charset.isSupported(charset)
          && !charset.toLowerCase(java.util.Locale.ROOT).startsWith("utf")) {
        return new String(bytes, Charset.forName(charset));
      }
    }
    return TextFile.decode(bytes);
  }
}
