package dev.dealcoach.kb.lucene;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a commit says of itself.
 *
 * @param position of the owner's last change in it
 * @param models names those of its vectors
 */
record Stamp(long position, String models) {
  /** Grows with every change of fields or words: what is indexed otherwise cannot be found. */
  private static final String FORMAT = "2";

  Map<String, String> written() {
    return new TreeMap<>(
        Map.of("format", FORMAT, "position", Long.toString(position), "models", models));
  }

  /** Whether this program with these models can use the commit. */
  static boolean fits(Map<String, String> written, String models) {
    return FORMAT.equals(written.get("format")) && models.equals(written.get("models"));
  }

  static long position(Map<String, String> written) {
    return Long.parseLong(written.getOrDefault("position", "-1"));
  }
}
