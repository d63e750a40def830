package dev.dealcoach.service.transcribe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.speech.audio.AudioRefusal;
import dev.dealcoach.speech.audio.Sound;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Transcription;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a {@link Transcription} crosses from child to parent: exactly one of the first
 * three fields is there, the sound with a transcript only. Both are the same build, so it has no
 * version.
 */
record TranscriptionWire(
    @Nullable Transcript transcript,
    @Nullable AudioRefusal refusal,
    Transcription.@Nullable Failed failure,
    @Nullable Sound sound) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  static byte[] encode(Transcription result, Sound sound) throws IOException {
    return JSON.writeValueAsBytes(
        switch (result) {
          case Transcription.Transcribed done ->
              new TranscriptionWire(done.transcript(), null, null, sound);
          case Transcription.Refused refused ->
              new TranscriptionWire(null, refused.refusal(), null, null);
          case Transcription.Failed failed -> new TranscriptionWire(null, null, failed, null);
        });
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IOException if the bytes are something else
   */
  static ChildTranscriber.Answer decode(byte[] bytes) throws IOException {
    TranscriptionWire wire = JSON.readValue(bytes, TranscriptionWire.class);
    if (wire.transcript != null) {
      return new ChildTranscriber.Answer(
          new Transcription.Transcribed(wire.transcript), wire.sound);
    }
    if (wire.refusal != null) {
      return new ChildTranscriber.Answer(new Transcription.Refused(wire.refusal), null);
    }
    if (wire.failure != null) {
      return new ChildTranscriber.Answer(wire.failure, null);
    }
    throw new IOException("no transcription");
  }
}
