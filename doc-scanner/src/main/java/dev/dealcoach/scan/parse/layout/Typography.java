package dev.dealcoach.scan.parse.layout;

import dev.dealcoach.nlp.text.Han;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a whole document's make-up says, to judge its single lines by. Immutable.
 *
 * @param bodySize size of most characters of running text, points
 * @param bold share of characters of running text that stand in bold lines, 0..1
 * @param mixedSpaced whether a space stands between Chinese and Latin characters within lines
 * @param hyphenated whether words are broken at line ends as a rule
 * @param wordsBroken whether lines end anywhere in words and numbers, as Chinese documents may
 * @param words the words of Latin letters and digits that stand whole within lines; only where
 *     lines end anywhere in words
 * @param pitches by size in half points, the usual distance of the baselines within a paragraph
 * @param spacedParagraphs whether there is more space between paragraphs than between their lines
 */
record Typography(
    float bodySize,
    float bold,
    boolean mixedSpaced,
    boolean hyphenated,
    boolean wordsBroken,
    Set<String> words,
    Map<Integer, Float> pitches,
    boolean spacedParagraphs) {

  static Typography of(List<LaidPage> pages) {
    Counting c = new Counting();
    for (LaidPage page : pages) {
      for (Item item : page.items()) {
        if (item instanceof Item.Flow flow) {
          c.flow(flow.line());
        } else if (item instanceof Item.Table table) {
          for (Item.Cell cell : table.cells()) {
            cell.lines().forEach(c::cell);
          }
        }
      }
    }
    return new Typography(
        c.bodySize(),
        c.characters == 0 ? 0 : (float) c.boldCharacters / c.characters,
        c.spaced > c.tight,
        c.hyphens >= 3 && c.hyphens * 25 > c.latinLines,
        c.brokenNumbers > 0,
        c.brokenNumbers > 0 ? words(pages) : Set.of(),
        Map.of(),
        false);
  }

  private static Set<String> words(List<LaidPage> pages) {
    Set<String> words = new HashSet<>();
    for (LaidPage page : pages) {
      for (Item item : page.items()) {
        if (item instanceof Item.Flow flow) {
          String t = flow.line().text();
          for (int i = 0; i < t.length(); i++) {
            int from = i;
            while (i < t.length() && Counting.latin(t.charAt(i))) {
              i++;
            }
            if (i > from && from > 0 && i < t.length()) {
              words.add(t.substring(from, i));
            }
          }
        }
      }
    }
    return words;
  }

  /**
   * Whether a line that ends in {@code before} and one that begins with {@code after} break a word.
   */
  boolean breaksWord(CharSequence before, CharSequence after) {
    int from = before.length();
    while (from > 0 && Counting.latin(before.charAt(from - 1))) {
      from--;
    }
    int to = 0;
    while (to < after.length() && Counting.latin(after.charAt(to))) {
      to++;
    }
    String first = before.subSequence(from, before.length()).toString();
    String second = after.subSequence(0, to).toString();
    return words.contains(first + second) || !words.contains(first) || !words.contains(second);
  }

  /** The same with what only lines between known margins tell. */
  Typography with(List<LaidPage> pages, Margins.Book margins) {
    Map<Integer, Float> found = pitches(pages, margins);
    Typography t =
        new Typography(bodySize, bold, mixedSpaced, hyphenated, wordsBroken, words, found, false);
    return new Typography(
        bodySize,
        bold,
        mixedSpaced,
        hyphenated,
        wordsBroken,
        words,
        found,
        t.spaced(pages, margins));
  }

  /**
   * Whether lines that clearly end a paragraph are mostly followed by more than the usual pitch.
   */
  private boolean spaced(List<LaidPage> pages, Margins.Book margins) {
    int wide = 0;
    int usual = 0;
    for (LaidPage page : pages) {
      Item.Flow before = null;
      for (Item item : page.items()) {
        Item.Flow flow = item instanceof Item.Flow f ? f : null;
        if (before != null && flow != null && before.column() == flow.column()) {
          Line a = before.line();
          Line b = flow.line();
          Margins m = margins.of(page.page(), flow.column());
          if (Math.abs(a.size() - b.size()) < 0.3f
              && Math.abs(a.size() - bodySize) < 0.6f
              && a.x1() + b.firstWord() + 6 * a.size() < m.right()
              && Numbering.of(b.text()).style() == Numbering.Style.NONE) {
            if (b.base() - a.base() > 1.2f * pitch(a.size())) {
              wide++;
            } else {
              usual++;
            }
          }
        }
        before = flow;
      }
    }
    return wide >= 2 && wide > 2 * usual;
  }

  /** The usual pitch of lines of a size, or a guess. */
  float pitch(float size) {
    int key = key(size);
    for (int d = 0; d <= 1; d++) {
      Float p = pitches.get(key + d);
      if (p == null) {
        p = pitches.get(key - d);
      }
      if (p != null) {
        return p;
      }
    }
    return 1.75f * size;
  }

  /** Works out the usual pitches from pairs of lines of which the first one is full. */
  static Map<Integer, Float> pitches(List<LaidPage> pages, Margins.Book margins) {
    Map<Integer, TreeMap<Integer, Integer>> counts = new HashMap<>();
    for (LaidPage page : pages) {
      Item.Flow before = null;
      for (Item item : page.items()) {
        if (!(item instanceof Item.Flow flow)) {
          before = null;
          continue;
        }
        if (before != null && before.column() == flow.column()) {
          Line a = before.line();
          Line b = flow.line();
          float pitch = b.base() - a.base();
          Margins m = margins.of(page.page(), flow.column());
          if (Math.abs(a.size() - b.size()) < 0.3f
              && a.x1() + b.firstWord() > m.right()
              && pitch > 0.9f * a.size()
              && pitch < 3.5f * a.size()) {
            counts
                .computeIfAbsent(key(a.size()), k -> new TreeMap<>())
                .merge(Math.round(pitch * 2), 1, Integer::sum);
          }
        }
        before = flow;
      }
    }
    Map<Integer, Float> out = new HashMap<>();
    counts.forEach(
        (size, histogram) -> {
          int best = 0;
          int at = 0;
          for (Map.Entry<Integer, Integer> e : histogram.entrySet()) {
            int n = e.getValue() + histogram.getOrDefault(e.getKey() + 1, 0);
            if (n > best) {
              best = n;
              at = e.getKey();
            }
          }
          out.put(size, (at + 0.5f) / 2);
        });
    return out;
  }

  private static int key(float size) {
    return Math.round(size * 2);
  }

  private static final class Counting {
    final TreeMap<Integer, Integer> flowSizes = new TreeMap<>();
    final TreeMap<Integer, Integer> cellSizes = new TreeMap<>();
    int characters;
    int boldCharacters;
    int tight;
    int spaced;
    int hyphens;
    int latinLines;
    int brokenNumbers;
    @Nullable Line before;

    void flow(Line line) {
      if (before != null
          && line.base() > before.base()
          && !line.afterSpace()
          && digit(line.text().charAt(0))
          && digit(before.text().charAt(before.text().length() - 1))
          && Han.count(before.text()) > 12
          && Han.count(line.text()) > 0) {
        brokenNumbers++;
      }
      before = line;
      int n = line.text().length();
      flowSizes.merge(key(line.size()), n, Integer::sum);
      characters += n;
      if (line.bold()) {
        boldCharacters += n;
      }
      read(line.text());
    }

    void cell(Line line) {
      cellSizes.merge(key(line.size()), line.text().length(), Integer::sum);
      read(line.text());
    }

    private void read(String t) {
      for (int i = 1; i < t.length(); i++) {
        boolean before = Han.isHan(t.charAt(i - 1));
        if (before != Han.isHan(t.charAt(i)) && latin(t.charAt(before ? i : i - 1))) {
          tight++;
        } else if (i > 1 && t.charAt(i - 1) == ' ') {
          boolean han = Han.isHan(t.charAt(i - 2));
          if (han != Han.isHan(t.charAt(i)) && latin(t.charAt(han ? i : i - 2))) {
            spaced++;
          }
        }
      }
      int n = t.length();
      if (n > 20 && latin(t.charAt(n - 2))) {
        latinLines++;
        if (t.charAt(n - 1) == '-') {
          hyphens++;
        }
      }
    }

    private static boolean digit(char c) {
      return c >= '0' && c <= '9';
    }

    private static boolean latin(char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    float bodySize() {
      TreeMap<Integer, Integer> sizes = flowSizes.isEmpty() ? cellSizes : flowSizes;
      int best = 0;
      int size = 21;
      for (Map.Entry<Integer, Integer> e : sizes.entrySet()) {
        int n = e.getValue() + sizes.getOrDefault(e.getKey() + 1, 0) / 2;
        if (n > best) {
          best = n;
          size = e.getKey();
        }
      }
      return size / 2f;
    }
  }
}
