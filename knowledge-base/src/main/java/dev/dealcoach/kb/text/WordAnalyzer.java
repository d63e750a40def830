package dev.dealcoach.kb.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words of a text: those of Chinese found by smartcn's model, those of English by Unicode's rules;
 * both with Porter's stems for what is in Latin letters, so that a word mixed into a Chinese text
 * meets the same word in an English one.
 */
final class WordAnalyzer extends Analyzer {
  private final boolean chinese;

  WordAnalyzer(boolean chinese) {
    this.chinese = chinese;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer tokenizer = chinese ? new HMMChineseTokenizer() : new StandardTokenizer();
    TokenStream stream = new CJKWidthFilter(tokenizer);
    stream = new EnglishPossessiveFilter(stream);
    stream = new LowerCaseFilter(stream);
    stream = new StopFilter(stream, EnglishAnalyzer.getDefaultStopSet());
    return new TokenStreamComponents(tokenizer, new PorterStemFilter(stream));
  }
}
