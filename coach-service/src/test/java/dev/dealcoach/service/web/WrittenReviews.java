package dev.dealcoach.service.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Answers with the review that lies written beside the example of the same name. */
final class WrittenReviews implements ProposalReviewer {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public ReviewOutcome review(
      Path file, String name, List<String> statements, Consumer<ReviewStage> stage) {
    stage.accept(ReviewStage.READING);
    try (InputStream in = WrittenReviews.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        return new ReviewOutcome.Refused(ParseFailure.Code.ENCRYPTED);
      }
      stage.accept(ReviewStage.REVIEWING);
      JsonNode written = JSON.readTree(in);
      DocumentType type = DocumentType.valueOf(written.get("type").textValue());
      return new ReviewOutcome.Reviewed(
          type,
          Map.of(
              Language.ZH, written.get("zh").toString(), Language.EN, written.get("en").toString()),
          List.of(JSON.treeToValue(written.get("blocks"), TextBlock[].class)),
          type == DocumentType.PDF ? (target, language) -> Files.copy(file, target) : null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
