package dev.dealcoach.scan.detect.objection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.maxent.FeatureModelTrainer;
import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.TextPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Trains the models of one language. */
final class ObjectionTraining {
  /** Into how many parts the documents are split to score each by models that have not seen it. */
  private static final int FOLDS = 6;

  private static final double WORDS_PENALTY = 2;
  private static final double PLACE_PENALTY = 1;
  private static final double ANSWER_PENALTY = 2;

  private final Language language;
  private final List<ObjectionCases> documents;
  private final List<Statement> statements;

  ObjectionTraining(Language language, List<ObjectionCases> documents, List<Statement> statements) {
    this.language = language;
    this.documents = documents.stream().filter(d -> language(d) == language).toList();
    this.statements = statements.stream().filter(s -> s.language == language).toList();
  }

  static Language language(ObjectionCases document) {
    return document.proposal().document().language();
  }

  /** A sentence that stands alone. */
  record Statement(Language language, String text, String label, CueHits cues) {
    static List<Statement> read(Path file, RulePack pack) {
      ObjectMapper json = new ObjectMapper();
      List<Statement> all = new ArrayList<>();
      try {
        for (String line : Files.readAllLines(file)) {
          all.add(of(json.readTree(line), pack));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return all;
    }

    static Statement of(JsonNode node, RulePack pack) {
      Language language = node.get("lang").asText().equals("zh") ? Language.ZH : Language.EN;
      String text =
          NormalText.of(node.get("text").asText())
              .replaceFirst("^(?:问|答|Q|A)\\s?\\d*\\s?[：:.]\\s*", "");
      return new Statement(
          language, text, node.get("label").asText(), pack.book(language).read(text));
    }
  }

  /** The models, trained with everything. */
  ObjectionModels train() {
    Map<String, byte[]> bytes = trainToBytes();
    return new ObjectionModels(
        model(bytes.get("words")), model(bytes.get("place")), model(bytes.get("answer")));
  }

  private static FeatureModel model(byte[] bytes) {
    try {
      return FeatureModel.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, byte[]> trainToBytes() {
    boolean judged = documents.stream().anyMatch(ObjectionCases::judged);
    FeatureModelTrainer place = new FeatureModelTrainer(PLACE_PENALTY, 3);
    for (int fold = 0; fold < FOLDS; fold++) {
      FeatureModel words = words(fold).train();
      FeatureModel answer = answers(fold).train();
      for (int d = fold; d < documents.size(); d += FOLDS) {
        ObjectionCases document = documents.get(d);
        if (document.judged() != judged) {
          continue; // it came later; its words and answers are learnt from all the same
        }
        List<Unit> units = document.units();
        double[] w = UnitReadings.of(document.document(), units, words, document.judge()).worry();
        double[] a = new double[units.size()];
        List<List<TextPart>> reaches = Neighbours.reaches(units, document.reach(), w);
        for (int i = 0; i < a.length; i++) {
          a[i] = answer.probability(AnswerFeatures.of(document.document(), reaches.get(i)));
        }
        Neighbours neighbours =
            new Neighbours(document.document(), document.labels(), units, document.reach(), w, a);
        for (int i = 0; i < w.length; i++) {
          place.add(document.worries()[i], neighbours.of(i));
        }
      }
    }
    Map<String, byte[]> models = new java.util.TreeMap<>();
    models.put("words", words(-1).trainToBytes());
    models.put("answer", answers(-1).trainToBytes());
    models.put("place", place.trainToBytes());
    return models;
  }

  private FeatureModelTrainer words(int without) {
    FeatureModelTrainer trainer = new FeatureModelTrainer(WORDS_PENALTY, 2);
    for (int d = 0; d < documents.size(); d++) {
      if (without < 0 || d % FOLDS != without) {
        ObjectionCases document = documents.get(d);
        for (int i = 0; i < document.units().size(); i++) {
          trainer.add(document.worries()[i], UnitFeatures.words(document.units().get(i), language));
        }
      }
    }
    for (Statement statement : statements) {
      boolean asks = statement.text.matches(".*[?？]\\s*[”\"]?$");
      trainer.add(
          statement.label.equals("objection"),
          UnitFeatures.words(
              statement.text,
              statement.cues,
              new Span(0, statement.text.length()),
              asks,
              language));
    }
    return trainer;
  }

  private FeatureModelTrainer answers(int without) {
    FeatureModelTrainer trainer = new FeatureModelTrainer(ANSWER_PENALTY, 2);
    for (int d = 0; d < documents.size(); d++) {
      if (without < 0 || d % FOLDS != without) {
        ObjectionCases document = documents.get(d);
        for (int i = 0; i < document.units().size(); i++) {
          if (document.worries()[i]) {
            trainer.add(
                document.answered()[i],
                AnswerFeatures.of(document.document(), document.reach().of(i, document.worries())));
          }
        }
      }
    }
    for (Statement statement : statements) {
      boolean soothing = statement.label.equals("non_answer") || statement.label.equals("claim");
      if (soothing || statement.label.equals("response")) {
        trainer.add(!soothing, AnswerFeatures.of(statement.text, statement.cues, language));
      }
    }
    return trainer;
  }

  static Map<Language, ObjectionModels> trainAll(
      List<ObjectionCases> documents, List<Statement> statements) {
    Map<Language, ObjectionModels> models = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      models.put(language, new ObjectionTraining(language, documents, statements).train());
    }
    return models;
  }
}
