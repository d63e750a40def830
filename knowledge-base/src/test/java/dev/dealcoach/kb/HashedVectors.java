package dev.dealcoach.kb;

import dev.dealcoach.kb.text.Words;
import dev.dealcoach.kb.vector.PassageText;
import dev.dealcoach.kb.vector.PassageVectors;
import dev.dealcoach.nlp.text.Language;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Vectors without a model: texts with the same words lie near each other. Thread-safe. */
public final class HashedVectors implements PassageVectors {
  private static final int DIMENSIONS = 1024;

  private final String fingerprint;
  private final AtomicInteger embedded = new AtomicInteger();

  public HashedVectors() {
    this("hashed");
  }

  public HashedVectors(String fingerprint) {
    this.fingerprint = fingerprint;
  }

  /** How many passages were embedded. */
  public int embedded() {
    return embedded.get();
  }

  @Override
  public List<float[]> of(List<PassageText> texts) {
    embedded.addAndGet(texts.size());
    return texts.stream().map(text -> vector(text.text())).toList();
  }

  @Override
  public float[] query(String text, Language language) {
    return vector(text);
  }

  private static float[] vector(String text) {
    float[] vector = new float[DIMENSIONS];
    vector[0] = 0.1f;
    Words.of(text).forEach(term -> vector[Math.floorMod(term.word().hashCode(), DIMENSIONS)] += 1);
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] =
          Float.float16ToFloat(Float.floatToFloat16((float) (vector[i] / Math.sqrt(square))));
    }
    return vector;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }
}
