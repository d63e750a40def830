package dev.dealcoach.scan.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.segment.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well pains are told from what else customers say, on sentences and writers left out: {@code
 * main CORPORA}.
 */
public final class PainCrossCheck {
  private PainCrossCheck() {}

  public static void main(String[] args) throws IOException {
    Path corpora = Path.of(args[0]);
    RulePack pack = RulePack.standard();
    Segmenter segmenter = new Segmenter(pack);
    List<LabelledProposal> proposals = LabelledProposal.folder(corpora.resolve("proposals/train"));
    for (Language language : Language.values()) {
      PainTraining reader = new PainTraining(language, pack, segmenter);
      List<PainTraining.Case> sentences = sentences(reader, corpora, "train", language);
      List<PainTraining.Case> unseen = sentences(reader, corpora, "tune", language);
      Map<String, List<PainTraining.Case>> writers = new TreeMap<>();
      for (LabelledProposal proposal : proposals) {
        List<PainTraining.Case> cases = reader.cases(proposal);
        writers
            .computeIfAbsent(proposal.id().substring(0, 4), _ -> new ArrayList<>())
            .addAll(cases);
      }
      int[][] left = new int[10][4];
      for (String writer : writers.keySet()) {
        PainTraining training = new PainTraining(language, pack, segmenter);
        training.add(sentences);
        writers.forEach(
            (other, cases) -> {
              if (!other.equals(writer)) {
                training.add(cases);
              }
            });
        tally(left, training.train(), writers.get(writer));
      }
      print(language + " writers left out", left);
      PainTraining training = new PainTraining(language, pack, segmenter);
      training.add(sentences);
      writers.values().forEach(training::add);
      int[][] fresh = new int[10][4];
      tally(fresh, training.train(), unseen);
      print(language + " sentences of another writer", fresh);
      PainTraining quoted = new PainTraining(language, pack, segmenter);
      writers.values().forEach(quoted::add);
      int[][] without = new int[10][4];
      tally(without, quoted.train(), unseen);
      print(language + " the same, trained on proposals alone", without);
    }
  }

  private static List<PainTraining.Case> sentences(
      PainTraining reader, Path corpora, String part, Language language) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<PainTraining.Case> cases = new ArrayList<>();
    Path file = corpora.resolve("customer/" + part + "-" + language.code() + ".jsonl");
    for (String line : Files.readAllLines(file)) {
      JsonNode sentence = json.readTree(line);
      cases.addAll(reader.cases(sentence));
    }
    return cases;
  }

  /** Counts by threshold, in tenths: right pains, wrong pains, missed pains, right others. */
  private static void tally(int[][] counts, FeatureModel model, List<PainTraining.Case> cases) {
    for (PainTraining.Case each : cases) {
      boolean beside = each.features().contains(PainFeatures.BESIDE);
      double pain = beside ? 0 : model.probability(each.features());
      for (int tenth = 1; tenth < 10; tenth++) {
        boolean found = pain >= tenth / 10.0;
        counts[tenth][each.pain() ? (found ? 0 : 2) : (found ? 1 : 3)]++;
      }
    }
  }

  private static void print(String what, int[][] counts) {
    System.out.println(what);
    for (int tenth = 2; tenth < 9; tenth++) {
      int[] c = counts[tenth];
      System.out.printf(
          Locale.ROOT,
          "  from 0.%d: F1 %.3f, right %d, wrong %d, missed %d, right others %d%n",
          tenth,
          2.0 * c[0] / (2 * c[0] + c[1] + c[2]),
          c[0],
          c[1],
          c[2],
          c[3]);
    }
  }
}
