package dev.dealcoach.service;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.service.json.ScanReport;
import dev.dealcoach.service.pack.Difference;
import dev.dealcoach.service.pack.Differences;
import dev.dealcoach.service.pack.PackInForce.Judges;
import dev.dealcoach.service.pack.Rehearsal;
import dev.dealcoach.service.review.ReviewPipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads a document once, in a child process of its own kind, and judges it with two packs. */
final class PackRehearsal implements Rehearsal {
  private final DocumentParser parser;
  private final ParseLimits limits;

  /**
   * @param parser that nobody else waits for
   */
  PackRehearsal(DocumentParser parser, ParseLimits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  @Override
  public Optional<Difference> proposal(
      Path file,
      String name,
      List<String> statements,
      Judges before,
      Judges after,
      UnaryOperator<String> mask) {
    return switch (parser.parse(file, name, limits)) {
      case ParseFailure _ -> Optional.empty();
      case ParseResult.Parsed parsed ->
          Optional.of(
              Differences.of(
                  report(before.pipeline(), parsed.document(), statements),
                  report(after.pipeline(), parsed.document(), statements),
                  mask));
    };
  }

  private static ScanReport report(
      ReviewPipeline pipeline, ParsedDocument document, List<String> statements) {
    return ScanReport.of(pipeline.review(document, statements, null), false);
  }

  @Override
  public Difference summary(
      String text, String industry, Judges before, Judges after, UnaryOperator<String> mask) {
    Language wording = Language.of(text);
    return Differences.of(
        before.discovery().report(text, industry, wording),
        after.discovery().report(text, industry, wording),
        mask);
  }
}
