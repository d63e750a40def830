package dev.dealcoach.scan.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.maxent.FeatureModelTrainer;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Trains and cross-validates the evidence models. */
public final class EvidenceTraining {
  private static final Set<String> NOTHING =
      Set.of(
          "claim", "price", "plan_step", "next_step", "solution", "pain", "clause_empty", "other",
          "question_neutral", "objection");
  static double penalty = Double.parseDouble(System.getProperty("penalty", "1"));
  static int cutoff = Integer.getInteger("cutoff", 2);
  static int fresh = Integer.getInteger("fresh", 2);
  static double enough = Double.parseDouble(System.getProperty("enough", "0.4"));

  record Doc(
      LabelledProposal proposal,
      SegmentedDocument segmented,
      List<EvidenceCandidate> candidates,
      List<Span> labels,
      List<PainQuote> quotes,
      List<Objection> objections,
      boolean fresh) {}

  record Case(Language language, boolean answer, List<String> features, int copies) {}

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
    List<Case> statements = statements(pack, root.resolve("statements"));
    System.out.println(docs.size() + " documents, " + statements.size() + " statements");
    if (args.length > 1 && args[1].equals("cv")) {
      int folds = 4;
      double[] sums = new double[6];
      StringBuilder wrong = new StringBuilder();
      for (int fold = 0; fold < folds; fold++) {
        List<Case> cases = new ArrayList<>(statements);
        List<Doc> test = new ArrayList<>();
        for (int i = 0; i < docs.size(); i++) {
          if (docs.get(i).fresh() && i % folds == fold) {
            test.add(docs.get(i));
          } else {
            cases.addAll(cases(docs.get(i)));
          }
        }
        score(model(cases), test, sums, wrong);
      }
      for (int l = 0; l < 2; l++) {
        System.out.printf(
            Locale.ROOT, "%s F1 %.3f  right %.0f wrong %.0f missed %.0f%n", l == 0 ? "zh" : "en",
            2 * sums[3 * l] / (2 * sums[3 * l] + sums[3 * l + 1] + sums[3 * l + 2]),
            sums[3 * l], sums[3 * l + 1], sums[3 * l + 2]);
      }
      if (args.length > 2) {
        System.out.println(wrong);
      }
      return;
    }
    List<Case> cases = new ArrayList<>(statements);
    docs.forEach(doc -> cases.addAll(cases(doc)));
    Path out = Path.of(args[1]);
    Files.createDirectories(out);
    for (Language language : Language.values()) {
      byte[] bytes = trainer(cases, language).trainToBytes();
      Files.write(out.resolve("evidence-" + language.code() + ".bin.gz"), bytes);
      System.out.println(language + " " + bytes.length);
    }
  }

  static FeatureModelTrainer trainer(List<Case> cases, Language language) {
    FeatureModelTrainer trainer = new FeatureModelTrainer(penalty, cutoff);
    for (Case c : cases) {
      if (c.language() == language) {
        for (int i = 0; i < c.copies(); i++) {
          trainer.add(c.answer(), c.features());
        }
      }
    }
    return trainer;
  }

  static EvidenceModel model(List<Case> cases) {
    FeatureModel zh = trainer(cases, Language.ZH).train();
    FeatureModel en = trainer(cases, Language.EN).train();
    return new EvidenceModel(
        Map.of(Language.ZH, f -> zh.probability(f) + EvidenceModel.ENOUGH - enough, Language.EN, f -> en.probability(f) + EvidenceModel.ENOUGH - enough));
  }

  static List<Case> cases(Doc doc) {
    List<Case> cases = new ArrayList<>();
    for (int c = 0; c < doc.candidates().size(); c++) {
      EvidenceCandidate candidate = doc.candidates().get(c);
      if (!candidate.joined().isEmpty() && c + 1 < doc.candidates().size()) {
        double first = covered(doc, candidate);
        double second = covered(doc, doc.candidates().get(c + 1));
        if ((first >= 0.5 && second >= 0.5) || (first < 0.2 && second < 0.2)) {
          cases.add(
              new Case(
                  doc.segmented().document().language(),
                  first >= 0.5,
                  doc.fresh() ? candidate.joined() : unjudged(candidate.joined()),
                  doc.fresh() ? fresh : 1));
        }
      }
      Span place =
          doc.proposal()
              .place(
                  Passage.of(
                      candidate.block().block(), candidate.span().start(), candidate.span().end()));
      double best = 0;
      for (Span label : doc.labels()) {
        int both = Math.min(place.end(), label.end()) - Math.max(place.start(), label.start());
        best =
            Math.max(
                best,
                both <= 0 ? 0 : (double) both / Math.min(place.length(), label.length()));
      }
      if (best >= 0.5 || best < 0.2) {
        cases.add(
            new Case(
                doc.segmented().document().language(),
                best >= 0.5,
                doc.fresh() ? candidate.features() : unjudged(candidate.features()),
                doc.fresh() ? fresh : 1));
      }
    }
    return cases;
  }

  static double covered(Doc doc, EvidenceCandidate candidate) {
    Span place =
        doc.proposal()
            .place(
                Passage.of(
                    candidate.block().block(), candidate.span().start(), candidate.span().end()));
    double best = 0;
    for (Span label : doc.labels()) {
      int both = Math.min(place.end(), label.end()) - Math.max(place.start(), label.start());
      best = Math.max(best, both <= 0 ? 0 : (double) both / place.length());
    }
    return best;
  }

  static List<String> unjudged(List<String> features) {
    List<String> kept = new ArrayList<>(features);
    kept.removeIf(f -> f.startsWith("verdict=") || (Boolean.getBoolean("drop") && f.contains("evidence.")));
    kept.add("tuned");
    return kept;
  }

  static void score(EvidenceModel model, List<Doc> docs, double[] sums, StringBuilder wrong) {
    EvidenceDetector detector = new EvidenceDetector(model);
    for (Doc doc : docs) {
      List<Passage> open =
          new ArrayList<>(
              detector.detect(doc.segmented(), doc.quotes(), doc.objections()).stream()
                  .map(Evidence::passage)
                  .toList());
      int l = doc.segmented().document().language() == Language.ZH ? 0 : 3;
      for (Span label : doc.labels()) {
        Passage hit = null;
        for (Passage passage : open) {
          if (LabelledProposal.shared(label, doc.proposal().place(passage)) >= 0.5) {
            hit = passage;
            break;
          }
        }
        if (hit == null) {
          sums[l + 2]++;
          for (EvidenceCandidate c : doc.candidates()) {
            Span at = doc.proposal().place(Passage.of(c.block().block(), c.span().start(), c.span().end()));
            if (Math.min(at.end(), label.end()) - Math.max(at.start(), label.start()) > 3) {
              wrong.append(String.format("      p %.2f %s obj=%b [%s] %s%n", model.alone(c, doc.segmented().document().language()), c.verdict(),
                doc.objections().stream().anyMatch(o -> o.objection().overlaps(Passage.of(c.block().block(), c.span().start(), c.span().end()))),
                c.span().of(c.block().text()), c.features().stream().filter(f -> !f.startsWith("w=") && f.indexOf('&') < 0).toList()));
            }
          }
          wrong.append(doc.proposal().id() + " - ").append(doc.proposal().ink(), label.start(), label.end()).append('\n');
        } else {
          sums[l]++;
          open.remove(hit);
        }
      }
      sums[l + 1] += open.size();
      open.forEach(p -> wrong.append(doc.proposal().id() + " + " + p.text() + "\n"));
    }
  }

  static List<Doc> read(RulePack pack, Path folder, boolean fresh) {
    PainQuoteDetector quotes = new PainQuoteDetector(pack);
    ObjectionDetector objections = new ObjectionDetector();
    Segmenter segmenter = new Segmenter(pack);
    List<Doc> docs = new ArrayList<>();
    for (LabelledProposal proposal : LabelledProposal.folder(folder)) {
      SegmentedDocument document = segmenter.segment(proposal.document());
      List<Span> labels = new ArrayList<>();
      for (JsonNode node : proposal.labels().get("evidence")) {
        Span place = proposal.place(node.get("text").asText());
        if (place != null) {
          labels.add(place);
        }
      }
      docs.add(
          new Doc(
              proposal,
              document,
              EvidenceCandidates.of(document, Parties.of(document)),
              labels,
              quotes.detect(document, proposal.statements()),
              objections.detect(document),
              fresh));
    }
    return docs;
  }

  static List<Case> statements(RulePack pack, Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    Segmenter segmenter = new Segmenter(pack);
    ObjectMapper mapper = new ObjectMapper();
    for (String file : System.getProperty("statements", "train.jsonl").split(",")) {
      for (String line : Files.readAllLines(folder.resolve(file))) {
        JsonNode node = mapper.readTree(line);
        String label = node.get("label").asText();
        boolean answer = label.equals("evidence");
        if (node.get("form").asText().equals("heading") || !(answer || NOTHING.contains(label))) {
          continue;
        }
        SegmentedDocument document =
            segmenter.segment(MarkdownBlocks.parse("s", node.get("text").asText()));
        List<EvidenceCandidate> candidates =
            EvidenceCandidates.of(document, Parties.of(document));
        if (candidates.size() == 1) {
          List<String> features = new ArrayList<>(candidates.getFirst().features());
          features.removeIf(f -> f.startsWith("kind="));
          features.add("statement");
          cases.add(new Case(document.document().language(), answer, features, 1));
        }
      }
    }
    return cases;
  }
}
