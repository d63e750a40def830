package dev.dealcoach.service.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Measures the discovery analysis on the summaries and single sentences part by part and compares
 * with the committed figures; run by {@code ./mvnw -Peval verify}. A figure that falls by more than
 * the tolerance fails the build; {@code -Deval.update=true} writes the figures anew.
 */
public final class DiscoveryFigures {
  /** How far a figure may fall below the committed one. */
  private static final double TOLERANCE = 0.01;

  private static final int RESAMPLES = 1000;
  private static final long SEED = 20260101;
  private static final List<String> PARTS =
      List.of("train", "tune", "tune-short", "reserve", "reserve-short");

  private final DiscoveryAnalysis analysis = DiscoveryAnalysis.standard(RulePack.standard());
  private final Map<String, Double> figures = new TreeMap<>();
  private final Map<String, String> lines = new TreeMap<>();
  private final List<String> tables = new ArrayList<>();

  private DiscoveryFigures() {}

  /**
   * Measures, prints, compares.
   *
   * @param args folder of the summaries, folder of the single sentences, file of committed figures
   */
  public static void main(String[] args) throws IOException {
    DiscoveryFigures run = new DiscoveryFigures();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String part : PARTS) {
      for (Language language : Language.values()) {
        run.summaries(Path.of(args[0]), part, language);
      }
      run.sentences(Path.of(args[1]).resolve(part + ".jsonl"), part);
    }
    run.lines.values().forEach(out::println);
    out.println("confusion: right / found, each missing, partial, covered");
    run.tables.forEach(out::println);
    Path committed = Path.of(args[2]);
    if (Boolean.getBoolean("eval.update")) {
      Files.write(committed, run.lines.values());
      out.println("written to " + committed);
      return;
    }
    List<String> fallen = run.fallen(committed);
    if (!fallen.isEmpty()) {
      throw new IllegalStateException("figures fell:\n" + String.join("\n", fallen));
    }
    out.println("no figure fell by more than " + TOLERANCE);
  }

  private void summaries(Path folder, String part, Language language) throws IOException {
    List<DiscoveryEvaluation.Case> cases = new ArrayList<>();
    try (var files = Files.list(folder)) {
      String name = part + "-" + language.code() + "(-\\w+)?\\.jsonl";
      for (Path file :
          new TreeSet<>(files.filter(f -> f.getFileName().toString().matches(name)).toList())) {
        cases.addAll(DiscoveryEvaluation.read(file));
      }
    }
    String prefix = part + "." + language.code() + ".";
    List<DiscoveryTally> clean = new ArrayList<>();
    List<DiscoveryTally> noisy = new ArrayList<>();
    Map<String, DiscoveryTally> styles = new TreeMap<>();
    for (DiscoveryEvaluation.Case summary : cases) {
      DiscoveryTally one = new DiscoveryTally();
      one.count(summary, analysis.analyse(summary.text(), language));
      clean.add(one);
      styles.computeIfAbsent(summary.style(), _ -> new DiscoveryTally()).add(one);
      DiscoveryTally bad = new DiscoveryTally();
      bad.count(summary, analysis.analyse(Noises.of(summary.text(), language), language));
      noisy.add(bad);
    }
    DiscoveryTally whole = sum(clean);
    tables.addAll(whole.tables(prefix));
    Map<String, Double> measured = whole.figures();
    Map<String, double[]> intervals = part.startsWith("reserve") ? intervals(clean) : Map.of();
    measured.forEach((name, value) -> put(prefix + name, value, intervals.get(name)));
    put(prefix + "kappa.mean-in-noise", sum(noisy).figures().get("kappa.mean"), null);
    styles.forEach(
        (style, tally) ->
            put(prefix + "style." + style + ".kappa", tally.figures().get("kappa.mean"), null));
  }

  private void sentences(Path file, String part) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    ObjectMapper json = new ObjectMapper();
    Map<String, int[][]> tables = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      Language language = Language.ofCode(node.get("lang").textValue());
      boolean weak = !analysis.analyse(node.get("text").textValue(), language).vague().isEmpty();
      tables
          .computeIfAbsent(language.code(), _ -> new int[2][2])[
          node.get("vague").booleanValue() ? 1 : 0][weak ? 1 : 0]++;
    }
    tables.forEach(
        (language, table) ->
            put(
                part + "." + language + ".weak-commitment.kappa",
                DiscoveryEvaluation.kappa(table),
                null));
  }

  private void put(String key, double value, double[] interval) {
    figures.put(key, value);
    String line = String.format(Locale.ROOT, "%-44s %.3f", key, value);
    lines.put(
        key,
        interval == null
            ? line
            : line + String.format(Locale.ROOT, "   95%% %.3f–%.3f", interval[0], interval[1]));
  }

  private static DiscoveryTally sum(List<DiscoveryTally> single) {
    DiscoveryTally sum = new DiscoveryTally();
    single.forEach(sum::add);
    return sum;
  }

  /** 95 % intervals by resampling whole summaries with replacement, seeded. */
  private static Map<String, double[]> intervals(List<DiscoveryTally> single) {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, List<Double>> drawn = new TreeMap<>();
    for (int i = 0; i < RESAMPLES; i++) {
      DiscoveryTally sum = new DiscoveryTally();
      for (int k = 0; k < single.size(); k++) {
        sum.add(single.get(random.nextInt(single.size())));
      }
      sum.figures()
          .forEach((name, value) -> drawn.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
    }
    Map<String, double[]> intervals = new TreeMap<>();
    drawn.forEach(
        (name, values) -> {
          List<Double> sorted = values.stream().sorted().toList();
          intervals.put(
              name,
              new double[] {
                sorted.get((int) (sorted.size() * 0.025)), sorted.get((int) (sorted.size() * 0.975))
              });
        });
    return intervals;
  }

  private List<String> fallen(Path committed) throws IOException {
    List<String> fallen = new ArrayList<>();
    int compared = 0;
    for (String line : Files.readAllLines(committed)) {
      String[] words = line.strip().split("\\s+");
      if (words.length < 2) {
        continue;
      }
      compared++;
      Double now = figures.get(words[0]);
      if (now == null) {
        fallen.add(words[0] + " is no longer measured");
      } else if (now < Double.parseDouble(words[1]) - TOLERANCE) {
        fallen.add(
            String.format(Locale.ROOT, "%s: committed %s, now %.3f", words[0], words[1], now));
      }
    }
    if (compared == 0) {
      fallen.add(committed + " holds no figures; write them with -Deval.update=true");
    }
    return fallen;
  }
}
