package dev.dealcoach.nlp.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.maxent.TrainedModel;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import dev.dealcoach.nlp.text.Span;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains the models of the discovery analysis from the training part of the corpora: clause
 * boundaries and what a clause says. One thread and fixed seeds, so that the same corpora give the
 * same bytes.
 */
public final class DiscoveryTraining {
  private static final int BOUNDARY_CUTOFF = 4;
  private static final int CLAUSE_CUTOFF = 3;
  private static final double L2 = 1.0;
  private static final int ITERATIONS = 60;
  private static final int COPIES = 2;

  private DiscoveryTraining() {}

  /**
   * Trains.
   *
   * @param arguments folder of the summaries, folder for the models; a language's code for its
   *     models alone
   */
  public static void main(String[] arguments) throws Exception {
    Path corpora = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target);
    for (Language language : Language.values()) {
      if (arguments.length < 3 || arguments[2].equals(language.code())) {
        train(corpora, target, language);
      }
    }
  }

  private static void train(Path corpora, Path target, Language language) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List<LabelledSummary> summaries = new ArrayList<>();
    try (var files = Files.list(corpora)) {
      for (Path file :
          new TreeSet<>(
              files
                  .filter(
                      f ->
                          f.getFileName()
                              .toString()
                              .matches("train-" + language.code() + "-.*\\.jsonl"))
                  .toList())) {
        digest.update(Files.readAllBytes(file));
        summaries.addAll(LabelledSummary.read(file));
      }
    }
    String data = HexFormat.of().formatHex(digest.digest());
    AbstractModel trained = model(boundaries(summaries, language), BOUNDARY_CUTOFF, L2);
    TrainedModel boundary =
        write(trained, target, "boundary-" + language.code(), data, summaries.size());
    StatementReader reader =
        new StatementReader(RulePack.standard(), new Clauses(new PerLanguage<>(_ -> boundary)));
    AbstractModel clause = model(clauses(summaries, language, reader), CLAUSE_CUTOFF, L2);
    write(clause, target, "clause-" + language.code(), data, summaries.size());
    Path sentences = corpora.resolveSibling("commitments").resolve("train.jsonl");
    digest.update(data.getBytes(StandardCharsets.UTF_8));
    digest.update(Files.readAllBytes(sentences));
    String both = HexFormat.of().formatHex(digest.digest());
    AbstractModel weak = model(commitments(sentences, summaries, language, reader), 2, L2);
    write(weak, target, "weak-" + language.code(), both, summaries.size());
    AbstractModel filler = model(filler(summaries, language, reader), 3, L2);
    write(filler, target, "filler-" + language.code(), data, summaries.size());
  }

  /** What stands on both sides of a former punctuation mark, and of where evidence begins. */
  private static List<Event> boundaries(List<LabelledSummary> summaries, Language language) {
    List<Event> events = new ArrayList<>();
    for (LabelledSummary summary : summaries) {
      for (int copy = 0; copy < 2; copy++) {
        Noise.Noisy noisy = Noise.of(summary.text(), copy, copy == 0 ? 0 : 0.08, 0, false);
        String text =
            language == Language.EN ? noisy.text().toLowerCase(Locale.ROOT) : noisy.text();
        TreeSet<Integer> starts = new TreeSet<>();
        boolean marked = false;
        for (Span stretch : Clauses.stretches(summary.text(), language)) {
          marked |= stretch.start() > 0;
          starts.add(noisy.places().get(stretch.start()));
        }
        for (Span evidence : summary.evidence().values()) {
          starts.add(noisy.places().get(evidence.start()));
          int end = noisy.places().get(evidence.end());
          while (end < text.length() && text.charAt(end) == ' ') {
            end++;
          }
          starts.add(end);
        }
        boolean unmarked = summary.style().equals("asr");
        if (!marked && starts.size() < 3) {
          continue;
        }
        for (Span stretch : Clauses.stretches(text, language)) {
          List<Integer> places = Clauses.places(text, stretch, language);
          for (int i = 0; i < places.size(); i++) {
            boolean start = starts.contains(places.get(i));
            // inside evidence of a text without marks nobody said where its clauses end
            if (start || !unmarked) {
              events.add(
                  new Event(
                      start ? "B" : "I", BoundaryFeatures.of(text, places, i, stretch, language)));
            }
          }
        }
      }
    }
    return events;
  }

  private static List<Event> clauses(
      List<LabelledSummary> summaries, Language language, StatementReader reader) {
    List<Event> events = new ArrayList<>();
    for (LabelledSummary summary : summaries) {
      for (int copy = 0; copy < COPIES; copy++) {
        Random random = new Random(copy * 31L + summary.id().hashCode());
        Noise.Noisy noisy =
            copy == 0
                ? Noise.of(summary.text(), 0, 0, 0, true)
                : Noise.of(summary.text(), copy, 0.1, random.nextDouble(), false);
        String text =
            copy > 0 && language == Language.EN
                ? noisy.text().toLowerCase(Locale.ROOT)
                : noisy.text();
        List<Statement> statements = reader.read(text, language);
        List<String[]> features =
            ClauseFeatures.of(reader.heard(text, language), language, statements);
        for (int i = 0; i < statements.size(); i++) {
          events.add(new Event(outcome(summary, noisy, statements.get(i).span()), features.get(i)));
        }
      }
    }
    return events;
  }

  /** Whole summaries, clean and noisy; of fillers more copies, because there are few. */
  private static List<Event> filler(
      List<LabelledSummary> summaries, Language language, StatementReader reader) {
    List<Event> events = new ArrayList<>();
    for (LabelledSummary summary : summaries) {
      for (int copy = 0; copy < (summary.filler() ? 4 : 1); copy++) {
        String text =
            copy == 0
                ? summary.text()
                : Noise.of(summary.text(), copy, 0.1, 0.5, false).text().toLowerCase(Locale.ROOT);
        List<Statement> statements = reader.read(text, language);
        events.add(
            new Event(
                summary.filler() ? MaxentSummaryJudge.FILLER : "real",
                CommitmentFeatures.of(reader.heard(text, language), language, statements)));
      }
    }
    return events;
  }

  /** Single sentences, and those of the summaries; of the firm ones of these every fourth. */
  private static List<Event> commitments(
      Path sentences, List<LabelledSummary> summaries, Language language, StatementReader reader)
      throws IOException {
    List<Event> events = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(sentences)) {
      JsonNode node = json.readTree(line);
      if (node.get("lang").textValue().equals(language.code())) {
        String text = node.get("text").textValue();
        for (int copy = 0; copy < 2; copy++) {
          String said =
              copy == 0
                  ? text
                  : Noise.of(text, copy, 0.05, 0.5, false).text().toLowerCase(Locale.ROOT);
          List<Statement> unit = reader.read(said, language);
          if (!unit.isEmpty()) {
            events.add(
                new Event(
                    node.get("vague").booleanValue() ? WeakCommitments.WEAK : "firm",
                    CommitmentFeatures.of(reader.heard(said, language), language, unit)));
          }
        }
      }
    }
    int firm = 0;
    for (LabelledSummary summary : summaries) {
      String heard = reader.heard(summary.text(), language);
      for (List<Statement> unit :
          WeakCommitments.units(heard, reader.read(summary.text(), language))) {
        Span all = new Span(unit.getFirst().span().start(), unit.getLast().span().end());
        boolean weak = summary.vague().stream().anyMatch(all::overlaps);
        if (weak || firm++ % 24 == 0) {
          events.add(
              new Event(
                  weak ? WeakCommitments.WEAK : "firm",
                  CommitmentFeatures.of(heard, language, unit)));
        }
      }
    }
    return events;
  }

  /** The item whose evidence holds most of a clause. */
  private static String outcome(LabelledSummary summary, Noise.Noisy noisy, Span clause) {
    String outcome = "none";
    int most = clause.length() / 2;
    for (DiscoveryItem item : DiscoveryItem.values()) {
      Span evidence = summary.evidence().get(item);
      if (evidence != null) {
        int shared =
            Math.min(clause.end(), noisy.places().get(evidence.end()))
                - Math.max(clause.start(), noisy.places().get(evidence.start()));
        if (shared > most) {
          most = shared;
          outcome = MaxentSummaryJudge.outcome(item, summary.status().get(item));
        }
      }
    }
    return outcome;
  }

  private static AbstractModel model(List<Event> events, int cutoff, double l2) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, l2);
    parameters.put(QNTrainer.THREADS_PARAM, 1);
    parameters.put("PrintMessages", false);
    QNTrainer trainer = new QNTrainer();
    trainer.init(parameters, new java.util.HashMap<>());
    return (AbstractModel) trainer.train(ObjectStreamUtils.createObjectStream(events));
  }

  private static TrainedModel write(
      AbstractModel model, Path target, String id, String data, int summaries) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryQNModelWriter writer = new BinaryQNModelWriter(model, new DataOutputStream(bytes));
    writer.persist();
    writer.close();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes.toByteArray());
    }
    Files.write(target.resolve(id + ".bin.gz"), packed.toByteArray());
    String sha256 =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed.toByteArray()));
    Files.writeString(
        target.resolve(id + ".manifest.properties"),
        "id="
            + id
            + "\nsha256="
            + sha256
            + "\ndata-sha256="
            + data
            + "\nsummaries="
            + summaries
            + "\nfigures=coach-service/docs/figures-discovery.txt\nlicence=Apache-2.0\n",
        StandardCharsets.UTF_8);
    System.out.println(id + " " + packed.size() + " bytes " + sha256.substring(0, 12));
    return TrainedModel.of(id, packed.toByteArray());
  }
}
