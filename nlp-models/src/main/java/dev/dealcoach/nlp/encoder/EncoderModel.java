package dev.dealcoach.nlp.encoder;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.statement.SummaryJudge.ModelStamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * A model as it lies in the resources: network, vocabulary and manifest with the hashes of both.
 * Immutable; the session may be run from many threads.
 *
 * @param session the network, one thread a run
 * @param pieces the vocabulary
 * @param stamp id and hash
 */
record EncoderModel(OrtSession session, WordPieces pieces, ModelStamp stamp) {
  /** Models lie in the repository; training anew takes more than a build has. */
  static final String COMMAND =
      "git checkout -- nlp-models/src/main/resources/dev/dealcoach/nlp/models";

  /** Where the models lie. */
  static final String FOLDER = "/dev/dealcoach/nlp/models/";

  /** Where files come from; the resources, but for tests. */
  interface Source {
    /** The file's bytes, null if there is none. */
    byte[] read(String name) throws IOException;
  }

  /** From the resources beside this class. */
  static byte[] resource(String name) throws IOException {
    try (InputStream in = EncoderModel.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  /**
   * Loads and checks a model.
   *
   * @throws MissingModelException if a file is missing or has the wrong hash
   */
  static EncoderModel load(String id, Source source) {
    try {
      byte[] network = file(id, id + ".onnx", source);
      byte[] vocabulary = file(id, id + ".vocab.txt", source);
      byte[] about = file(id, id + ".manifest.properties", source);
      Properties manifest = new Properties();
      manifest.load(new StringReader(new String(about, StandardCharsets.UTF_8)));
      String sha256 = sha256(network);
      if (!sha256.equals(manifest.getProperty("sha256"))
          || !sha256(vocabulary).equals(manifest.getProperty("vocab-sha256"))) {
        throw new MissingModelException(id, COMMAND);
      }
      List<String> pieces = new String(vocabulary, StandardCharsets.UTF_8).lines().toList();
      return new EncoderModel(session(network), new WordPieces(pieces), new ModelStamp(id, sha256));
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + id + " cannot be read", e);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot run the model " + id, e);
    }
  }

  private static byte[] file(String id, String name, Source source) throws IOException {
    byte[] bytes = source.read(name);
    if (bytes == null) {
      throw new MissingModelException(id, COMMAND);
    }
    return bytes;
  }

  private static OrtSession session(byte[] network) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // one thread: sums in one order, whatever the machine; requests run beside each other anyway
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setDeterministicCompute(true);
      return OrtEnvironment.getEnvironment().createSession(network, options);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
