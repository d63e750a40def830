package dev.dealcoach.scan.eval;

import dev.dealcoach.nlp.pack.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Measures the proposals' corpus part by part and compares with the committed figures; run by
 * {@code ./mvnw -Peval verify}. A figure that falls by more than the tolerance fails the build;
 * {@code -Deval.update=true} writes the figures anew.
 */
public final class CommittedFigures {
  /** How far a figure may fall below the committed one. */
  private static final double TOLERANCE = 0.01;

  private static final int RESAMPLES = 1000;
  private static final long SEED = 20260101;
  private static final List<String> PARTS = List.of("train", "tune", "reserve");

  private CommittedFigures() {}

  /**
   * Measures, prints, compares.
   *
   * @param args the corpus folder and the file of committed figures
   */
  public static void main(String[] args) throws IOException {
    Path corpus = Path.of(args[0]);
    Path committed = Path.of(args[1]);
    RulePack pack = RulePack.standard();
    Map<String, String> lines = new TreeMap<>();
    Map<String, Double> figures = new TreeMap<>();
    for (String part : PARTS) {
      List<LabelledProposal> proposals = LabelledProposal.folder(corpus.resolve(part));
      Map<String, Double> measured = measure(pack, proposals);
      Map<String, double[]> intervals =
          part.equals("reserve") ? intervals(pack, proposals) : Map.of();
      measured.forEach(
          (name, value) -> {
            String key = part + "." + name;
            double[] interval = intervals.get(name);
            figures.put(key, value);
            lines.put(
                key,
                String.format(Locale.ROOT, "%-44s %.3f", key, value)
                    + (interval == null
                        ? ""
                        : String.format(
                            Locale.ROOT, "   95%% %.3f–%.3f", interval[0], interval[1])));
          });
    }
    lines.values().forEach(System.out::println);
    if (Boolean.getBoolean("eval.update")) {
      Files.write(committed, lines.values());
      System.out.println("written to " + committed);
      return;
    }
    List<String> fallen = fallen(committed, figures);
    if (!fallen.isEmpty()) {
      throw new IllegalStateException("figures fell:\n" + String.join("\n", fallen));
    }
    System.out.println("no figure fell by more than " + TOLERANCE);
  }

  private static Map<String, Double> measure(RulePack pack, List<LabelledProposal> proposals) {
    ProposalEvaluation evaluation = new ProposalEvaluation(pack, false);
    proposals.forEach(evaluation::compare);
    return evaluation.figures();
  }

  /** 95 % intervals by resampling whole proposals with replacement, seeded. */
  private static Map<String, double[]> intervals(RulePack pack, List<LabelledProposal> proposals) {
    List<ProposalEvaluation> single = new ArrayList<>();
    for (LabelledProposal proposal : proposals) {
      ProposalEvaluation one = new ProposalEvaluation(pack, false);
      one.compare(proposal);
      single.add(one);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, List<Double>> drawn = new TreeMap<>();
    for (int i = 0; i < RESAMPLES; i++) {
      ProposalEvaluation sum = new ProposalEvaluation(pack, false);
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

  private static List<String> fallen(Path committed, Map<String, Double> figures)
      throws IOException {
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
