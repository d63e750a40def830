package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.quote.Clause;
import dev.dealcoach.scan.detect.quote.Folding;
import dev.dealcoach.scan.detect.quote.Nature;
import dev.dealcoach.scan.detect.quote.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Picks the words with content out of what the customer said. Chinese is cut into words by Lucene's
 * smartcn model, English words are compared by their stem. Immutable, thread-safe.
 */
final class CustomerTerms {
  /** Bare numbers and their measures are no terms. */
  private static final String NUMERALS = "0123456789.零〇一二三四五六七八九十百千万亿两半多几来个块元次天月年";

  private static final Set<Nature> NOT_TERMS = Set.of(Nature.PLEASANTRY, Nature.BUDGET);

  private final Language language;
  private final Set<String> generic;
  private final Analyzer analyzer;

  CustomerTerms(RulePack pack, Language language) {
    this.language = language;
    this.generic = new TreeSet<>(pack.words(language, "words.generic"));
    generic.addAll(pack.words(language, "words.function"));
    generic.addAll(pack.words(language, "words.pronoun"));
    this.analyzer = language == Language.ZH ? new SmartChineseAnalyzer() : new EnglishAnalyzer();
  }

  /**
   * The terms of a statement in the order in which they are said, each once, by how it is compared.
   */
  Map<String, Word> of(Statement statement) {
    Map<String, Word> terms = new LinkedHashMap<>();
    for (Clause clause : statement.clauses()) {
      if (!NOT_TERMS.contains(clause.nature())) {
        String text = clause.span().of(statement.text());
        for (Word word : words(text)) {
          terms.putIfAbsent(word.key, word);
        }
      }
    }
    return terms;
  }

  /** The stems of an English text. */
  Set<String> stems(String text) {
    Set<String> stems = new TreeSet<>();
    words(text).forEach(word -> stems.add(word.key));
    return stems;
  }

  private List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int single = -1; // where a run of single characters began that smartcn knows no word for
    int before = -1;
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        int start = offset.startOffset();
        String said = text.substring(start, offset.endOffset());
        boolean lone = said.length() == 1 && Han.isHan(said.charAt(0)) && !generic.contains(said);
        if (single >= 0 && (!lone || start != before)) {
          unknown(text, single, before, words);
          single = -1;
        }
        if (lone) {
          single = single < 0 ? start : single;
          before = offset.endOffset();
        } else if (content(said)) {
          words.add(new Word(key(said, term.toString()), said, true));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
    if (single >= 0) {
      unknown(text, single, before, words);
    }
    return words;
  }

  /** Names of the trade (毛肚, 铝模) come as single characters: three make a term, more make pairs. */
  private void unknown(String text, int from, int to, List<Word> words) {
    int step = to - from == 3 ? 3 : 2;
    for (int i = from; i + step <= to; i += step) {
      add(text.substring(i, i + step), words);
    }
  }

  private void add(String said, List<Word> words) {
    if (content(said)) {
      words.add(new Word(key(said, said), said, false));
    }
  }

  private String key(String said, String stem) {
    return language == Language.ZH ? Folding.words(said) : stem;
  }

  private boolean content(String said) {
    String folded = Folding.words(said);
    if (folded.isEmpty() || generic.contains(folded)) {
      return false;
    }
    if (language == Language.EN) {
      return folded.length() > 2 && !Character.isDigit(folded.charAt(0));
    }
    boolean numeral = folded.chars().allMatch(c -> NUMERALS.indexOf(c) >= 0);
    return !numeral && folded.length() > 1;
  }

  /** How much a term says: longer words are rarer. 1 for two Han characters or a short word. */
  static double weight(String key) {
    boolean han = Han.count(key) > 0;
    double length = han ? key.length() / 2.0 : key.length() / 6.0;
    return Math.clamp(length, 1, 2);
  }

  /**
   * A word of the customer's. Immutable.
   *
   * @param key how it is compared
   * @param said how the customer says it
   * @param known whether the dictionary knows it; else it may be two words
   */
  record Word(String key, String said, boolean known) {}
}
