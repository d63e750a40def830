package dev.dealcoach.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.json.TranscriptReport;
import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Word;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Transcripts as they are kept: in the form of SPEC §8 {@code transcribe}. */
final class SpokenWords {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private SpokenWords() {}

  static String write(Transcript transcript) {
    return TranscriptReport.of(transcript).json();
  }

  static Transcript read(String json) {
    JsonNode node;
    try {
      node = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    List<Word> words = new ArrayList<>();
    for (JsonNode word : node.path("words")) {
      words.add(
          new Word(
              word.path("word").asText(),
              word.path("start").asDouble(),
              word.path("end").asDouble(),
              word.path("conf").asDouble()));
    }
    return new Transcript(
        node.path("text").asText(),
        SpokenLanguage.ofCode(node.path("language").asText()),
        node.path("seconds").asDouble(),
        node.path("doubtful").asBoolean(),
        words,
        new ModelStamp(
            node.path("model").path("id").asText(), node.path("model").path("sha256").asText()));
  }
}
