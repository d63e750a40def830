package dev.dealcoach.nlp.encoder;

import dev.dealcoach.nlp.text.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits a text in the pieces that the encoder was trained with: each Han character and each sign
 * by itself, other words greedily in the longest pieces of the vocabulary. The training script does
 * the same in {@code tokens.py}. Immutable, thread-safe.
 */
public final class WordPieces {
  /** Longer ones are no words; the base models cut them off too, at 100. */
  private static final int LONGEST_WORD = 40;

  private final Map<String, Integer> ids;
  private final int unknown;
  private final int start;
  private final int end;

  /**
   * @param vocabulary the pieces by id; continuing pieces begin with {@code ##}
   * @throws IllegalArgumentException if it lacks the special pieces
   */
  public WordPieces(List<String> vocabulary) {
    Map<String, Integer> rows = HashMap.newHashMap(vocabulary.size());
    for (int i = 0; i < vocabulary.size(); i++) {
      rows.put(vocabulary.get(i), i);
    }
    this.ids = rows;
    this.unknown = special("[UNK]");
    this.start = special("[CLS]");
    this.end = special("[SEP]");
  }

  private int special(String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("the vocabulary lacks " + piece);
    }
    return id;
  }

  /** The piece that opens every sequence. */
  public int start() {
    return start;
  }

  /** The piece that closes every sequence. */
  public int end() {
    return end;
  }

  /** The pieces of a text, in order. */
  public List<Piece> split(String text) {
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isWord(c)) {
        while (next < text.length() && isWord(text.codePointAt(next))) {
          next += Character.charCount(text.codePointAt(next));
        }
        addWord(text, i, next, pieces);
      } else if (!isSpace(c)) {
        pieces.add(new Piece(idOf(c), new Span(i, next)));
      }
      i = next;
    }
    return pieces;
  }

  private int idOf(int c) {
    Integer id = ids.get(Character.toString(c));
    return id != null ? id : ids.getOrDefault(Character.toString(fold(c)), unknown);
  }

  private void addWord(String text, int from, int to, List<Piece> pieces) {
    int[] word = text.substring(from, to).codePoints().toArray();
    if (word.length > LONGEST_WORD) {
      pieces.add(new Piece(unknown, new Span(from, to)));
      return;
    }
    List<Piece> found = new ArrayList<>();
    int at = from;
    int i = 0;
    while (i < word.length) {
      int j = word.length;
      Integer id = null;
      while (j > i) {
        id = ids.get((i == 0 ? "" : "##") + folded(word, i, j));
        if (id != null) {
          break;
        }
        j--;
      }
      if (id == null) {
        pieces.add(new Piece(unknown, new Span(from, to)));
        return;
      }
      int past = at;
      for (int k = i; k < j; k++) {
        past += Character.charCount(word[k]);
      }
      found.add(new Piece(id, new Span(at, past)));
      at = past;
      i = j;
    }
    pieces.addAll(found);
  }

  private static String folded(int[] word, int from, int to) {
    StringBuilder folded = new StringBuilder();
    for (int i = from; i < to; i++) {
      folded.appendCodePoint(fold(word[i]));
    }
    return folded.toString();
  }

  /** Full width to half width, capitals to small, Latin letters without their accents. */
  private static int fold(int c) {
    int narrow =
        switch (c) {
          case '‘', '’' -> '\'';
          case '“', '”' -> '"';
          default -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
        };
    int small = Character.toLowerCase(narrow);
    String plain = Normalizer.normalize(Character.toString(small), Normalizer.Form.NFD);
    int first = plain.codePointAt(0);
    boolean single = plain.length() == Character.charCount(first);
    return single || first < 0x80 ? first : narrow;
  }

  private static boolean isSpace(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR, Character.CONTROL, Character.FORMAT -> true;
      default -> false;
    };
  }

  private static boolean isHan(int c) {
    return (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || c >= 0x20000;
  }

  private static boolean isWord(int c) {
    if (isHan(c)) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }
}
