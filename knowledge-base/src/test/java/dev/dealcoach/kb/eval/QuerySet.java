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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of passages with queries judged against all of them.
 *
 * @param name such as {@code tune.zh}
 */
public record QuerySet(
    String name, Language language, List<Example> passages, List<Query> queries) {
  /**
   * A query.
   *
   * @param kind {@code lexical}, {@code paraphrased}, {@code finding} or {@code none}
   * @param grades 1 to 3 by passage; all others of the set count as 0
   */
  public record Query(
      String id,
      String text,
      String kind,
      @Nullable String industry,
      Map<String, Integer> grades) {}

  public static QuerySet read(Path folder, String name, Language language) throws IOException {
    List<Query> queries = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(folder.resolve("queries.jsonl"))) {
      JsonNode node = json.readTree(line);
      Map<String, Integer> grades = new TreeMap<>();
      node.get("judgements")
          .properties()
          .forEach(grade -> grades.put(grade.getKey(), grade.getValue().intValue()));
      queries.add(
          new Query(
              node.get("id").asText(),
              node.get("query").textValue(),
              node.get("kind").textValue(),
              node.path("industry").textValue(),
              grades));
    }
    return new QuerySet(name, language, examples(folder.resolve("passages.jsonl")), queries);
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
