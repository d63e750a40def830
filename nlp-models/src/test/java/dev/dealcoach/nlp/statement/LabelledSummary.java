package dev.dealcoach.nlp.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A summary of the corpora with its labels.
 *
 * @param status by item: missing, partial, covered
 * @param evidence by item that is not missing
 */
record LabelledSummary(
    String id,
    Language language,
    String style,
    String text,
    Map<DiscoveryItem, String> status,
    Map<DiscoveryItem, Span> evidence,
    List<Span> vague,
    boolean filler) {

  static List<LabelledSummary> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<LabelledSummary> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode node = json.readTree(line);
      String text = node.get("text").textValue();
      Map<DiscoveryItem, String> status = new EnumMap<>(DiscoveryItem.class);
      Map<DiscoveryItem, Span> evidence = new EnumMap<>(DiscoveryItem.class);
      for (DiscoveryItem item : DiscoveryItem.values()) {
        status.put(item, node.get("labels").get(item.id()).textValue());
        Span span = span(text, node.get("evidence").path(item.id()).textValue());
        if (span != null) {
          evidence.put(item, span);
        }
      }
      List<Span> vague = new ArrayList<>();
      for (JsonNode part : node.path("vague")) {
        vague.add(span(text, part.textValue()));
      }
      all.add(
          new LabelledSummary(
              node.get("id").textValue(),
              Language.ofCode(node.get("lang").textValue()),
              node.get("style").textValue(),
              text,
              status,
              evidence,
              vague,
              node.path("filler").asBoolean()));
    }
    return all;
  }

  private static Span span(String text, String part) {
    int at = part == null ? -1 : text.indexOf(part);
    return at < 0 ? null : new Span(at, at + part.length());
  }
}
