package dev.dealcoach.service.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.service.json.ScanJson;
import dev.dealcoach.service.wording.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of a JSONL file, one a line, some at the same time, in the lines' order.
 * Only a few lines are held at any moment. What goes wrong with a line is that line's answer.
 */
final class JsonBatch {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Messages messages;
  private final String prefix;
  private final int longestLine;
  private final int parallel;

  /** Answers one request. */
  interface Answerer {
    /**
     * The answer as one line of JSON.
     *
     * @param id as the request gave it, null if it gave none
     */
    String answer(@Nullable JsonNode id, ObjectNode request);
  }

  /**
   * @param prefix of the keys {@code .no-json} (no JSON object) and {@code .internal} (a failure of
   *     ours) among the messages
   * @param longestLine most bytes of a line
   * @param parallel how many requests are answered at the same time
   */
  JsonBatch(Messages messages, String prefix, int longestLine, int parallel) {
    this.messages = messages;
    this.prefix = prefix;
    this.longestLine = longestLine;
    this.parallel = parallel;
  }

  /**
   * Answers every line.
   *
   * @throws UnusableInput if the file cannot be opened
   * @throws MissingModelException if no line can be answered for want of a model
   */
  void run(Path input, Answerer answerer, PrintStream out) throws Exception {
    if (!Files.isRegularFile(input) || !Files.isReadable(input)) {
      throw new UnusableInput("batch.not-readable", input);
    }
    Deque<Future<String>> window = new ArrayDeque<>();
    ExecutorService workers = Executors.newFixedThreadPool(parallel);
    try (InputStream file = Files.newInputStream(input);
        JsonLines lines = new JsonLines(file, longestLine)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        byte[] current = line;
        window.addLast(workers.submit(() -> answer(current, answerer)));
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

  private String answer(byte[] line, Answerer answerer) {
    if (!(parse(line) instanceof ObjectNode request)) {
      return ScanJson.failure(null, "bad-line", messages.text(prefix + ".no-json"));
    }
    JsonNode id = request.get("id");
    try {
      return answerer.answer(id, request);
    } catch (MissingModelException e) {
      throw e; // the next lines would fare no better
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return ScanJson.failure(
          id, "internal", messages.text(prefix + ".internal", e.getClass().getSimpleName()));
    }
  }

  /** The line's JSON, null if it has none. */
  private static @Nullable JsonNode parse(byte[] line) {
    try {
      return JSON.readTree(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException | JsonProcessingException e) {
      return null;
    }
  }
}
