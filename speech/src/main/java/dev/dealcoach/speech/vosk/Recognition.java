package dev.dealcoach.speech.vosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.speech.audio.PcmSink;
import dev.dealcoach.speech.transcript.Word;
import dev.dealcoach.speech.vosk.UnusableModelException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vosk.Model;
import org.vosk.Recognizer;

/**
 * One recording on its way through libvosk: samples in, words out. A recogniser aborts the process
 * when two threads use it, so this belongs to the thread that opened it.
 */
final class Recognition implements PcmSink, AutoCloseable {
  /**
   * Samples that are given to libvosk at a time: an eighth of a second. Where an utterance ends is
   * decided after each piece, so results hang on it, and it is always the same.
   */
  static final int PIECE = 2_000;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Recognizer recognizer;
  private final short[] piece = new short[PIECE];
  private final List<Word> words = new ArrayList<>();
  private int filled;

  private Recognition(Recognizer recognizer) {
    this.recognizer = recognizer;
  }

  static Recognition open(Model model) throws UnusableModelException {
    try {
      Recognizer recognizer = new Recognizer(model, RATE);
      recognizer.setWords(true);
      return new Recognition(recognizer);
    } catch (IOException e) {
      throw new UnusableModelException(Reason.DAMAGED, "libvosk makes no recogniser");
    }
  }

  @Override
  public void accept(short[] samples, int count) {
    int from = 0;
    while (from < count) {
      int part = Math.min(count - from, PIECE - filled);
      System.arraycopy(samples, from, piece, filled, part);
      filled += part;
      from += part;
      if (filled == PIECE) {
        feed();
      }
    }
  }

  private void feed() {
    if (recognizer.acceptWaveForm(piece, filled)) {
      take(recognizer.getResult());
    }
    filled = 0;
  }

  /** The recording has ended. */
  void finish() {
    if (filled > 0) {
      feed();
    }
    take(recognizer.getFinalResult());
  }

  /**
   * The words, within the recording: the engine rounds to its frames and may end a little late.
   *
   * @param seconds length of the recording
   */
  List<Word> words(double seconds) {
    return words.stream()
        .map(
            word ->
                new Word(
                    word.text(),
                    Math.min(word.start(), seconds),
                    Math.min(word.end(), seconds),
                    word.confidence()))
        .toList();
  }

  private void take(String json) {
    JsonNode result;
    try {
      result = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("libvosk wrote what is no JSON");
    }
    for (JsonNode node : result.path("result")) {
      String text = node.path("word").asText("").strip();
      if (!text.isEmpty()) {
        double start = Math.max(0, node.path("start").asDouble());
        words.add(
            new Word(
                text,
                start,
                Math.max(start, node.path("end").asDouble()),
                Math.clamp(node.path("conf").asDouble(1), 0, 1)));
      }
    }
  }

  @Override
  public void close() {
    recognizer.close();
  }
}
