package dev.dealcoach.nlp.pack;

/**
 * Something wrong in a rule pack. Immutable.
 *
 * @param file the file's path inside the pack
 * @param line from 1, or 0 when it concerns the file as a whole
 * @param message what is wrong
 */
public record PackProblem(String file, int line, String message) {
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message;
  }
}
