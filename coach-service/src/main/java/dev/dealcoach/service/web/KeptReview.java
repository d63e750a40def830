package dev.dealcoach.service.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.service.web.ReviewOutcome.AnnotatedCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A review that is under way or done: its file and what came of it, in a folder of its own.
 * Thread-safe. What is read from it is on disk, so that many kept reviews cost little memory.
 */
final class KeptReview {
  private final String id;
  private final Path folder;
  private final FileName name;
  private final List<String> statements;
  private final Instant handedIn;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile State state = new State(ReviewStage.WAITING, null, null, null);

  private record State(
      ReviewStage stage,
      @Nullable DocumentType type,
      @Nullable AnnotatedCopy copy,
      ParseFailure.@Nullable Code refusal) {}

  KeptReview(String id, Path folder, FileName name, List<String> statements, Instant handedIn) {
    this.id = id;
    this.folder = folder;
    this.name = name;
    this.statements = List.copyOf(statements);
    this.handedIn = handedIn;
  }

  String id() {
    return id;
  }

  FileName name() {
    return name;
  }

  List<String> statements() {
    return statements;
  }

  Instant handedIn() {
    return handedIn;
  }

  /** Where the file lies as it was handed in. */
  Path original() {
    return folder.resolve("original");
  }

  Path folder() {
    return folder;
  }

  ReviewStage stage() {
    return state.stage;
  }

  boolean ended() {
    return ended.getCount() == 0;
  }

  /** Waits until there is a report or a refusal. */
  void await() throws InterruptedException {
    ended.await();
  }

  /** Why there is no report; null unless {@link ReviewStage#REFUSED}. */
  ParseFailure.@Nullable Code refusal() {
    return state.refusal;
  }

  /** The document's format; null until there is a report. */
  @Nullable DocumentType type() {
    return state.type;
  }

  boolean canBeAnnotated() {
    return state.copy != null;
  }

  void at(ReviewStage stage) {
    if (!ended()) {
      state = new State(stage, null, null, null);
    }
  }

  /** Writes down what came of the review and lets go whoever waits for it. */
  void end(ReviewOutcome outcome, ObjectMapper json) throws IOException {
    switch (outcome) {
      case ReviewOutcome.Refused refused -> refuse(refused.code());
      case ReviewOutcome.Reviewed reviewed -> {
        for (Map.Entry<Language, String> report : reviewed.reports().entrySet()) {
          Files.writeString(reportFile(report.getKey()), report.getValue());
        }
        json.writeValue(folder.resolve("blocks.json").toFile(), reviewed.blocks());
        state = new State(ReviewStage.DONE, reviewed.type(), reviewed.annotated(), null);
        ended.countDown();
      }
    }
  }

  void refuse(ParseFailure.Code code) {
    state = new State(ReviewStage.REFUSED, null, null, code);
    ended.countDown();
  }

  /** The report as JSON text. */
  String report(Language language) throws IOException {
    return Files.readString(reportFile(language));
  }

  /** The document's blocks as JSON text. */
  String blocks() throws IOException {
    return Files.readString(folder.resolve("blocks.json"));
  }

  /** The copy with the findings noted in it; made when it is first asked for. */
  synchronized Path annotated(Language language) throws IOException {
    AnnotatedCopy copy = state.copy;
    if (copy == null) {
      throw new IllegalStateException("this review has no annotated copy");
    }
    Path target = folder.resolve("annotated-" + language.code());
    if (!Files.exists(target)) {
      Path unfinished = folder.resolve("annotating-" + language.code());
      Files.deleteIfExists(unfinished);
      copy.write(unfinished, language);
      Files.move(unfinished, target);
    }
    return target;
  }

  private Path reportFile(Language language) {
    return folder.resolve("report-" + language.code() + ".json");
  }
}
