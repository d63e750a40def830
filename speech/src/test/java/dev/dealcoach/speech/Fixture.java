package dev.dealcoach.speech;

import dev.dealcoach.speech.audio.AudioDecoder;
import dev.dealcoach.speech.audio.Ffmpeg;
import dev.dealcoach.speech.audio.StandardAudioDecoder;
import dev.dealcoach.speech.vosk.ModelDirectory;
import dev.dealcoach.speech.vosk.VoskTranscriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The small model and its recordings in the test resources. */
public final class Fixture {
  private static final Path HOME = Path.of("src/test/resources/vosk-tiny-zh");

  private Fixture() {}

  /** The model's directory. */
  public static Path model() {
    return HOME.resolve("model");
  }

  /** A recording, by its name without ending. */
  public static Path wav(String name) {
    return HOME.resolve("wav").resolve(name + ".wav");
  }

  /** The lines of a table, without its heading, each split into its fields. */
  public static List<String[]> table(String name) {
    try {
      return Files.readAllLines(HOME.resolve(name)).stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads WAV files only. */
  public static AudioDecoder wavDecoder() {
    return new StandardAudioDecoder(Optional::empty);
  }

  /** Reads everything, if this machine has an ffmpeg or can run the library's. */
  public static Optional<Ffmpeg> ffmpeg() {
    return Found.FFMPEG;
  }

  /** A transcriber with the small model. */
  public static VoskTranscriber transcriber(AudioDecoder decoder, int parallel) throws Exception {
    return VoskTranscriber.open(ModelDirectory.open(model()), decoder, parallel);
  }

  private static final class Found {
    static final Optional<Ffmpeg> FFMPEG = Ffmpeg.find(Path.of("target/ffmpeg"));
  }
}
