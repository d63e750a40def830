package dev.dealcoach.nlp.statement;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelReader;
import opennlp.tools.ml.model.MaxentModel;

/**
 * A maximum-entropy model from the resources, with its stamp. Immutable, thread-safe.
 *
 * @param model maps features to the probabilities of its outcomes
 * @param stamp its id and the SHA-256 of its file
 */
record TrainedModel(MaxentModel model, ClauseJudge.ModelStamp stamp) {
  /** Says how a missing model is made again. */
  static final String MEND = "./mvnw -q -Ptrain -pl nlp-models verify";

  /**
   * Loads a model.
   *
   * @param id file name in {@code dev/dealcoach/nlp/models} without {@code .bin.gz}
   * @throws MissingModelException if there is no such file
   */
  static TrainedModel load(String id) {
    String path = "/dev/dealcoach/nlp/models/" + id + ".bin.gz";
    try (InputStream in = TrainedModel.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new MissingModelException(id, MEND);
      }
      byte[] bytes = in.readAllBytes();
      String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      try (DataInputStream data =
          new DataInputStream(
              new BufferedInputStream(
                  new GZIPInputStream(new ByteArrayInputStream(bytes)), 1 << 16))) {
        return new TrainedModel(
            new BinaryQNModelReader(data).getModel(), new ClauseJudge.ModelStamp(id, sha256));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("model " + id + " cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
