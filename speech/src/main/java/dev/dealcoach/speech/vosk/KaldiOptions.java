package dev.dealcoach.speech.vosk;

import dev.dealcoach.speech.vosk.UnusableModelException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kaldi's option files, {@code --name=value} a line. A value outside what Kaldi asserts ends the
 * process when a recogniser is made, so those are looked at beforehand.
 */
final class KaldiOptions {
  private static final int LARGEST = 1 << 20;
  private static final Pattern LINE = Pattern.compile("--([A-Za-z0-9._-]+)(?:=(.*))?");

  /** Options with the values that Kaldi's own assertions allow. */
  private static final Map<String, DoublePredicate> ASSERTED =
      Map.ofEntries(
          Map.entry("beam", above(0)),
          Map.entry("lattice-beam", above(0)),
          Map.entry("beam-delta", above(0)),
          Map.entry("max-active", above(1)),
          Map.entry("min-active", v -> v >= 0),
          Map.entry("prune-interval", above(0)),
          Map.entry("hash-ratio", v -> v >= 1),
          Map.entry("prune-scale", v -> v > 0 && v < 1),
          Map.entry("acoustic-scale", above(0)),
          Map.entry("frame-subsampling-factor", v -> v >= 1 && v <= 100),
          Map.entry("frames-per-chunk", v -> v >= 1 && v <= 10_000),
          Map.entry("extra-left-context-initial", v -> v >= 0),
          Map.entry("sample-frequency", v -> v >= 4_000 && v <= 192_000),
          Map.entry("frame-length", v -> v >= 1 && v <= 1_000),
          Map.entry("frame-shift", v -> v >= 1 && v <= 1_000),
          Map.entry("preemphasis-coefficient", v -> v >= 0 && v <= 1),
          Map.entry("num-mel-bins", v -> v >= 3 && v <= 1_000),
          Map.entry("num-ceps", v -> v >= 1 && v <= 1_000));

  private KaldiOptions() {}

  private static DoublePredicate above(double least) {
    return value -> value > least;
  }

  /**
   * Checks a file.
   *
   * @throws UnusableModelException if Kaldi would not take it
   */
  static void check(Path file) throws UnusableModelException, IOException {
    if (Files.size(file) > LARGEST) {
      throw wrong(file, "too large");
    }
    double fewest = 0;
    double most = Double.POSITIVE_INFINITY;
    for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\\R")) {
      String option = line.replaceFirst("#.*", "").strip();
      if (option.isEmpty()) {
        continue;
      }
      Matcher parts = LINE.matcher(option);
      if (!parts.matches()) {
        throw wrong(file, "no option");
      }
      // as Kaldi does it
      String name = parts.group(1).replace('_', '-').toLowerCase(Locale.ROOT);
      DoublePredicate allowed = ASSERTED.get(name);
      if (allowed == null) {
        continue;
      }
      double value = number(file, parts.group(2));
      if (!allowed.test(value)) {
        throw wrong(file, name);
      }
      fewest = name.equals("min-active") ? value : fewest;
      most = name.equals("max-active") ? value : most;
    }
    if (fewest > most) {
      throw wrong(file, "min-active");
    }
  }

  private static double number(Path file, String value) throws UnusableModelException {
    try {
      return Double.parseDouble(value == null ? "" : value.strip());
    } catch (NumberFormatException e) {
      throw wrong(file, "no number");
    }
  }

  private static UnusableModelException wrong(Path file, String what) {
    return new UnusableModelException(
        Reason.DAMAGED, "wrong in " + file.getFileName() + ": " + what);
  }
}
