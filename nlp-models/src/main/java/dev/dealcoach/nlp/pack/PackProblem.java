package dev.dealcoach.nlp.pack;

import java.util.List;

/**
 * Something wrong in a rule pack. Immutable.
 *
 * @param file the file's path inside the pack
 * @param line from 1, or 0 when it concerns the file as a whole
 * @param fault what is wrong
 * @param details that complete its sentence
 */
public record PackProblem(String file, int line, PackFault fault, List<String> details) {
  public PackProblem {
    details = List.copyOf(details);
  }

  /** With the details one by one. */
  static PackProblem of(String file, int line, PackFault fault, String... details) {
    return new PackProblem(file, line, fault, List.of(details));
  }

  /** What is wrong, in English. */
  public String message() {
    return worded(fault.english());
  }

  /**
   * A sentence with the details in their places.
   *
   * @param sentence with {@code {1}}, {@code {2}} …
   */
  public String worded(String sentence) {
    StringBuilder out = new StringBuilder(sentence);
    // from the last place backwards: what was put in is not looked at again
    for (int at = out.lastIndexOf("{"); at >= 0; at = out.lastIndexOf("{", at - 1)) {
      for (int i = 0; i < details.size(); i++) {
        String place = "{" + (i + 1) + "}";
        if (out.indexOf(place, at) == at) {
          out.replace(at, at + place.length(), details.get(i));
          break;
        }
      }
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message();
  }
}
