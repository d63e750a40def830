package dev.dealcoach.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import dev.dealcoach.service.proposal.ReviewEnd;
import dev.dealcoach.service.proposal.ReviewResult;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.Reviewer;
import dev.dealcoach.service.review.Review;
import dev.dealcoach.service.review.ReviewPipeline;
import dev.dealcoach.service.web.TextBlock;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reviews that are kept: reads in child processes, judges once, words in every language. */
final class StoredReviewer implements Reviewer {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final DocumentParser parser;
  private final ParseLimits limits;
  private final PackInForce packs;

  StoredReviewer(DocumentParser parser, ParseLimits limits, PackInForce packs) {
    this.parser = parser;
    this.limits = limits;
    this.packs = packs;
  }

  @Override
  public ReviewEnd review(
      Path file, String name, List<String> statements, Consumer<ReviewState> state) {
    state.accept(ReviewState.READING);
    return switch (parser.parse(file, name, limits)) {
      case ParseFailure failure ->
          new ReviewEnd.Refused(failure.code().id(), mayDoBetter(failure.code()));
      case ParseResult.Parsed parsed -> {
        state.accept(ReviewState.REVIEWING);
        ReviewPipeline pipeline = packs.pipeline(); // one pack for the whole review
        yield new ReviewEnd.Done(
            result(pipeline, pipeline.review(parsed.document(), statements, null)));
      }
    };
  }

  /** Whether the failure may have come from the machine rather than from the file. */
  private static boolean mayDoBetter(ParseFailure.Code code) {
    return switch (code) {
      case TIMED_OUT, OUT_OF_MEMORY, CRASHED, NOT_READABLE -> true;
      case ENCRYPTED, DAMAGED, EMPTY, TOO_LARGE, TOO_DEEP, UNSUPPORTED -> false;
    };
  }

  private static ReviewResult result(ReviewPipeline pipeline, Review review) {
    ParsedDocument document = review.document();
    boolean copies = AnnotatedCopies.exist(document.type());
    Map<Language, ReviewResult.Wording> wordings = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Review worded = language == review.reader() ? review : pipeline.worded(review, language);
      wordings.put(
          language,
          new ReviewResult.Wording(
              ScanJson.of(ScanReport.of(worded, false)), copies ? json(Note.of(worded)) : ""));
    }
    return new ReviewResult(
        document.type().id(),
        review.scorecard().gold(),
        review.packId(),
        review.packSha256(),
        json(document.blocks().stream().map(TextBlock::of).toList()),
        wordings);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
