package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
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
import java.util.TreeMap;

/**
 * How well the models do on writers they have not seen: each group of folders is tested with models
 * trained on all the others. {@code main STATEMENTS folder… -- folder… [-- …] [-v]}; a group that
 * begins with {@code test} is only tested.
 */
public final class ObjectionCrossCheck {
  private static final double[] THRESHOLDS = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8};

  private final Map<String, int[]> counts = new TreeMap<>();
  private final boolean verbose;

  private ObjectionCrossCheck(boolean verbose) {
    this.verbose = verbose;
  }

  public static void main(String[] args) {
    RulePack pack = RulePack.standard();
    Segmenter segmenter = new Segmenter(pack);
    List<List<ObjectionCases>> groups = new ArrayList<>();
    List<Boolean> testOnly = new ArrayList<>();
    groups.add(new ArrayList<>());
    testOnly.add(false);
    boolean verbose = false;
    for (String arg : List.of(args).subList(1, args.length)) {
      switch (arg) {
        case "--" -> {
          groups.add(new ArrayList<>());
          testOnly.add(false);
        }
        case "test" -> testOnly.set(testOnly.size() - 1, true);
        case "-v" -> verbose = true;
        default -> {
          for (LabelledProposal proposal : LabelledProposal.folder(Path.of(arg))) {
            groups.getLast().add(ObjectionCases.of(proposal, segmenter));
          }
        }
      }
    }
    List<ObjectionTraining.Statement> statements =
        ObjectionTraining.Statement.read(Path.of(args[0]), pack);
    ObjectionCrossCheck check = new ObjectionCrossCheck(verbose);
    boolean only = testOnly.contains(true);
    for (int test = 0; test < groups.size(); test++) {
      if (only && !testOnly.get(test)) {
        continue;
      }
      List<ObjectionCases> train = new ArrayList<>();
      for (int other = 0; other < groups.size(); other++) {
        if (other != test && !testOnly.get(other)) {
          train.addAll(groups.get(other));
        }
      }
      Map<Language, ObjectionModels> models = ObjectionTraining.trainAll(train, statements);
      for (ObjectionCases document : groups.get(test)) {
        for (double t : THRESHOLDS) {
          ObjectionFinder finder =
              new ObjectionFinder(
                  models.get(ObjectionTraining.language(document)),
                  new ObjectionFinder.Thresholds(t, 0.5, 0.6));
          check.check(document, finder, t);
        }
      }
    }
    check.print();
  }

  private void check(ObjectionCases document, ObjectionFinder finder, double t) {
    LabelledProposal proposal = document.proposal();
    boolean say = verbose && t == 0.4;
    if (say) {
      System.out.println("==== " + proposal.id());
    }
    int[] sum =
        counts.computeIfAbsent(
            ObjectionTraining.language(document).code() + " t=" + t, _ -> new int[8]);
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
