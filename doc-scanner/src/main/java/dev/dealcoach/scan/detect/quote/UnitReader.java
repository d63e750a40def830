package dev.dealcoach.scan.detect.quote;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Language;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads texts into {@link Units}. Numbers become the characters or words they are spoken with, so
 * that 11次 and 十一次 are equal; pronouns become one unit, since a proposal says "you" where the
 * customer said "we". All texts that are to be compared must be read by the same instance, for it
 * numbers the words. Not thread-safe.
 */
public final class UnitReader {
  private static final float LITTLE = 0.3f;
  private static final int PRONOUN = 0x10000;
  private static final String PAUSES = ",，、（）()—–-/／";
  private static final String STOPS = "。！？；.!?;…\n";
  private static final String QUOTES = "“”「」『』\"《》";

  private final Language language;
  private final Set<String> function;
  private final Set<String> pronouns;
  private final BitSet opensPronoun = new BitSet();
  private final Map<String, Integer> words = new HashMap<>();

  public UnitReader(RulePack pack, Language language) {
    this.language = language;
    this.function = new HashSet<>();
    this.pronouns = new HashSet<>();
    for (String word : pack.words(language, "words.function")) {
      function.addAll(language == Language.EN ? EnglishWord.forms(word) : List.of(word));
    }
    for (String word : pack.words(language, "words.pronoun")) {
      pronouns.addAll(language == Language.EN ? EnglishWord.forms(word) : List.of(word));
      opensPronoun.set(word.charAt(0));
    }
  }

  /** The units of one text. */
  public Units read(String text) {
    return read(List.of(text));
  }

  /** The units of several texts in a row. */
  public Units read(List<String> texts) {
    UnitRow row = new UnitRow();
    for (int i = 0; i < texts.size(); i++) {
      row.text(i);
      read(texts.get(i), row);
    }
    return row.units();
  }

  private void read(String text, UnitRow row) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Han.isHan(c)) {
        i = han(text, i, row);
      } else if (Character.isDigit(c)) {
        i = number(text, i, row);
      } else if (Character.isLetter(c) || Character.isSurrogate(c)) {
        i = word(text, i, row);
      } else {
        row.punctuation(
            c == ':' || c == '：'
                ? Units.COLON
                : QUOTES.indexOf(c) >= 0
                    ? Units.QUOTE
                    : STOPS.indexOf(c) >= 0
                        ? Units.SENTENCE
                        : PAUSES.indexOf(c) >= 0 ? Units.CLAUSE : Units.NOTHING);
        i++;
      }
    }
  }

  private int han(String text, int at, UnitRow row) {
    int longest = opensPronoun.get(text.charAt(at)) ? Math.min(3, text.length() - at) : 0;
    for (int length = longest; length > 0; length--) {
      if (pronouns.contains(text.substring(at, at + length))) {
        row.add(PRONOUN, at, at + length, LITTLE);
        return at + length;
      }
    }
    char c = Folding.fold(text.charAt(at));
    char same = c == '两' ? '二' : c == '〇' ? '零' : c;
    row.add(same, at, at + 1, function.contains(String.valueOf(c)) ? LITTLE : 1);
    return at + 1;
  }

  private int number(String text, int at, UnitRow row) {
    int end = at;
    StringBuilder digits = new StringBuilder();
    while (end < text.length()) {
      char c = Folding.fold(text.charAt(end));
      boolean more = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
      if (Character.isDigit(c) || (c == '.' && more && digits.indexOf(".") < 0)) {
        digits.append(c);
      } else if (c != ',' || !more) {
        break;
      }
      end++;
    }
    if (language == Language.EN) {
      for (String word : SpokenNumber.english(digits.toString())) {
        row.add(number(EnglishWord.forms(word).getFirst()), at, end, 1);
      }
      return end;
    }
    boolean percent =
        end < text.length() && (text.charAt(end) == '%' || text.charAt(end) == '\uFF05');
    String spoken = (percent ? "百分之" : "") + SpokenNumber.chinese(digits.toString());
    int after = percent ? end + 1 : end;
    spoken.chars().forEach(c -> row.add(c == '两' ? '二' : c, at, after, 1));
    return after;
  }

  private int word(String text, int at, UnitRow row) {
    int end = at;
    StringBuilder letters = new StringBuilder();
    while (end < text.length() && !Han.isHan(text.charAt(end))) {
      char c = text.charAt(end);
      char folded = Folding.fold(c);
      boolean apostrophe =
          folded == '\''
              && end > at
              && end + 1 < text.length()
              && Character.isLetter(text.charAt(end + 1));
      if (!Character.isLetterOrDigit(c) && !apostrophe && !Character.isSurrogate(c)) {
        break;
      }
      letters.append(folded);
      end++;
    }
    if (letters.isEmpty()) {
      return at + 1;
    }
    for (String form : EnglishWord.forms(letters.toString())) {
      if (pronouns.contains(form)) {
        row.add(PRONOUN, at, end, LITTLE);
      } else {
        row.add(
            number(form), at, end, language == Language.EN && function.contains(form) ? LITTLE : 1);
      }
    }
    return end;
  }

  private int number(String word) {
    return words.computeIfAbsent(word, _ -> PRONOUN + 1 + words.size());
  }
}
