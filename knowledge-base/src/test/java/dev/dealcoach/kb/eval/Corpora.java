package dev.dealcoach.kb.eval;

import dev.dealcoach.kb.Example;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.nio.file.Files;
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
  /** Queries judged over the passages beside them. */
  private static final String OWN = "queries.jsonl";

  /** Queries judged over the passages beside them and those of the sample library. */
  private static final String OVER_LIBRARY = "queries-over-library.jsonl";

  /** The queries of a part in one language that were judged over its own passages. */
  public QuerySet set(String part, Language language) throws IOException {
    return QuerySet.read(
        folder(part, language).resolve(OWN),
        part + "." + language.code(),
        language,
        passages(part, language));
  }

  /** All queries of a part in one language, a set for each range of passages judged. */
  public List<QuerySet> sets(String part, Language language) throws IOException {
    List<QuerySet> sets = new ArrayList<>();
    sets.add(set(part, language));
    Path overLibrary = folder(part, language).resolve(OVER_LIBRARY);
    if (Files.exists(overLibrary)) {
      String name = part + "-over-library." + language.code();
      sets.add(QuerySet.read(overLibrary, name, language, haystack(language, List.of(part))));
    }
    return sets;
  }

  private Path folder(String part, Language language) {
    return corpora.resolve(part).resolve(language.code());
  }

  private List<Example> passages(String part, Language language) throws IOException {
    return QuerySet.examples(folder(part, language).resolve("passages.jsonl"));
  }

  /** The sample library in one language. */
  public List<Example> library(Language language) throws IOException {
    return QuerySet.examples(library.resolve(language.code() + ".jsonl"));
  }

  /** The sample library and the passages of parts, all in one language. */
  public List<Example> haystack(Language language, List<String> parts) throws IOException {
    List<Example> all = new ArrayList<>(library(language));
    for (String part : parts) {
      all.addAll(passages(part, language));
    }
    return all;
  }
}
