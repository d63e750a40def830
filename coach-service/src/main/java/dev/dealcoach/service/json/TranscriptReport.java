package dev.dealcoach.service.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.transcript.Transcript;
import java.util.List;

/**
 * A transcript as it stands in JSON; {@code transcript-v1.schema.json} describes it. Times are
 * seconds from the beginning of the recording, to a thousandth. Immutable.
 *
 * @param version of this format: 1
 * @param text one line; spaces where the speaker paused for half a second, and between Latin words
 * @param language {@code zh} or {@code en}
 * @param seconds length of the recording
 * @param doubtful whether a person should read it
 * @param words in the order in which they were said
 * @param model what recognised it
 */
@JsonPropertyOrder({"version", "text", "language", "seconds", "doubtful", "words", "model"})
public record TranscriptReport(
    int version,
    String text,
    String language,
    double seconds,
    boolean doubtful,
    List<Word> words,
    DiscoveryReport.Model model) {
  /** The version of the format. */
  public static final int VERSION = 1;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /**
   * One word.
   *
   * @param conf the engine's confidence, 0 to 1
   */
  @JsonPropertyOrder({"word", "start", "end", "conf"})
  public record Word(String word, double start, double end, double conf) {}

  /** The transcript for JSON. */
  public static TranscriptReport of(Transcript transcript) {
    return new TranscriptReport(
        VERSION,
        transcript.text(),
        transcript.language().code(),
        rounded(transcript.seconds()),
        transcript.doubtful(),
        transcript.words().stream()
            .map(
                word ->
                    new Word(
                        word.text(),
                        rounded(word.start()),
                        rounded(word.end()),
                        rounded(word.confidence())))
            .toList(),
        new DiscoveryReport.Model(transcript.model().id(), transcript.model().sha256()));
  }

  /** As JSON, without a line break. */
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("wire records can be written", e);
    }
  }

  /**
   * The transcript that was written so.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Transcript read(String json) {
    TranscriptReport report;
    try {
      report = JSON.readValue(json, TranscriptReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no transcript", e);
    }
    return new Transcript(
        report.text,
        SpokenLanguage.ofCode(report.language),
        report.seconds,
        report.doubtful,
        report.words.stream()
            .map(
                word ->
                    new dev.dealcoach.speech.transcript.Word(
                        word.word, word.start, word.end, word.conf))
            .toList(),
        new ModelStamp(report.model.id(), report.model.sha256()));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
