package dev.dealcoach.speech;

import dev.dealcoach.speech.audio.Ffmpeg;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Recordings in other formats, made with ffmpeg; the test is skipped where there is none. */
public final class Encoded {
  private Encoded() {}

  /** The library's ffmpeg, which alone has encoders for AMR, if it runs here. */
  public static Optional<Ffmpeg> complete() {
    return Bundled.FFMPEG;
  }

  /**
   * Runs ffmpeg.
   *
   * @param arguments what stands between the input and the output
   */
  public static Path make(Path input, Path output, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("-i", input.toString()));
    all.addAll(List.of(arguments));
    return run(output, all.toArray(String[]::new));
  }

  /** Runs ffmpeg with all of its arguments but the output. */
  public static Path run(Path output, String... arguments) throws Exception {
    Optional<Ffmpeg> ffmpeg = complete().or(Fixture::ffmpeg);
    Assumptions.assumeTrue(ffmpeg.isPresent(), "no ffmpeg on this machine");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(ffmpeg.get().program(), "-nostdin", "-v", "error", "-y"));
    command.addAll(List.of(arguments));
    command.add(output.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(ffmpeg.get().environment());
    Process process = builder.start();
    byte[] said = process.getInputStream().readAllBytes();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      String text = new String(said, StandardCharsets.UTF_8);
      Assumptions.assumeFalse(
          text.contains("Unknown encoder"), "this ffmpeg cannot write " + output.getFileName());
      throw new IllegalStateException(text);
    }
    return output;
  }

  private static final class Bundled {
    static final Optional<Ffmpeg> FFMPEG = Ffmpeg.bundled(Path.of("target/ffmpeg"));
  }
}
