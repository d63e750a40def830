package dev.dealcoach.service.library;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed from one version of a passage to the next, by words (in Chinese: characters). Pure.
 */
public final class TextDiff {
  /** Beyond so many words a passage is compared by sentences. */
  private static final int MOST_WORDS = 4000;

  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+|\\s+|[^\\p{L}\\p{N}\\s]");
  private static final Pattern SENTENCE = Pattern.compile("[^。！？.!?\\n]*[。！？.!?\\n]*");

  /** What became of a part. */
  public enum Change {
    SAME,
    ADDED,
    REMOVED;

    /** The name in templates. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A part of either version. */
  public record Part(Change change, String text) {}

  private TextDiff() {}

  /** The parts of both, in reading order; what was removed stands before what came instead. */
  public static List<Part> of(String before, String after) {
    List<String> a = words(before, WORD);
    List<String> b = words(after, WORD);
    if (a.size() > MOST_WORDS || b.size() > MOST_WORDS) {
      a = words(before, SENTENCE);
      b = words(after, SENTENCE);
    }
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Part> parts = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        add(parts, Change.SAME, a.get(i));
        i++;
        j++;
      } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
        add(parts, Change.REMOVED, a.get(i++));
      } else {
        add(parts, Change.ADDED, b.get(j++));
      }
    }
    return parts;
  }

  private static void add(List<Part> parts, Change change, String text) {
    if (!parts.isEmpty() && parts.getLast().change() == change) {
      parts.set(parts.size() - 1, new Part(change, parts.getLast().text() + text));
    } else {
      parts.add(new Part(change, text));
    }
  }

  private static List<String> words(String text, Pattern pattern) {
    List<String> words = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        words.add(matcher.group());
      }
    }
    return words;
  }
}
