package dev.dealcoach.nlp.statement;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts back words that a recogniser spelt by sound: wherever a run of Han characters sounds like
 * one of the words we listen for, it is read as that word. The text keeps its length, so every
 * place stays where it was. Immutable, thread-safe.
 */
final class Homophones {
  private static final int LONGEST = 4;

  private final Map<String, String> bySound = new HashMap<>();
  private final Set<String> kept;

  /**
   * @param words two to four Han characters each; of two that sound alike the first in the order of
   *     characters wins
   * @param kept words of their own that only sound alike; they stay
   */
  Homophones(Collection<String> words, Set<String> kept) {
    this.kept = Set.copyOf(kept);
    for (String word : new TreeSet<>(words)) {
      String sound = sound(word, 0, word.length());
      if (!sound.isEmpty()) {
        bySound.putIfAbsent(sound, word);
      }
    }
  }

  /** The text with the words put back; as long as before. */
  String mend(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      for (int length = Math.min(LONGEST, text.length() - i); length >= 2; length--) {
        String word = bySound.get(sound(text, i, i + length));
        if (word != null && !kept.contains(text.substring(i, i + length))) {
          out.replace(i, i + length, word);
          i += length - 1;
          break;
        }
      }
    }
    return out.toString();
  }

  private static String sound(String text, int start, int end) {
    StringBuilder sound = new StringBuilder();
    for (int i = start; i < end; i++) {
      String syllable = Pinyin.of(text.charAt(i));
      if (syllable.isEmpty()) {
        return "";
      }
      sound.append(syllable).append('\'');
    }
    return sound.toString();
  }
}
