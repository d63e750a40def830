package dev.dealcoach.speech.transcript;

import java.util.List;

/**
 * What was said in a recording. Immutable.
 *
 * @param text the words in one line: one space where the speaker paused for {@link #PAUSE} and
 *     between words of Latin letters, none elsewhere; empty if nothing was said
 * @param language of the model that recognised it
 * @param seconds length of the recording
 * @param doubtful whether the engine was so unsure that a person should read it
 * @param words in the order in which they were said
 * @param model what recognised it
 */
public record Transcript(
    String text,
    SpokenLanguage language,
    double seconds,
    boolean doubtful,
    List<Word> words,
    ModelStamp model) {
  /** Shortest silence between two words that counts as a pause, in seconds. */
  public static final double PAUSE = 0.5;

  public Transcript {
    words = List.copyOf(words);
  }

  /** The transcript of these words. */
  public static Transcript of(
      List<Word> words, double seconds, SpokenLanguage language, ModelStamp model) {
    return new Transcript(text(words), language, seconds, Doubt.about(words), words, model);
  }

  private static String text(List<Word> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (i > 0 && apart(words.get(i - 1), word)) {
        text.append(' ');
      }
      text.append(word.text());
    }
    return text.toString();
  }

  /** Whether a space stands between two words: for a pause, or because their script needs it. */
  private static boolean apart(Word one, Word next) {
    // times are multiples of 10 ms, so a hundredth of that is rounding
    return next.start() - one.end() > PAUSE - 1e-4
        || (spaced(one.text().codePointBefore(one.text().length()))
            && spaced(next.text().codePointAt(0)));
  }

  private static boolean spaced(int letter) {
    return (Character.isLetterOrDigit(letter) && !Character.isIdeographic(letter))
        || letter == '\'';
  }
}
