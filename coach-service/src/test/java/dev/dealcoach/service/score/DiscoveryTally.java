package dev.dealcoach.service.score;

import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts over labelled summaries, from which the figures are worked out. Not thread-safe. */
final class DiscoveryTally {
  private final Map<DiscoveryItem, int[][]> statuses = new EnumMap<>(DiscoveryItem.class);
  private int matched;
  private int spans;
  private int fillerHits;
  private int fillerCalls;

  private int[][] table(DiscoveryItem item) {
    return statuses.computeIfAbsent(item, _ -> new int[3][3]);
  }

  /** The row or column of a status in a table. */
  static int row(Status status) {
    return status.points() / 10;
  }

  /** Counts one summary. */
  void count(DiscoveryEvaluation.Case summary, DiscoveryScore score) {
    for (DiscoveryItem item : DiscoveryItem.values()) {
      ItemScore found = score.items().get(item);
      table(item)[row(summary.status().get(item))][row(found.status())]++;
      Span truth = summary.evidence().get(item);
      spans += (truth == null ? 0 : 1) + (found.evidence().isEmpty() ? 0 : 1);
      if (truth != null
          && !found.evidence().isEmpty()
          && DiscoveryEvaluation.iou(truth, found.evidence().getFirst()) >= 0.5) {
        matched++;
      }
    }
    fillerHits += summary.filler() && score.filler() ? 1 : 0;
    fillerCalls += (summary.filler() ? 1 : 0) + (score.filler() ? 1 : 0);
  }

  /** Adds another's counts. */
  void add(DiscoveryTally other) {
    for (DiscoveryItem item : DiscoveryItem.values()) {
      for (int j = 0; j < 9; j++) {
        table(item)[j / 3][j % 3] += other.table(item)[j / 3][j % 3];
      }
    }
    matched += other.matched;
    spans += other.spans;
    fillerHits += other.fillerHits;
    fillerCalls += other.fillerCalls;
  }

  /** Agreement an item and in the mean, evidence and filler; all between 0 and 1 or below. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new TreeMap<>();
    double sum = 0;
    double f1 = 0;
    for (DiscoveryItem item : DiscoveryItem.values()) {
      double kappa = DiscoveryEvaluation.kappa(table(item));
      figures.put("kappa." + item.id(), kappa);
      sum += kappa;
      f1 += DiscoveryEvaluation.macroF1(table(item));
    }
    figures.put("kappa.mean", sum / 5);
    figures.put("macro-f1.mean", f1 / 5);
    figures.put("evidence.f1", 2.0 * matched / Math.max(1, spans));
    figures.put("filler.f1", fillerCalls == 0 ? 1 : 2.0 * fillerHits / fillerCalls);
    return figures;
  }

  /** A line an item: the rows of its confusion table, missing, partial and covered. */
  List<String> tables(String prefix) {
    List<String> lines = new ArrayList<>();
    for (DiscoveryItem item : DiscoveryItem.values()) {
      lines.add(
          String.format(
              Locale.ROOT, "%-30s %s", prefix + item.id(), Arrays.deepToString(table(item))));
    }
    return lines;
  }
}
