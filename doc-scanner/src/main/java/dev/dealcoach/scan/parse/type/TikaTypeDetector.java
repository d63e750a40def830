package dev.dealcoach.scan.parse.type;

import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.draft.Reading;
import dev.dealcoach.scan.parse.text.TextFile;
import dev.dealcoach.scan.parse.text.TextHints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds a file's format by its content: Tika's magic numbers first, then the inside of zip and OLE2
 * containers, then the words for text formats. The name only decides between MD and TXT where the
 * content leaves it open. Thread-safe.
 */
public final class TikaTypeDetector {
  /** Enough for every magic number and for the marks of HTML and Markdown. */
  private static final int HEAD = 1 << 16;

  /** Formats that are written in characters, but whose characters are not what a person reads. */
  private static final Set<String> MARKUP =
      Set.of(
          "application/rtf",
          "application/xml",
          "image/svg+xml",
          "application/postscript",
          "multipart/related");

  private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();

  /** The format of a file. */
  public TypeAnswer detect(Path file, String name, ParseLimits limits) {
    Optional<ParseFailure> refused = Reading.refused(file, limits);
    if (refused.isPresent()) {
      return new TypeAnswer.Refused(refused.get());
    }
    try {
      byte[] head;
      try (InputStream in = Files.newInputStream(file)) {
        head = in.readNBytes(HEAD);
      }
      return byContent(file, head, name, limits);
    } catch (Exception e) {
      return new TypeAnswer.Refused(Reading.failure(e));
    }
  }

  private TypeAnswer byContent(Path file, byte[] head, String name, ParseLimits limits)
      throws IOException {
    // containers by their first bytes: Tika has many names for what may be inside
    if (starts(head, 'P', 'K', 3, 4)) {
      return OoxmlType.of(file, head, limits);
    }
    if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      return Ole2Type.of(file);
    }
    String mime =
        magic.detect(new ByteArrayInputStream(head), new Metadata()).getBaseType().toString();
    switch (mime) {
      case "application/pdf" -> {
        return known(DocumentType.PDF);
      }
      case "image/png", "image/jpeg", "image/tiff", "image/bmp", "image/gif", "image/webp" -> {
        return known(DocumentType.IMAGE);
      }
      case "text/html", "application/xhtml+xml" -> {
        return known(DocumentType.HTML);
      }
      default -> {
        return text(head, mime, name);
      }
    }
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static TypeAnswer text(byte[] head, String mime, String name) {
    // what Tika takes for something else (a mail, a script) is text all the same, if it is text
    Optional<String> words = MARKUP.contains(mime) ? Optional.empty() : TextFile.head(head);
    if (words.isEmpty()) {
      return refused(ParseFailure.Code.UNSUPPORTED, mime);
    }
    if (TextHints.html(words.get())) {
      return known(DocumentType.HTML);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean named = lower.endsWith(".md") || lower.endsWith(".markdown");
    int marks = TextHints.markdownMarks(words.get());
    return known(named || marks >= TextHints.CLEARLY_MARKDOWN ? DocumentType.MD : DocumentType.TXT);
  }

  static TypeAnswer known(DocumentType type) {
    return new TypeAnswer.Known(type);
  }

  static TypeAnswer refused(ParseFailure.Code code, String detail) {
    return new TypeAnswer.Refused(new ParseFailure(code, detail));
  }
}
