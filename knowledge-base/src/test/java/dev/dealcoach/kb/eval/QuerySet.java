package dev.dealcoach.kb.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.json.ExampleJson;
import dev.dealcoach.kb.json.ExampleLine;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Queries and the passages over which they were judged.
 *
 * @param name such as {@code tune.zh}
 * @param judged ids of all passages that were looked at for every query, in order; others may be
 *     answers or not
 */
public record QuerySet(
    String name, Language language, SortedSet<String> judged, List<Query> queries) {
  /**
   * A query.
   *
   * @param kind {@code lexical}, {@code paraphrased}, {@code finding} or {@code none}
   * @param grades 1 to 3 by passage; all others that were judged count as 0
   */
  public record Query(
      String id,
      String text,
      String kind,
      @Nullable String industry,
      Map<String, Integer> grades) {}

  /**
   * Reads queries.
   *
   * @param passages those over which they were judged
   * @throws IOException also when a judged passage is none of them
   */
  public static QuerySet read(Path file, String name, Language language, List<Example> passages)
      throws IOException {
    SortedSet<String> judged =
        passages.stream().map(Example::id).collect(Collectors.toCollection(TreeSet::new));
    List<Query> queries = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      Map<String, Integer> grades = new TreeMap<>();
      node.get("judgements")
          .properties()
          .forEach(grade -> grades.put(grade.getKey(), grade.getValue().intValue()));
      String id = node.get("id").asText();
      if (!judged.containsAll(grades.keySet())) {
        throw new IOException(id + " judges passages that " + name + " does not have");
      }
      queries.add(
          new Query(
              id,
              node.get("query").textValue(),
              node.get("kind").textValue(),
              node.path("industry").textValue(),
              grades));
    }
    return new QuerySet(name, language, judged, queries);
  }

  public static List<Example> examples(Path file) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (ExampleJson.read(line.getBytes(StandardCharsets.UTF_8))
          instanceof ExampleLine.Good(Example example)) {
        examples.add(example);
      } else {
        throw new IOException("a line of " + file.getFileName() + " is no example");
      }
    }
    return examples;
  }
}
