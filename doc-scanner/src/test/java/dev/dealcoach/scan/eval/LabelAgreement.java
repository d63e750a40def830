package dev.dealcoach.scan.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How far two people who labelled the same texts without seeing each other's labels agree: {@code
 * main CORPORA}. Compares {@code second/} with the reserve; prints Cohen's kappa a label.
 */
public final class LabelAgreement {
  private static final List<String> ITEMS =
      List.of("pain", "budget", "decision_maker", "competitor", "next_step");
  private static final List<String> GOLD = List.of("pain_quote", "evidence_ge3", "objections_ge2");

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, List<String[]>> pairs = new TreeMap<>();

  private LabelAgreement() {}

  public static void main(String[] args) throws IOException {
    LabelAgreement agreement = new LabelAgreement();
    agreement.summaries(Path.of(args[0]));
    agreement.proposals(Path.of(args[0]));
    agreement.pairs.forEach(
        (label, both) ->
            System.out.printf(
                Locale.ROOT, "%-34s kappa %.3f of %d%n", label, kappa(both), both.size()));
  }

  private void summaries(Path corpora) throws IOException {
    Map<String, JsonNode> first = new HashMap<>();
    try (Stream<Path> files = Files.list(corpora.resolve("summaries"))) {
      for (Path file : files.filter(f -> f.toString().contains("reserve")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode summary = json.readTree(line);
          first.put(summary.get("id").asText(), summary);
        }
      }
    }
    for (String line : Files.readAllLines(corpora.resolve("second/summaries.jsonl"))) {
      JsonNode second = json.readTree(line);
      JsonNode one = first.get(second.get("id").asText());
      String language = one.get("lang").asText();
      for (String item : ITEMS) {
        add(
            language + " summary " + item,
            one.get("labels").get(item).asText(),
            second.get("labels").get(item).asText());
      }
      add(language + " summary filler", one.get("filler").asText(), second.get("filler").asText());
    }
  }

  private void proposals(Path corpora) throws IOException {
    try (Stream<Path> files = Files.list(corpora.resolve("second/proposals"))) {
      for (Path file : files.sorted().toList()) {
        JsonNode second = json.readTree(file.toFile());
        JsonNode one =
            json.readTree(
                corpora.resolve("proposals/reserve").resolve(file.getFileName()).toFile());
        for (String point : GOLD) {
          add(
              "proposal gold " + point,
              one.get("gold").get(point).asText(),
              second.get("gold").get(point).asText());
        }
        present("proposal sections", "sections_present", one, second);
        present("proposal risk clauses", "risk_clauses_present", one, second);
      }
    }
  }

  /** Every id that either names, as present or absent with each. */
  private void present(String label, String field, JsonNode one, JsonNode second) {
    TreeSet<String> all = new TreeSet<>();
    List<TreeSet<String>> both = new ArrayList<>();
    for (JsonNode labels : List.of(one, second)) {
      TreeSet<String> ids = new TreeSet<>();
      labels.get(field).forEach(id -> ids.add(id.asText()));
      both.add(ids);
      all.addAll(ids);
    }
    int ids = field.startsWith("sections") ? 10 : 8;
    for (String id : all) {
      add(
          label,
          String.valueOf(both.get(0).contains(id)),
          String.valueOf(both.get(1).contains(id)));
    }
    for (int absent = all.size(); absent < ids; absent++) {
      add(label, "false", "false");
    }
  }

  private void add(String label, String one, String second) {
    pairs.computeIfAbsent(label, _ -> new ArrayList<>()).add(new String[] {one, second});
  }

  private static double kappa(List<String[]> pairs) {
    Map<String, int[]> counts = new TreeMap<>();
    double same = 0;
    for (String[] pair : pairs) {
      counts.computeIfAbsent(pair[0], _ -> new int[2])[0]++;
      counts.computeIfAbsent(pair[1], _ -> new int[2])[1]++;
      same += pair[0].equals(pair[1]) ? 1 : 0;
    }
    double expected = 0;
    for (int[] count : counts.values()) {
      expected += (double) count[0] / pairs.size() * count[1] / pairs.size();
    }
    return expected == 1 ? 1 : (same / pairs.size() - expected) / (1 - expected);
  }
}
