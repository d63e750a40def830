package dev.dealcoach.speech.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program ffmpeg, as found on this machine or in the library {@code org.bytedeco:ffmpeg}.
 * Immutable, thread-safe.
 *
 * @param program what to run
 * @param environment variables that it needs; it gets no others but the PATH
 */
public record Ffmpeg(String program, Map<String, String> environment) {
  private static final String BUNDLE = "/org/bytedeco/ffmpeg/linux-x86_64/";

  /** The program and the libraries that it is linked to. */
  private static final List<String> BUNDLED =
      List.of(
          "ffmpeg",
          "libavcodec.so.61",
          "libavdevice.so.61",
          "libavfilter.so.10",
          "libavformat.so.61",
          "libavutil.so.59",
          "libdrm.so.2",
          "libswresample.so.5",
          "libswscale.so.8");

  public Ffmpeg {
    environment = Map.copyOf(environment);
  }

  /**
   * The machine's ffmpeg, else the one in the library if it is on the class path and runs here (it
   * is linked to libxcb, libasound and libpulse of the system).
   *
   * @param folder where the latter is unpacked, once; it is made if need be
   */
  public static Optional<Ffmpeg> find(Path folder) {
    return installed().or(() -> bundled(folder));
  }

  /** The ffmpeg that is on the PATH. */
  public static Optional<Ffmpeg> installed() {
    return Optional.of(new Ffmpeg("ffmpeg", Map.of())).filter(Ffmpeg::runs);
  }

  /** The ffmpeg in the library, unpacked into this folder unless it lies there already. */
  public static Optional<Ffmpeg> bundled(Path folder) {
    if (Ffmpeg.class.getResource(BUNDLE + "ffmpeg") == null) {
      return Optional.empty();
    }
    try {
      Path home = Files.createDirectories(folder.toAbsolutePath());
      for (String name : BUNDLED) {
        unpack(name, home);
      }
      return Optional.of(
              new Ffmpeg(
                  home.resolve("ffmpeg").toString(), Map.of("LD_LIBRARY_PATH", home.toString())))
          .filter(Ffmpeg::runs);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A program of this path, if it runs. */
  public static Optional<Ffmpeg> at(Path program) {
    return Optional.of(new Ffmpeg(program.toAbsolutePath().toString(), Map.of()))
        .filter(Ffmpeg::runs);
  }

  private static void unpack(String name, Path home) throws IOException {
    Path target = home.resolve(name);
    if (Files.exists(target)) {
      return;
    }
    Path part = Files.createTempFile(home, name, ".part");
    try (InputStream in = Ffmpeg.class.getResourceAsStream(BUNDLE + name)) {
      if (in == null) {
        throw new IOException("not in the library: " + name);
      }
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      if (!part.toFile().setExecutable(true)) {
        throw new IOException("cannot be made executable");
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Whether it starts: it may be missing, or lack one of its libraries. */
  private boolean runs() {
    try {
      Process process =
          processBuilder(List.of(program, "-version"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A process with nothing in its environment that it does not need. */
  ProcessBuilder processBuilder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().putAll(environment);
    return builder;
  }
}
