package dev.dealcoach.scan.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.objection.ObjectionModelFiles;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.segment.Segmenter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Trains all models of the proposal scan and writes them with their manifest: {@code main CORPORA
 * MODELS}. The same corpora and rule pack give the same bytes.
 */
public final class ScanModelFiles {
  private ScanModelFiles() {}

  public static void main(String[] args) throws IOException {
    Path corpora = Path.of(args[0]);
    Path models = Path.of(args[1]);
    RulePack pack = RulePack.standard();
    Segmenter segmenter = new Segmenter(pack);
    List<LabelledProposal> proposals = LabelledProposal.folder(corpora.resolve("proposals/train"));
    List<Path> data = new ArrayList<>(files(corpora.resolve("statements")));
    List<JsonNode> statements = new ArrayList<>();
    for (Path file : data) {
      statements.addAll(lines(file));
    }
    List<JsonNode> said = new ArrayList<>();
    for (Language language : Language.values()) {
      Path file = corpora.resolve("customer/train-" + language.code() + ".jsonl");
      data.add(file);
      said.addAll(lines(file));
    }
    Map<String, byte[]> trained = new TreeMap<>();
    for (Language language : Language.values()) {
      EvidenceTraining evidence = new EvidenceTraining(language);
      ClauseTraining clauses = new ClauseTraining(language);
      for (JsonNode statement : statements) {
        evidence.add(statement, segmenter);
        clauses.add(statement, segmenter);
      }
      for (LabelledProposal proposal : proposals) {
        evidence.add(proposal, segmenter, fresh(proposal));
        clauses.add(proposal, segmenter, fresh(proposal));
      }
      PainTraining pains = new PainTraining(language, pack, segmenter);
      said.forEach(sentence -> pains.add(pains.cases(sentence)));
      proposals.forEach(proposal -> pains.add(pains.cases(proposal)));
      trained.put("pain-" + language.code() + ".bin.gz", pains.trainToBytes());
      trained.put("evidence-" + language.code() + ".bin.gz", evidence.train());
      for (RiskClause clause : RiskClause.values()) {
        trained.put(ClauseModel.name(language, clause) + ".bin.gz", clauses.train(clause));
      }
    }
    List<Path> readings =
        files(corpora.resolve("readings")).stream()
            .filter(file -> file.toString().endsWith(".tsv"))
            .toList();
    data.addAll(readings);
    List<JsonNode> mixed = statements.stream().filter(ScanModelFiles::mixed).toList();
    trained.putAll(ObjectionModelFiles.train(proposals, mixed, readings, pack, segmenter));
    Files.createDirectories(models);
    StringBuilder hashes = new StringBuilder();
    for (Map.Entry<String, byte[]> model : trained.entrySet()) {
      Files.write(models.resolve(model.getKey()), model.getValue());
      hashes.append("sha256." + model.getKey() + "=" + sha256(List.of(model.getValue())) + "\n");
    }
    data.addAll(files(corpora.resolve("proposals/train")));
    Files.writeString(models.resolve("manifest.properties"), manifest(pack, data) + hashes);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  /**
   * Whether a statement comes from the file that holds all kinds: the others hold no worries, so
   * that worries would seem rarer than they are.
   */
  private static boolean mixed(JsonNode statement) {
    return statement.get("id").asText().startsWith("st-");
  }

  /** The rules of the pack were written with the proposals of the first two writers. */
  private static boolean fresh(LabelledProposal proposal) {
    return !proposal.id().startsWith("p-tr-") && !proposal.id().startsWith("p-tu-");
  }

  private static String manifest(RulePack pack, List<Path> data) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path file : data) {
      contents.add(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      contents.add(Files.readAllBytes(file));
    }
    return """
    # Models of the proposal scan; made by: ./mvnw -Ptrain verify
    library=OpenNLP maxent, quasi-Newton with L2 penalty
    licence=Apache-2.0, trained from this repository's own corpora
    pack.sha256=%s
    data=proposals/train, statements, customer/train, readings
    data.sha256=%s
    figures=doc-scanner/docs/figures-proposals.txt
    """
        .formatted(pack.sha256(), sha256(contents));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static String sha256(List<byte[]> contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      contents.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
