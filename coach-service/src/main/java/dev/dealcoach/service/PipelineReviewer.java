package dev.dealcoach.service;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.service.annotate.AnnotatedCopies;
import dev.dealcoach.service.annotate.Note;
import dev.dealcoach.service.json.ScanJson;
import dev.dealcoach.service.json.ScanReport;
import dev.dealcoach.service.pack.PackInForce;
import dev.dealcoach.service.review.Review;
import dev.dealcoach.service.review.ReviewPipeline;
import dev.dealcoach.service.web.ProposalReviewer;
import dev.dealcoach.service.web.ReviewOutcome;
import dev.dealcoach.service.web.ReviewStage;
import dev.dealcoach.service.web.TextBlock;
import dev.dealcoach.service.wording.Messages;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reviews for the page: reads in child processes, judges once, words in every language. */
final class PipelineReviewer implements ProposalReviewer {
  private final DocumentParser parser;
  private final ParseLimits limits;
  private final PackInForce packs;
  private final AnnotatedCopies copies;

  PipelineReviewer(
      DocumentParser parser, ParseLimits limits, PackInForce packs, AnnotatedCopies copies) {
    this.parser = parser;
    this.limits = limits;
    this.packs = packs;
    this.copies = copies;
  }

  @Override
  public ReviewOutcome review(
      Path file, String name, List<String> statements, Consumer<ReviewStage> stage) {
    stage.accept(ReviewStage.READING);
    return switch (parser.parse(file, name, limits)) {
      case ParseFailure failure -> new ReviewOutcome.Refused(failure.code());
      case ParseResult.Parsed parsed -> {
        stage.accept(ReviewStage.REVIEWING);
        yield review(file, parsed.document(), statements);
      }
    };
  }

  private ReviewOutcome review(Path file, ParsedDocument document, List<String> statements) {
    ReviewPipeline pipeline = packs.pipeline(); // one pack for the whole review
    Review review = pipeline.review(document, statements, null);
    Map<Language, String> reports = new EnumMap<>(Language.class);
    // the notes are all that is kept in memory for the copy; the review itself may be large
    Map<Language, List<Note>> notes = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Review worded = language == review.reader() ? review : pipeline.worded(review, language);
      reports.put(language, ScanJson.of(ScanReport.of(worded, false)));
      notes.put(language, Note.of(worded));
    }
    return new ReviewOutcome.Reviewed(
        document.type(),
        reports,
        document.blocks().stream().map(TextBlock::of).toList(),
        AnnotatedCopies.exist(document.type())
            ? (target, language) ->
                copies.write(
                    file,
                    document.type(),
                    Messages.of(language).text("annotate.author"),
                    notes.get(language),
                    target)
            : null);
  }
}
