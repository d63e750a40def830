package dev.dealcoach.service.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.json.ScanJson;
import dev.dealcoach.service.wording.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Scans the documents that the lines of a JSONL file name, some at the same time, and answers in
 * the lines' order. Only a few lines are held at any moment. What goes wrong with a line is that
 * line's answer.
 */
final class BatchScan {
  /** More than the notes of any deal. */
  private static final int LONGEST_LINE = 16 << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final DocumentScan scan;
  private final Messages messages;
  private final int parallel;

  BatchScan(DocumentScan scan, Messages messages, int parallel) {
    this.scan = scan;
    this.messages = messages;
    this.parallel = parallel;
  }

  /**
   * Answers every line.
   *
   * @throws UnusableInput if the file cannot be opened
   */
  void run(Path input, PrintStream out) throws Exception {
    if (!Files.isRegularFile(input) || !Files.isReadable(input)) {
      throw new UnusableInput("batch.not-readable", input);
    }
    Path folder = input.toAbsolutePath().getParent();
    Deque<Future<String>> window = new ArrayDeque<>();
    ExecutorService workers = Executors.newFixedThreadPool(parallel);
    try (InputStream file = Files.newInputStream(input);
        JsonLines lines = new JsonLines(file, LONGEST_LINE)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        byte[] current = line;
        window.addLast(workers.submit(() -> answer(current, folder)));
        while (!window.isEmpty() && (window.size() > 2 * parallel || window.peekFirst().isDone())) {
          print(window.removeFirst(), out);
        }
      }
      while (!window.isEmpty()) {
        print(window.removeFirst(), out);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static void print(Future<String> answer, PrintStream out) throws Exception {
    try {
      out.println(answer.get());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    if (out.checkError()) {
      throw new IOException("standard output is closed");
    }
  }

  private String answer(byte[] line, Path folder) {
    JsonNode request = parse(line);
    if (request == null || !request.isObject()) {
      return ScanJson.failure(null, "bad-line", messages.text("batch.no-json"));
    }
    JsonNode id = request.get("id");
    try {
      JsonNode file = request.path("file");
      if (!file.isTextual() || file.textValue().isBlank()) {
        return ScanJson.failure(id, "bad-line", messages.text("batch.no-file"));
      }
      List<String> notes = notes(request.path("notes"));
      if (notes == null) {
        return ScanJson.failure(id, "bad-line", messages.text("batch.bad-notes"));
      }
      return switch (scan.scan(folder.resolve(file.textValue()), notes)) {
        case DocumentScan.Outcome.Reviewed(var report) -> ScanJson.answer(id, report);
        case DocumentScan.Outcome.Unreadable(var failure) -> {
          String code = failure.code().id();
          yield ScanJson.failure(id, code, messages.text("parse." + code, file.textValue()));
        }
      };
    } catch (InvalidPathException e) {
      String name = request.path("file").textValue();
      return ScanJson.failure(id, "not-readable", messages.text("parse.not-readable", name));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return ScanJson.failure(
          id, "internal", messages.text("batch.internal", e.getClass().getSimpleName()));
    }
  }

  /** The line's JSON, null if it has none. */
  private static @Nullable JsonNode parse(byte[] line) {
    try {
      return JSON.readTree(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException | com.fasterxml.jackson.core.JsonProcessingException e) {
      return null;
    }
  }

  /** The customer's statements, null if they are not a list of texts. */
  private static @Nullable List<String> notes(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      return null;
    }
    List<String> notes = new ArrayList<>();
    for (JsonNode note : node) {
      if (!note.isTextual()) {
        return null;
      }
      notes.add(note.textValue());
    }
    return notes;
  }
}
