package dev.dealcoach.service.cli;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.service.json.ScanReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Scans one document: reads it, reviews it. Thread-safe.
 *
 * @param session reader and reviewer
 * @param lang the wording's language if one was asked for, else the document's
 * @param withText whether the report carries the document's text
 */
record DocumentScan(ReviewSession session, Optional<Language> lang, boolean withText) {
  /** The report, or why the file could not be read. */
  sealed interface Outcome {
    /** The report. */
    record Reviewed(ScanReport report) implements Outcome {}

    /** The file could not be read. */
    record Unreadable(ParseFailure failure) implements Outcome {}
  }

  /** Scans a file. */
  Outcome scan(Path file, List<String> statements) {
    Path name = file.getFileName();
    return switch (session
        .parser()
        .parse(file, name == null ? file.toString() : name.toString(), session.limits())) {
      case ParseFailure failure -> new Outcome.Unreadable(failure);
      case ParseResult.Parsed parsed ->
          new Outcome.Reviewed(
              ScanReport.of(
                  session.pipeline().review(parsed.document(), statements, lang.orElse(null)),
                  withText));
    };
  }
}
