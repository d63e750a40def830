package dev.dealcoach.scan.parse.office.ooxml;

import dev.dealcoach.scan.parse.draft.DocumentDraft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/** The words in charts and in diagrams (SmartArt), which lie in parts of their own. Stateless. */
public final class DrawingText {
  // a chart of a thousand days says no more with all its dates
  private static final int MOST_CHART_WORDS = 60;

  private DrawingText() {}

  /**
   * A text of a diagram.
   *
   * @param level depth in the diagram's outline, from 1
   */
  public record Item(String text, int level) {}

  /** The titles, names of series and names of categories of a chart, each once. */
  public static List<String> chart(OoxmlPackage file, String part)
      throws IOException, XMLStreamException {
    Set<String> words = new LinkedHashSet<>();
    try (OoxmlReader in = file.read(part)) {
      while (in.next()) {
        switch (in.name()) {
          case "c:title" -> words.add(richText(in));
          case "c:tx", "c:cat" -> names(in, words);
          default -> {
            // values and looks
          }
        }
      }
    }
    words.removeIf(String::isBlank);
    return words.stream().limit(MOST_CHART_WORDS).toList();
  }

  private static void names(OoxmlReader in, Set<String> words) throws XMLStreamException {
    int parent = in.depth();
    while (in.next() && in.depth() >= parent) {
      if (in.at("c:strCache") || in.at("c:lvl")) {
        int cache = in.depth();
        while (in.next() && in.depth() >= cache) {
          if (in.at("c:v")) {
            words.add(in.text());
          }
        }
      } else if (in.at("c:rich")) {
        words.add(richText(in));
      }
    }
  }

  private static String richText(OoxmlReader in) throws XMLStreamException {
    StringBuilder out = new StringBuilder();
    int parent = in.depth();
    while (in.next() && in.depth() >= parent) {
      if (in.at("a:t")) {
        out.append(in.text());
      } else if (in.at("c:v")) {
        out.append(in.text());
      } else if (in.at("a:p") && !out.isEmpty()) {
        out.append('\n');
      }
    }
    return out.toString();
  }

  /** The texts of a diagram in the order of its outline. */
  public static List<Item> diagram(OoxmlPackage file, String part, DocumentDraft draft)
      throws IOException, XMLStreamException {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    Map<String, SortedMap<Long, List<String>>> children = new HashMap<>();
    Set<String> inner = new LinkedHashSet<>();
    try (OoxmlReader in = file.read(part)) {
      while (in.next()) {
        if (in.at("dgm:pt")) {
          String type = in.attribute("type", "node");
          String id = in.attribute("modelId", "");
          List<String> paragraphs = paragraphs(in);
          if (type.equals("node") || type.equals("doc") || type.equals("asst")) {
            texts.put(id, paragraphs);
          }
        } else if (in.at("dgm:cxn") && in.attribute("type", "parOf").equals("parOf")) {
          String child = in.attribute("destId", "");
          inner.add(child);
          children
              .computeIfAbsent(in.attribute("srcId", ""), k -> new TreeMap<>())
              .computeIfAbsent(in.number("srcOrd", 0), k -> new ArrayList<>())
              .add(child);
        }
      }
    }
    List<Item> items = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String root : texts.keySet()) {
      if (!inner.contains(root)) {
        outline(root, 0, texts, children, seen, items, draft);
      }
    }
    // what hangs in a loop is read too
    for (String left : texts.keySet()) {
      outline(left, 1, texts, children, seen, items, draft);
    }
    return items;
  }

  private static void outline(
      String id,
      int level,
      Map<String, List<String>> texts,
      Map<String, SortedMap<Long, List<String>>> children,
      Set<String> seen,
      List<Item> items,
      DocumentDraft draft) {
    draft.checkDepth(level);
    if (!seen.add(id)) {
      return;
    }
    for (String text : texts.getOrDefault(id, List.of())) {
      if (!text.isBlank()) {
        items.add(new Item(text, Math.max(1, level)));
      }
    }
    for (List<String> next : children.getOrDefault(id, new TreeMap<>()).values()) {
      for (String child : next) {
        outline(child, level + 1, texts, children, seen, items, draft);
      }
    }
  }

  private static List<String> paragraphs(OoxmlReader in) throws XMLStreamException {
    List<String> out = new ArrayList<>();
    int point = in.depth();
    while (in.next() && in.depth() >= point) {
      if (in.at("a:p")) {
        StringBuilder text = new StringBuilder();
        int paragraph = in.depth();
        while (in.next() && in.depth() >= paragraph) {
          if (in.at("a:t")) {
            text.append(in.text());
          } else if (in.at("a:br")) {
            text.append('\n');
          }
        }
        out.add(text.toString());
      }
    }
    return out;
  }
}
