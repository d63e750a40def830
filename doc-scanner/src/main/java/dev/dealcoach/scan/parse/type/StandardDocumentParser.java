package dev.dealcoach.scan.parse.type;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds the format of a file by its content and hands it to the reader of that format; a format
 * without a reader is answered with {@link ParseFailure.Code#UNSUPPORTED}. Thread-safe if the
 * readers are.
 */
public final class StandardDocumentParser implements DocumentParser {
  private final TikaTypeDetector detector;
  private final Map<DocumentType, DocumentParser> readers;

  /**
   * Hands files to these readers.
   *
   * @param readers by format; formats may be left out
   */
  public StandardDocumentParser(
      TikaTypeDetector detector, Map<DocumentType, ? extends DocumentParser> readers) {
    this.detector = detector;
    this.readers = new EnumMap<>(DocumentType.class);
    this.readers.putAll(readers);
  }

  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    return switch (detector.detect(file, name, limits)) {
      case TypeAnswer.Refused(ParseFailure failure) -> failure;
      case TypeAnswer.Known(DocumentType type) -> {
        DocumentParser reader = readers.get(type);
        yield reader == null
            ? new ParseFailure(ParseFailure.Code.UNSUPPORTED, "no reader for " + type.id())
            : reader.parse(file, name, limits);
      }
    };
  }
}
