package dev.dealcoach.service.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Measures the discovery analysis on labelled summaries. Arguments: JSONL files; {@code -v} prints
 * every error with its text (for the training and tuning parts only), {@code --noise} measures the
 * texts as a bad recogniser would write them.
 */
public final class DiscoveryEvaluation {
  private DiscoveryEvaluation() {}

  /** A labelled text and what we make of it. */
  record Case(
      String id,
      Language language,
      String style,
      String text,
      Map<DiscoveryItem, Status> status,
      Map<DiscoveryItem, Span> evidence,
      List<Span> vague,
      boolean filler,
      String note) {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    List<String> words = Arrays.asList(arguments);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    RulePack pack = RulePack.standard();
    DiscoveryAnalysis analysis = DiscoveryAnalysis.standard(pack);
    Map<String, List<Case>> groups = new TreeMap<>();
    for (String word : words) {
      if (!word.startsWith("-")) {
        sentences(Path.of(word), analysis, words.contains("-v"), out);
        for (Case summary : read(Path.of(word))) {
          groups.computeIfAbsent(summary.language().code(), _ -> new ArrayList<>()).add(summary);
        }
      }
    }
    for (var group : groups.entrySet()) {
      report(group.getKey(), group.getValue(), analysis, words, out);
    }
  }

  /** Single sentences: are they weak commitments? */
  private static void sentences(
      Path file, DiscoveryAnalysis analysis, boolean verbose, PrintStream out) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, int[][]> tables = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      if (!node.path("vague").isBoolean()) {
        continue;
      }
      String text = node.get("text").textValue();
      Language language = Language.ofCode(node.get("lang").textValue());
      boolean want = node.get("vague").booleanValue();
      boolean got = !analysis.analyse(text, language).vague().isEmpty();
      tables.computeIfAbsent(language.code(), _ -> new int[2][2])[want ? 1 : 0][got ? 1 : 0]++;
      if (verbose && want != got) {
        out.println("SENTENCE want " + want + ": " + text);
      }
    }
    tables.forEach(
        (language, table) ->
            out.printf(
                Locale.ROOT,
                "weak commitments %s: kappa %.3f %s%n",
                language,
                kappa(table),
                Arrays.deepToString(table)));
  }

  private static void report(
      String name,
      List<Case> cases,
      DiscoveryAnalysis analysis,
      List<String> words,
      PrintStream out) {
    List<DiscoveryScore> found = new ArrayList<>();
    for (Case summary : cases) {
      found.add(analysis.analyse(summary.text(), summary.language()));
    }
    out.printf("== %s: %d summaries%n", name, cases.size());
    double mean = 0;
    double meanNoisy = 0;
    for (DiscoveryItem item : DiscoveryItem.values()) {
      int[][] table = new int[3][3];
      int[][] noisy = new int[3][3];
      int matched = 0;
      int given = 0;
      int wanted = 0;
      for (int i = 0; i < cases.size(); i++) {
        Case summary = cases.get(i);
        ItemScore score = found.get(i).items().get(item);
        table[DiscoveryTally.row(summary.status().get(item))][DiscoveryTally.row(score.status())]++;
        if (words.contains("--noise")) {
          ItemScore bad =
              analysis
                  .analyse(Noises.of(summary.text(), summary.language()), summary.language())
                  .items()
                  .get(item);
          noisy[DiscoveryTally.row(summary.status().get(item))][DiscoveryTally.row(bad.status())]++;
        }
        Span truth = summary.evidence().get(item);
        wanted += truth == null ? 0 : 1;
        given += score.evidence().isEmpty() ? 0 : 1;
        boolean match =
            truth != null
                && !score.evidence().isEmpty()
                && iou(truth, score.evidence().getFirst()) >= 0.5;
        matched += match ? 1 : 0;
        if (words.contains("-v") && (summary.status().get(item) != score.status())) {
          out.printf(
              "%s %s %s: want %s got %s (%s)%n   %s%n   want: %s%n   got: %s   [%s]%n",
              summary.id(),
              summary.style(),
              item.id(),
              summary.status().get(item).id(),
              score.status().id(),
              score.reason(),
              summary.text(),
              truth == null ? "-" : truth.of(summary.text()),
              score.evidence().stream().map(s -> s.of(summary.text())).toList(),
              summary.note());
        }
      }
      mean += kappa(table) / 5;
      meanNoisy += kappa(noisy) / 5;
      out.printf(
          Locale.ROOT,
          "%-15s kappa %.3f macroF1 %.3f evF1 %.3f%s  rows want m/p/c: %s%n",
          item.id(),
          kappa(table),
          macroF1(table),
          2.0 * matched / Math.max(1, given + wanted),
          words.contains("--noise") ? String.format(Locale.ROOT, " noisy %.3f", kappa(noisy)) : "",
          Arrays.deepToString(table));
    }
    out.printf(
        Locale.ROOT,
        "mean kappa %.3f%s%n",
        mean,
        words.contains("--noise")
            ? String.format(Locale.ROOT, " noisy %.3f cost %.3f", meanNoisy, mean - meanNoisy)
            : "");
    for (String style : new TreeSet<>(cases.stream().map(Case::style).toList())) {
      double sum = 0;
      int n = 0;
      int ok = 0;
      for (DiscoveryItem item : DiscoveryItem.values()) {
        int[][] table = new int[3][3];
        for (int i = 0; i < cases.size(); i++) {
          if (cases.get(i).style().equals(style)) {
            Status got = found.get(i).items().get(item).status();
            table[DiscoveryTally.row(cases.get(i).status().get(item))][DiscoveryTally.row(got)]++;
            n++;
            ok += got == cases.get(i).status().get(item) ? 1 : 0;
          }
        }
        sum += kappa(table) / 5;
      }
      out.printf(
          Locale.ROOT,
          "  %-11s n=%d mean kappa %.3f accuracy %.3f%n",
          style,
          n / 5,
          sum,
          ok / (double) n);
    }
    int tp = 0;
    int fp = 0;
    int fn = 0;
    int vTp = 0;
    int vGiven = 0;
    int vWanted = 0;
    for (int i = 0; i < cases.size(); i++) {
      boolean want = cases.get(i).filler();
      boolean got = found.get(i).filler();
      tp += want && got ? 1 : 0;
      fp += !want && got ? 1 : 0;
      fn += want && !got ? 1 : 0;
      if (want != got && words.contains("-v")) {
        out.println("FILLER want " + want + ": " + cases.get(i).text());
      }
      vGiven += found.get(i).vague().size();
      vWanted += cases.get(i).vague().size();
      for (Span span : found.get(i).vague()) {
        vTp += cases.get(i).vague().stream().anyMatch(v -> iou(v, span) >= 0.5) ? 1 : 0;
      }
      if (words.contains("-vague")) {
        Case c = cases.get(i);
        for (Span span : found.get(i).vague()) {
          if (c.vague().stream().noneMatch(v -> iou(v, span) >= 0.5)) {
            out.println(
                "VAGUE extra: "
                    + span.of(c.text())
                    + " | wanted "
                    + c.vague().stream().map(v -> v.of(c.text())).toList());
          }
        }
        for (Span span : c.vague()) {
          if (found.get(i).vague().stream().noneMatch(v -> iou(v, span) >= 0.5)) {
            out.println("VAGUE missed: " + span.of(c.text()));
          }
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "filler F1 %.3f (tp %d fp %d fn %d)  vague F1 %.3f%n",
        2.0 * tp / Math.max(1, 2 * tp + fp + fn),
        tp,
        fp,
        fn,
        2.0 * vTp / Math.max(1, vGiven + vWanted));
  }

  static double iou(Span a, Span b) {
    int shared = Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
    return shared / (double) (a.length() + b.length() - shared);
  }

  /** Unweighted Cohen's kappa; 1 where both sides know one status only. */
  static double kappa(int[][] table) {
    double n = 0;
    double agreed = 0;
    double[] rows = new double[table.length];
    double[] columns = new double[table.length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        n += table[i][j];
        rows[i] += table[i][j];
        columns[j] += table[i][j];
        agreed += i == j ? table[i][j] : 0;
      }
    }
    double chance = 0;
    for (int i = 0; i < table.length; i++) {
      chance += rows[i] * columns[i] / (n * n);
    }
    return chance >= 1 ? 1 : (agreed / n - chance) / (1 - chance);
  }

  static double macroF1(int[][] table) {
    double sum = 0;
    for (int i = 0; i < table.length; i++) {
      int row = 0;
      int column = 0;
      for (int j = 0; j < table.length; j++) {
        row += table[i][j];
        column += table[j][i];
      }
      sum += 2.0 * table[i][i] / Math.max(1, row + column);
    }
    return sum / table.length;
  }

  static List<Case> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Case> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      if (!node.has("labels")) {
        continue;
      }
      String text = node.get("text").textValue();
      Map<DiscoveryItem, Status> status = new EnumMap<>(DiscoveryItem.class);
      Map<DiscoveryItem, Span> evidence = new EnumMap<>(DiscoveryItem.class);
      for (DiscoveryItem item : DiscoveryItem.values()) {
        status.put(
            item,
            Status.valueOf(node.get("labels").get(item.id()).textValue().toUpperCase(Locale.ROOT)));
        String part = node.get("evidence").path(item.id()).textValue();
        if (part != null) {
          evidence.put(item, span(text, part));
        }
      }
      List<Span> vague = new ArrayList<>();
      node.path("vague").forEach(part -> vague.add(span(text, part.textValue())));
      all.add(
          new Case(
              node.get("id").textValue(),
              Language.ofCode(node.get("lang").textValue()),
              node.get("style").textValue(),
              text,
              status,
              evidence,
              vague,
              node.path("filler").asBoolean(),
              node.path("note").asText("")));
    }
    return all;
  }

  private static Span span(String text, String part) {
    int at = text.indexOf(part);
    return new Span(at, at + part.length());
  }
}
