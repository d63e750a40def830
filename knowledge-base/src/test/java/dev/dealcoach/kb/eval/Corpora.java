package dev.dealcoach.kb.eval;

import dev.dealcoach.kb.Example;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The sets of queries and the haystack.
 *
 * @param corpora the folder with {@code tune} and {@code reserve}
 * @param library the folder of the sample library
 */
public record Corpora(Path corpora, Path library) {
  /** A part in one language. */
  public QuerySet set(String part, Language language) throws IOException {
    String code = language.code();
    return QuerySet.read(corpora.resolve(part).resolve(code), part + "." + code, language);
  }

  /** The sample library in one language. */
  public List<Example> library(Language language) throws IOException {
    return QuerySet.examples(library.resolve(language.code() + ".jsonl"));
  }

  /** The sample library and the passages of parts, all in one language. */
  public List<Example> haystack(Language language, List<String> parts) throws IOException {
    List<Example> all = new ArrayList<>(library(language));
    for (String part : parts) {
      all.addAll(set(part, language).passages());
    }
    return all;
  }
}
