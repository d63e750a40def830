package dev.dealcoach.speech.transcript;

/**
 * A recognised word. Immutable.
 *
 * @param text as the model writes it, without spaces
 * @param start seconds from the beginning of the recording
 * @param end seconds, not before {@code start}
 * @param confidence 0 to 1, as the engine gives it
 */
public record Word(String text, double start, double end, double confidence) {
  public Word {
    if (text.isBlank() || start < 0 || end < start) {
      throw new IllegalArgumentException("no word with a place in time");
    }
  }
}
