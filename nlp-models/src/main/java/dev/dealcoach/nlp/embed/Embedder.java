package dev.dealcoach.nlp.embed;

/**
 * Turns texts into vectors. The inner product of a query's and a passage's vector, -1 to 1, is the
 * larger the more the passage speaks of what the query asks. Implementations are thread-safe and
 * deterministic: a text's vector does not depend on what else is embedded.
 */
public interface Embedder {
  /** Names the model; vectors of different models are not comparable. Kebab-case. */
  String id();

  /** The model's SHA-256 in hexadecimal digits. */
  String sha256();

  /** The length of the vectors. */
  int dimensions();

  /**
   * The vector, of unit length, of a text that may be found.
   *
   * @param text of any length; what lies beyond the model's reach is passed over
   */
  float[] passage(String text);

  /**
   * The vector, of unit length, of a text that is looked for.
   *
   * @param text of any length; what lies beyond the model's reach is passed over
   */
  float[] query(String text);
}
