package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.encoder.OnnxWorryJudge;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.nlp.worry.WorryJudge;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.Segmenter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well the models do on writers they have not seen: each writer's proposals are tested with
 * models trained on all others' and with what an encoder made of them that had not seen the writer.
 * {@code main STATEMENTS READINGS zh|en folder… [-only p-xx,p-yy] [-shipped] [-v]}; {@code
 * -shipped} judges with the encoder that is shipped, for writers that it has not seen.
 */
public final class ObjectionCrossCheck {
  private static final double[] THRESHOLDS = {0.3, 0.4, 0.5, 0.6, 0.7};
  private static final double[] ANSWERS = {0.4, 0.5, 0.6};

  private final Map<String, int[]> counts = new TreeMap<>();
  private final boolean verbose;

  private ObjectionCrossCheck(boolean verbose) {
    this.verbose = verbose;
  }

  public static void main(String[] args) {
    RulePack pack = RulePack.standard();
    Segmenter segmenter = new Segmenter(pack);
    Map<String, RecordedJudge> judges = RecordedJudge.read(List.of(Path.of(args[1])));
    Language language = Language.ofCode(args[2]);
    Map<String, List<ObjectionCases>> writers = new TreeMap<>();
    Set<String> only = new TreeSet<>();
    boolean verbose = false;
    WorryJudge shipped = null;
    for (int i = 3; i < args.length; i++) {
      switch (args[i]) {
        case "-v" -> verbose = true;
        case "-shipped" -> shipped = OnnxWorryJudge.standard();
        case "-only" -> only.addAll(List.of(args[++i].split(",", -1)));
        default -> {
          for (LabelledProposal proposal : LabelledProposal.folder(Path.of(args[i]))) {
            if (proposal.document().language() == language) {
              writers
                  .computeIfAbsent(writer(proposal), _ -> new ArrayList<>())
                  .add(ObjectionCases.of(proposal, segmenter, judges.get(proposal.id())));
            }
          }
        }
      }
    }
    List<ObjectionTraining.Statement> statements =
        ObjectionTraining.Statement.read(Path.of(args[0]), pack);
    ObjectionCrossCheck all = new ObjectionCrossCheck(false);
    for (String writer : only.isEmpty() ? writers.keySet() : only) {
      List<ObjectionCases> train =
          writers.entrySet().stream()
              .filter(other -> !other.getKey().equals(writer))
              .flatMap(other -> other.getValue().stream())
              .toList();
      ObjectionModels models = new ObjectionTraining(language, train, statements).train();
      ObjectionCrossCheck one = new ObjectionCrossCheck(verbose);
      for (ObjectionCases document : writers.get(writer)) {
        for (double t : THRESHOLDS) {
          for (double answer : ANSWERS) {
            ObjectionFinder.Thresholds thresholds = new ObjectionFinder.Thresholds(t, answer, 0.6);
            ObjectionFinder finder =
                new ObjectionFinder(
                    models, shipped == null ? document.judge() : shipped, thresholds);
            one.check(document, finder, thresholds);
            all.check(document, finder, thresholds);
          }
        }
      }
      System.out.println(writer);
      one.print();
    }
    System.out.println("all");
    all.print();
  }

  private static String writer(LabelledProposal proposal) {
    return proposal.id().replaceFirst("-\\d+$", "");
  }

  private void check(
      ObjectionCases document, ObjectionFinder finder, ObjectionFinder.Thresholds thresholds) {
    LabelledProposal proposal = document.proposal();
    boolean say = verbose && thresholds.worry() == 0.4 && thresholds.answer() == 0.5;
    if (say) {
      System.out.println("==== " + proposal.id());
    }
    int[] sum =
        counts.computeIfAbsent(
            "worry " + thresholds.worry() + " answer " + thresholds.answer(), _ -> new int[8]);
    List<ObjectionFinder.Found> found = finder.find(document.document());
    List<ObjectionFinder.Found> open =
        new ArrayList<>(found.stream().filter(ObjectionFinder.Found::answered).toList());
    int answered = open.size();
    int labels = 0;
    for (ObjectionCases.Labelled label : ObjectionCases.labelled(proposal)) {
      ObjectionFinder.Found match = null;
      for (ObjectionFinder.Found one : found) {
        boolean same =
            label.place() != null
                && LabelledProposal.shared(place(document, one.worry()), label.place()) >= 0.5;
        match = same ? one : match;
      }
      if (label.answered()) {
        labels++;
        boolean right = open.remove(match);
        sum[right ? 0 : 2]++;
        if (say && !right && label.place() != null) {
          System.out.println(
              "  - missed"
                  + (match == null ? ": " : " (found as unanswered): ")
                  + proposal.ink().substring(label.place().start(), label.place().end()));
        }
      } else if (match != null && match.answered() && say) {
        System.out.println("  + called answered:");
      }
    }
    sum[1] += open.size();
    if (say) {
      for (ObjectionFinder.Found one : open) {
        System.out.println(
            "  + wrong: "
                + Passage.of(document.document().document(), List.of(one.worry())).text()
                + " => "
                + Passage.of(document.document().document(), one.answer()).text());
      }
    }
    sum[4 + (labels >= 2 ? 2 : 0) + (answered >= 2 ? 1 : 0)]++;
  }

  private static Span place(ObjectionCases document, TextPart part) {
    return document.proposal().place(Passage.of(document.document().document(), List.of(part)));
  }

  private void print() {
    counts.forEach(
        (name, n) ->
            System.out.printf(
                Locale.ROOT,
                "%s F1 %.3f P %.3f R %.3f (%d right %d wrong %d missed) gold %s kappa %.3f%n",
                name,
                2.0 * n[0] / Math.max(1, 2 * n[0] + n[1] + n[2]),
                (double) n[0] / Math.max(1, n[0] + n[1]),
                (double) n[0] / Math.max(1, n[0] + n[2]),
                n[0],
                n[1],
                n[2],
                Arrays.toString(Arrays.copyOfRange(n, 4, 8)),
                kappa(n[4], n[5], n[6], n[7])));
  }

  private static double kappa(double a, double b, double c, double d) {
    double all = a + b + c + d;
    double expected = ((a + b) * (a + c) + (c + d) * (b + d)) / (all * all);
    return expected == 1 ? 1 : ((a + d) / all - expected) / (1 - expected);
  }
}
