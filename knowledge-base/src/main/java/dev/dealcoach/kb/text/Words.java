package dev.dealcoach.kb.text;

import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Finds the words of a text. Thread-safe; dictionaries are loaded when the first text comes. */
public final class Words {
  private static final Analyzer CHINESE = new WordAnalyzer(true);
  private static final Analyzer LATIN = new WordAnalyzer(false);

  private Words() {}

  /** The words in the order in which they stand. */
  public static List<Term> of(String text) {
    List<Term> terms = new ArrayList<>();
    Analyzer analyzer = text.chars().anyMatch(c -> Han.isHan((char) c)) ? CHINESE : LATIN;
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (isWord(word)) {
          terms.add(new Term(word.toString(), new Span(place.startOffset(), place.endOffset())));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    return terms;
  }

  /** smartcn gives signs as words too. */
  private static boolean isWord(CharSequence word) {
    return word.chars().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * The pairs of neighbouring Han characters, for names and words that the dictionary cuts
   * differently in different sentences.
   */
  public static List<String> pairs(String text) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < text.length(); i++) {
      if (Han.isHan(text.charAt(i - 1)) && Han.isHan(text.charAt(i))) {
        pairs.add(text.substring(i - 1, i + 1));
      }
    }
    return pairs;
  }
}
