package dev.dealcoach.nlp.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.dealcoach.nlp.encoder.Piece;
import dev.dealcoach.nlp.encoder.WordPieces;
import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Embeds with a small BGE model on ONNX Runtime, one thread a text; to use more processors, call it
 * from more threads. Texts never meet in a batch: with eight-bit weights a text's vector would
 * depend on its neighbours. Thread-safe: a model takes about 60 MB outside the heap.
 */
public final class OnnxEmbedder implements Embedder {
  /** The models read 512 pieces, two of which open and close the text. */
  static final int MOST_PIECES = 510;

  private static final PerLanguage<OnnxEmbedder> SHIPPED = new PerLanguage<>(OnnxEmbedder::load);

  private final BgeModel model;
  private final OrtSession session;
  private final WordPieces pieces;
  private final String sha256;

  private OnnxEmbedder(BgeModel model, OrtSession session, WordPieces pieces, String sha256) {
    this.model = model;
    this.session = session;
    this.pieces = pieces;
    this.sha256 = sha256;
  }

  /**
   * The embedder of a language, one a process; loading its model takes some hundred milliseconds.
   *
   * @throws MissingModelException if it is not on the class path
   */
  public static OnnxEmbedder of(Language language) {
    return SHIPPED.of(language);
  }

  private static OnnxEmbedder load(Language language) {
    BgeModel model = BgeModel.of(language);
    try {
      byte[] network = resource(model, model.network());
      WordPieces pieces = new WordPieces(Vocabulary.read(resource(model, model.tokenizer())));
      return new OnnxEmbedder(model, session(network), pieces, sha256(network));
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + model.id() + " cannot be read", e);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot run the model " + model.id(), e);
    }
  }

  private static byte[] resource(BgeModel model, String name) throws IOException {
    try (InputStream in = OnnxEmbedder.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new MissingModelException(model.id(), "./mvnw -DskipTests package");
      }
      return in.readAllBytes();
    }
  }

  private static OrtSession session(byte[] network) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
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

  @Override
  public String id() {
    return model.id();
  }

  @Override
  public String sha256() {
    return sha256;
  }

  @Override
  public int dimensions() {
    return model.dimensions();
  }

  @Override
  public float[] passage(String text) {
    return embed(pieces.split(text));
  }

  /** Version 1.5 of the models was made to need no instruction before a query. */
  @Override
  public float[] query(String text) {
    return passage(text);
  }

  private float[] embed(List<Piece> split) {
    List<Piece> seen = split.subList(0, Math.min(split.size(), MOST_PIECES));
    int length = seen.size() + 2;
    LongBuffer ids = LongBuffer.allocate(length);
    ids.put(pieces.start());
    seen.forEach(piece -> ids.put(piece.id()));
    ids.put(pieces.end()).flip();
    LongBuffer attention = LongBuffer.allocate(length);
    while (attention.hasRemaining()) {
      attention.put(1);
    }
    long[] shape = {1, length};
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor input = OnnxTensor.createTensor(environment, ids, shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, attention.flip(), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(length), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      // the first piece's state stands for the text
      FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] vector = new float[model.dimensions()];
      states.get(vector);
      return unit(vector);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed with the model " + model.id(), e);
    }
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    double length = Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }
}
