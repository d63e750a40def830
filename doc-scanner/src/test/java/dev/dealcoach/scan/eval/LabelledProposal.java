package dev.dealcoach.scan.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.parse.text.CommonmarkParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A proposal with its labels. Places are counted in characters that are not white space, over all
 * blocks, so that a label and a finding can be compared whatever the line breaks.
 */
public record LabelledProposal(String id, JsonNode labels, ParsedDocument document, String ink) {
  private static final Pattern LIST_MARK = Pattern.compile("(?m)^\\s*[-*+>]\\s+");

  public static List<LabelledProposal> folder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(LabelledProposal::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LabelledProposal read(Path json) {
    try {
      JsonNode labels = new ObjectMapper().readTree(json.toFile());
      Path markdown = Path.of(json.toString().replace(".json", ".md"));
      ParsedDocument document =
          switch (new CommonmarkParser()
              .parse(markdown, markdown.getFileName().toString(), ParseLimits.STANDARD)) {
            case ParseResult.Parsed parsed -> parsed.document();
            case ParseFailure failure ->
                throw new IllegalStateException(markdown + " cannot be read: " + failure);
          };
      StringBuilder ink = new StringBuilder();
      document.blocks().forEach(block -> ink.append(block.text().replace(" ", "")));
      return new LabelledProposal(labels.get("id").asText(), labels, document, ink.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the customer said, normalised. */
  public List<String> statements() {
    List<String> statements = new ArrayList<>();
    labels.get("customer_sources").forEach(node -> statements.add(NormalText.of(node.asText())));
    return statements;
  }

  /** Where a labelled text stands; null if it does not. */
  public @Nullable Span place(String label) {
    String wanted =
        NormalText.of(LIST_MARK.matcher(label).replaceAll("").replace("*", "")).replace(" ", "");
    int at = ink.indexOf(wanted);
    return at < 0 ? null : new Span(at, at + wanted.length());
  }

  /** Where a passage stands. */
  public Span place(Passage passage) {
    TextPart first = passage.parts().getFirst();
    TextPart last = passage.parts().getLast();
    return new Span(offset(first.block(), first.start()), offset(last.block(), last.end()));
  }

  private int offset(int block, int at) {
    int sum = 0;
    for (Block before : document.blocks().subList(0, block)) {
      sum += before.text().replace(" ", "").length();
    }
    return sum + document.blocks().get(block).text().substring(0, at).replace(" ", "").length();
  }

  /** The share of two places that lies in both. */
  public static double shared(Span a, Span b) {
    int both = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
    return both <= 0 ? 0 : (double) both / (a.length() + b.length() - both);
  }
}
