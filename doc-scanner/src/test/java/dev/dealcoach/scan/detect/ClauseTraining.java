package dev.dealcoach.scan.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.maxent.FeatureModelTrainer;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Trains and cross-validates the clause models. */
public final class ClauseTraining {
  static double penalty = Double.parseDouble(System.getProperty("penalty", "3"));
  static int cutoff = Integer.getInteger("cutoff", 2);
  static int copies = Integer.getInteger("copies", 3);
  static int rounds = Integer.getInteger("rounds", 2);
  static double enough = Double.parseDouble(System.getProperty("enough", "0.5"));

  record Doc(
      String id,
      Language language,
      List<ClauseCandidates.Candidate> candidates,
      Set<RiskClause> present,
      boolean fresh) {}

  record Statement(Language language, ClauseCandidates.Candidate candidate, Set<RiskClause> clause, boolean risk) {}

  public static void main(String[] args) throws IOException {
    RulePack pack = RulePack.standard();
    Path root = Path.of(args[0]);
    List<Doc> docs = new ArrayList<>();
    for (String folder : System.getProperty("folders", "train,train-en,tune").split(",")) {
      docs.addAll(read(pack, root.resolve("proposals/" + folder), false));
    }
    for (String folder : System.getProperty("freshFolders", "train-c,train-c-en").split(",")) {
      docs.addAll(read(pack, root.resolve("proposals/" + folder), true));
    }
    List<Statement> statements = statements(pack, root.resolve("statements"));
    System.out.println(docs.size() + " documents, " + statements.size() + " statements");
    boolean cv = args[1].equals("cv");
    StringBuilder wrong = new StringBuilder();
    for (Language language : Language.values()) {
      int[] all = new int[3];
      int[][] curve = new int[10][3];
      for (RiskClause clause : RiskClause.values()) {
        int[] sums = new int[3];
        if (!cv) {
          byte[] bytes = trainer(docs, statements, clause, language).trainToBytes();
          Files.write(Path.of(args[1]).resolve(ClauseModel.name(language, clause) + ".bin.gz"), bytes);
          continue;
        }
        for (int fold = 0; fold < 3; fold++) {
          List<Doc> train = new ArrayList<>();
          List<Doc> test = new ArrayList<>();
          for (int i = 0; i < docs.size(); i++) {
            (docs.get(i).fresh() && i % 3 == fold ? test : train).add(docs.get(i));
          }
          FeatureModel model = trainer(train, statements, clause, language).train();
          for (Doc doc : test) {
            if (doc.language() == language) {
              ClauseCandidates.Candidate best = best(doc, clause, model);
              double p = best == null ? 0 : model.probability(best.features(clause));
              boolean label = doc.present().contains(clause);
              for (int t = 1; t < 10; t++) {
                curve[t][p >= t / 10.0 ? (label ? 0 : 1) : 2] += p >= t / 10.0 || label ? 1 : 0;
              }
              if (p >= enough) {
                sums[label ? 0 : 1]++;
              } else if (label) {
                sums[2]++;
              }
              if (p >= enough != label) {
                wrong.append(
                    String.format(
                        "%s %s %s %.2f [%s] %s%n", label ? "-" : "+", doc.id(), clause.id(), p,
                        best == null ? "" : best.span().of(best.block().text()), best == null ? "" : best.ruled()));
              }
            }
          }
        }
        for (int i = 0; i < 3; i++) {
          all[i] += sums[i];
        }
        System.out.printf(Locale.ROOT, "%s %-22s F1 %.3f %d %d %d%n", language, clause.id(), f1(sums), sums[0], sums[1], sums[2]);
      }
      System.out.printf(Locale.ROOT, "%s F1 %.3f %d %d %d%n", language, f1(all), all[0], all[1], all[2]);
      for (int t = 1; t < 10; t++) {
        System.out.printf(Locale.ROOT, "   %.1f F1 %.3f %s%n", t / 10.0, f1(curve[t]), java.util.Arrays.toString(curve[t]));
      }
    }
    if (args.length > 2) {
      System.out.println(wrong);
    }
  }

  static double f1(int[] s) {
    return 2.0 * s[0] / Math.max(1, 2 * s[0] + s[1] + s[2]);
  }

  static ClauseCandidates.Candidate best(Doc doc, RiskClause clause, FeatureModel model) {
    ClauseCandidates.Candidate best = null;
    double most = -1;
    for (ClauseCandidates.Candidate candidate : doc.candidates()) {
      double p = model.probability(candidate.features(clause));
      if (p > most) {
        most = p;
        best = candidate;
      }
    }
    return best;
  }

  static FeatureModelTrainer trainer(
      List<Doc> docs, List<Statement> statements, RiskClause clause, Language language) {
    FeatureModel model = null;
    FeatureModelTrainer trainer = null;
    for (int round = 0; round <= rounds; round++) {
      trainer = new FeatureModelTrainer(penalty, cutoff);
      for (Statement s : statements) {
        if (s.language() == language) {
          boolean yes = s.clause().contains(clause);
          List<String> features = s.candidate().features(clause);
          features.removeIf(f -> f.startsWith("kind="));
          features.add("statement");
          trainer.add(yes, features);
          if (yes) {
            trainer.add(true, features);
          }
        }
      }
      for (Doc doc : docs) {
        if (doc.language() != language) {
          continue;
        }
        boolean present = doc.present().contains(clause);
        ClauseCandidates.Candidate best = present && model != null ? best(doc, clause, model) : null;
        boolean any = doc.candidates().stream().anyMatch(c -> c.ruled().contains(clause));
        for (ClauseCandidates.Candidate candidate : doc.candidates()) {
          if (!present) {
            trainer.add(false, features(candidate, clause, doc));
          } else if (candidate == best && (model.probability(best.features(clause)) > 0.1 || best.ruled().contains(clause)) || (candidate.ruled().contains(clause) && (model == null || model.probability(candidate.features(clause)) > 0.5))) {
            for (int copy = 0; copy < copies; copy++) {
              trainer.add(true, features(candidate, clause, doc));
            }
          } else if (!candidate.ruled().contains(clause) && any && model == null) {
            trainer.add(false, features(candidate, clause, doc));
          }
        }
      }
      if (round < rounds) {
        model = trainer.train();
      }
    }
    return trainer;
  }

  static List<String> features(ClauseCandidates.Candidate candidate, RiskClause clause, Doc doc) {
    List<String> features = candidate.features(clause);
    if (!doc.fresh()) {
      features.removeIf(f -> f.endsWith("ruled") || (Boolean.getBoolean("drop") && f.contains("clause.") && !f.equals("clause.empty") && !f.equals("clause.binds")));
      features.add("tuned");
    }
    return features;
  }

  static List<Doc> read(RulePack pack, Path folder, boolean fresh) {
    Segmenter segmenter = new Segmenter(pack);
    List<Doc> docs = new ArrayList<>();
    for (LabelledProposal proposal : LabelledProposal.folder(folder)) {
      SegmentedDocument document = segmenter.segment(proposal.document());
      Set<RiskClause> present = EnumSet.noneOf(RiskClause.class);
      proposal
          .labels()
          .get("risk_clauses_present")
          .forEach(node -> present.add(RiskClause.valueOf(node.asText().toUpperCase(Locale.ROOT))));
      docs.add(
          new Doc(
              proposal.id(),
              document.document().language(),
              ClauseCandidates.of(document),
              present,
              fresh));
    }
    return docs;
  }

  static List<Statement> statements(RulePack pack, Path folder) throws IOException {
    List<Statement> found = new ArrayList<>();
    Segmenter segmenter = new Segmenter(pack);
    ObjectMapper mapper = new ObjectMapper();
    for (String file : System.getProperty("statements", "train.jsonl").split(",")) {
      for (String line : Files.readAllLines(folder.resolve(file))) {
        JsonNode node = mapper.readTree(line);
        String label = node.get("label").asText();
        boolean risk = node.has("clause");
        if (node.get("form").asText().equals("heading") || label.equals("response") || (label.equals("evidence") && !risk)) {
          continue;
        }
        SegmentedDocument document =
            segmenter.segment(MarkdownBlocks.parse("s", node.get("text").asText()));
        Set<RiskClause> clauses = EnumSet.noneOf(RiskClause.class);
        if (risk) {
          for (String id : node.get("clause").asText().split(",")) {
            clauses.add(RiskClause.valueOf(id.toUpperCase(Locale.ROOT)));
          }
        }
        List<ClauseCandidates.Candidate> candidates = ClauseCandidates.of(document);
        if (candidates.size() == 1) {
          found.add(new Statement(Language.ofCode(node.get("lang").asText()), candidates.getFirst(), clauses, risk));
        }
      }
    }
    return found;
  }
}
