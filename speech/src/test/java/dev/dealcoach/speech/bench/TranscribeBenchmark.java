package dev.dealcoach.speech.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.dealcoach.speech.audio.AudioDecoder;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.audio.Ffmpeg;
import dev.dealcoach.speech.audio.PcmSink;
import dev.dealcoach.speech.audio.StandardAudioDecoder;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.vosk.ModelDirectory;
import dev.dealcoach.speech.vosk.VoskTranscriber;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/**
 * Ten minutes of audio through our transcriber and through a bare loop around libvosk, in turn,
 * warm; then two recordings at once through each; then an hour, with the heap looked at on the way.
 *
 * <p>The first ratio is one of processor time, so that it stays what it is on a busy machine; the
 * speed-ups are of wall time, taken in turn so that both see the same machine, and the best of the
 * rounds counts, in which others disturbed least.
 *
 * <p>Arguments: the model's directory, a 16 kHz mono WAV file that is repeated, and perhaps {@code
 * together} for that part alone.
 */
final class TranscribeBenchmark {
  private static final int ROUNDS = 3;
  private static final int MINUTES = 10;
  private static final int ROUNDS_TOGETHER = 6;
  private static final int MINUTES_TOGETHER = 2;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private TranscribeBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    LibVosk.setLogLevel(LogLevel.WARNINGS);
    Path modelPath = Path.of(arguments[0]);
    Path folder = Files.createTempDirectory("transcribe-benchmark");
    AudioDecoder decoder = new StandardAudioDecoder(() -> Ffmpeg.find(folder.resolve("ffmpeg")));
    try (Model model = new Model(modelPath.toString());
        VoskTranscriber ours = VoskTranscriber.open(ModelDirectory.open(modelPath), decoder, 2)) {
      Path shorter =
          repeated(Path.of(arguments[1]), MINUTES_TOGETHER * 60, folder.resolve("shorter.wav"));
      together(() -> bare(model, shorter), () -> transcribe(ours, shorter));
      if (arguments.length > 2) {
        return;
      }
      Path file = repeated(Path.of(arguments[1]), MINUTES * 60, folder.resolve("minutes.wav"));
      speed(() -> bare(model, file), () -> transcribe(ours, file));
      Path hour = repeated(Path.of(arguments[1]), 3_600, folder.resolve("hour.wav"));
      Optional<Path> encoded = encoded(hour, folder);
      heap(
          modelPath,
          decoder,
          encoded.orElse(hour),
          encoded.isPresent() ? "FLAC through ffmpeg" : "WAV");
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @SuppressWarnings("SystemOut") // a report for the terminal is what it is for
  private static void speed(Callable<Long> bare, Callable<Long> full) throws Exception {
    full.call(); // loads all there is; libvosk has nothing to warm up
    double[] ratios = new double[ROUNDS];
    double[] seconds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      double alone = processor(bare);
      seconds[i] = processor(full);
      ratios[i] = seconds[i] / alone;
    }
    System.out.printf(
        Locale.ROOT,
        "%d minutes: %.2f s of processor time, %.3f times a bare libvosk loop%n",
        MINUTES,
        median(seconds),
        median(ratios));
  }

  @SuppressWarnings("SystemOut")
  private static void together(Callable<Long> bare, Callable<Long> full) throws Exception {
    double theirs = 0;
    double ours = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < ROUNDS_TOGETHER; i++) {
        theirs = Math.max(theirs, speedUp(bare, threads));
        ours = Math.max(ours, speedUp(full, threads));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "two at once: libvosk's own speed-up %.2f, ours %.2f, %.3f of it%n",
        theirs,
        ours,
        ours / theirs);
  }

  private static double speedUp(Callable<Long> work, ExecutorService threads) throws Exception {
    double one = wall(work) + wall(work);
    long begin = System.nanoTime();
    for (Future<Long> both : threads.invokeAll(List.of(work, work))) {
      both.get();
    }
    return one / ((System.nanoTime() - begin) / 1e9);
  }

  /** What anybody would write: bytes in, results thrown away. */
  private static long bare(Model model, Path file) throws IOException {
    long length = 0;
    try (InputStream in = Files.newInputStream(file);
        Recognizer recognizer = new Recognizer(model, PcmSink.RATE)) {
      recognizer.setWords(true);
      in.skipNBytes(44);
      byte[] piece = new byte[4_000];
      for (int n = in.readNBytes(piece, 0, piece.length);
          n > 0;
          n = in.readNBytes(piece, 0, piece.length)) {
        if (recognizer.acceptWaveForm(piece, n)) {
          length += recognizer.getResult().length();
        }
      }
      return length + recognizer.getFinalResult().length();
    }
  }

  private static long transcribe(VoskTranscriber transcriber, Path file)
      throws InterruptedException {
    return switch (transcriber.transcribe(file, AudioLimits.STANDARD)) {
      case Transcription.Transcribed done -> done.transcript().words().size();
      default -> throw new IllegalStateException("not transcribed");
    };
  }

  /** The heap in use after a collection, at every sixth of an hour of audio. */
  @SuppressWarnings("SystemOut")
  private static void heap(Path modelPath, AudioDecoder decoder, Path hour, String kind)
      throws Exception {
    List<Double> used = new ArrayList<>();
    long[] heard = {0};
    AudioDecoder watched =
        (file, limits, sink) ->
            decoder.decode(
                file,
                limits,
                (samples, count) -> {
                  sink.accept(samples, count);
                  long before = heard[0] / (600L * PcmSink.RATE);
                  heard[0] += count;
                  if (heard[0] / (600L * PcmSink.RATE) > before) {
                    used.add(heapInUse());
                  }
                });
    try (VoskTranscriber transcriber =
        VoskTranscriber.open(ModelDirectory.open(modelPath), watched, 1)) {
      long words = transcribe(transcriber, hour);
      System.out.printf(Locale.ROOT, "an hour of %s, %d words, heap in MB:", kind, words);
      used.forEach(megabytes -> System.out.printf(Locale.ROOT, " %.1f", megabytes));
      System.out.println();
    }
  }

  private static double heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  private static double processor(Callable<Long> work) throws Exception {
    long begin = PROCESS.getProcessCpuTime();
    work.call();
    return (PROCESS.getProcessCpuTime() - begin) / 1e9;
  }

  private static double wall(Callable<Long> work) throws Exception {
    long begin = System.nanoTime();
    work.call();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The samples of a recording again and again, for so long. */
  private static Path repeated(Path wav, int seconds, Path target) throws IOException {
    byte[] file = Files.readAllBytes(wav);
    int most = 2 * PcmSink.RATE * seconds;
    ByteBuffer header = ByteBuffer.wrap(file, 0, 44).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(4, most + 36).putInt(40, most);
    try (OutputStream out = Files.newOutputStream(target)) {
      out.write(file, 0, 44);
      for (int left = most; left > 0; left -= file.length - 44) {
        out.write(file, 44, Math.min(left, file.length - 44));
      }
    }
    return target;
  }

  private static Optional<Path> encoded(Path wav, Path folder) throws Exception {
    Optional<Ffmpeg> ffmpeg = Ffmpeg.find(folder.resolve("ffmpeg"));
    if (ffmpeg.isEmpty()) {
      return Optional.empty();
    }
    Path target = folder.resolve("hour.flac");
    ProcessBuilder builder =
        new ProcessBuilder(
                ffmpeg.get().program(), "-v", "error", "-i", wav.toString(), target.toString())
            .inheritIO();
    builder.environment().putAll(ffmpeg.get().environment());
    return builder.start().waitFor() == 0 ? Optional.of(target) : Optional.empty();
  }
}
