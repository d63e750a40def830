package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Trains the shipped models and writes them with their manifest: {@code main CORPORA MODELS}. The
 * same corpora and rule pack give the same bytes.
 */
public final class ObjectionModelFiles {
  private ObjectionModelFiles() {}

  public static void main(String[] args) throws IOException {
    Path corpora = Path.of(args[0]);
    Path models = Path.of(args[1]);
    RulePack pack = RulePack.standard();
    Segmenter segmenter = new Segmenter(pack);
    Path proposals = corpora.resolve("proposals/train");
    Path statements = corpora.resolve("statements/train.jsonl");
    List<ObjectionCases> cases = new ArrayList<>();
    for (LabelledProposal proposal : LabelledProposal.folder(proposals)) {
      cases.add(ObjectionCases.of(proposal, segmenter));
    }
    List<ObjectionTraining.Statement> sentences =
        ObjectionTraining.Statement.read(statements, pack);
    StringBuilder files = new StringBuilder();
    Files.createDirectories(models);
    for (Language language : Language.values()) {
      Map<String, byte[]> trained =
          new ObjectionTraining(language, cases, sentences).trainToBytes();
      for (Map.Entry<String, byte[]> model : trained.entrySet()) {
        String file = ObjectionModels.file(language, model.getKey());
        Files.write(models.resolve(file), model.getValue());
        files.append(
            String.format(
                Locale.ROOT, "sha256.%s=%s%n", file, sha256(List.of(models.resolve(file)))));
      }
    }
    Files.writeString(
        models.resolve("objections.manifest.properties"),
        """
        # Models that find objections; made by: ./mvnw -Ptrain verify
        library=OpenNLP maxent, quasi-Newton with L2 penalty
        licence=Apache-2.0, trained from this repository's own corpora
        pack=%s
        data=proposals/train, statements/train.jsonl
        data.sha256=%s
        figures=docs/figures-proposals.txt
        """
                .formatted(pack.sha256(), sha256(data(proposals, statements)))
            + files);
  }

  private static List<Path> data(Path proposals, Path statements) throws IOException {
    List<Path> files = new ArrayList<>(List.of(statements));
    try (Stream<Path> all = Files.list(proposals)) {
      all.sorted().forEach(files::add);
    }
    return files;
  }

  private static String sha256(List<Path> files) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
