package dev.dealcoach.nlp.maxent;

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
import opennlp.tools.ml.model.AbstractModel;

/**
 * A maximum-entropy model as it lies in a file: named features enter, the probability of each
 * outcome leaves. Immutable, thread-safe.
 */
public final class TrainedModel {
  private static final String ENDING = ".bin.gz";

  private final String id;
  private final String sha256;
  private final AbstractModel model;

  private TrainedModel(String id, String sha256, AbstractModel model) {
    this.id = id;
    this.sha256 = sha256;
    this.model = model;
  }

  /**
   * The model of a file.
   *
   * @param id what it goes by
   * @param file gzip of OpenNLP's binary format
   * @throws IOException if it is damaged
   */
  public static TrainedModel of(String id, byte[] file) throws IOException {
    try (DataInputStream data =
        new DataInputStream(
            new BufferedInputStream(
                new GZIPInputStream(new ByteArrayInputStream(file)), 1 << 16))) {
      String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
      return new TrainedModel(id, sha256, new BinaryQNModelReader(data).getModel());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * A model that is shipped in a module's resources. Its id is the file's name without its ending.
   *
   * @param path absolute, such as {@code /dev/dealcoach/scan/models/evidence-zh.bin.gz}
   * @param command makes the file again where it is missing
   * @throws MissingModelException if it is missing
   * @throws UncheckedIOException if it is damaged
   */
  public static TrainedModel shipped(String path, String command) {
    String id = path.substring(path.lastIndexOf('/') + 1).replace(ENDING, "");
    try (InputStream in = TrainedModel.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new MissingModelException(id, command);
      }
      return of(id, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + id + " cannot be read", e);
    }
  }

  /** What it goes by, such as {@code clause-zh}. */
  public String id() {
    return id;
  }

  /** Of its file, hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /**
   * The probability of every outcome, 0 to 1, at the places of {@link #place}.
   *
   * @param features what is true of the case; features the model does not know are left out
   */
  public double[] probabilities(String[] features) {
    return model.eval(features);
  }

  /** Where an outcome stands among the probabilities; negative if the model does not know it. */
  public int place(String outcome) {
    return model.getIndex(outcome);
  }

  AbstractModel model() {
    return model;
  }
}
