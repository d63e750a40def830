package dev.dealcoach.service.transcribe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.vosk.ModelDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the child is asked. Immutable.
 *
 * @param audio path of the recording
 * @param model path of the model's directory
 * @param language of the model
 * @param stamp of the model
 * @param bytes see {@link AudioLimits}
 * @param lengthMillis see {@link AudioLimits}
 * @param timeMillis see {@link AudioLimits}
 * @param memory see {@link AudioLimits}
 */
record TranscribeRequest(
    String audio,
    String model,
    SpokenLanguage language,
    ModelStamp stamp,
    long bytes,
    long lengthMillis,
    long timeMillis,
    long memory) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  static TranscribeRequest of(Path audio, ModelDirectory model, AudioLimits limits) {
    return new TranscribeRequest(
        audio.toAbsolutePath().toString(),
        model.path().toAbsolutePath().toString(),
        model.language(),
        model.stamp(),
        limits.bytes(),
        limits.length().toMillis(),
        limits.time().toMillis(),
        limits.memory());
  }

  AudioLimits limits() {
    return new AudioLimits(
        bytes, Duration.ofMillis(lengthMillis), Duration.ofMillis(timeMillis), memory);
  }

  byte[] encode() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (IOException e) {
      throw new IllegalStateException("a record of texts and numbers can be written", e);
    }
  }

  static TranscribeRequest decode(byte[] bytes) throws IOException {
    return JSON.readValue(bytes, TranscribeRequest.class);
  }
}
