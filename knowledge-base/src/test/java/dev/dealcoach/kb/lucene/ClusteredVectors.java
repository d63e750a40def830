package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.vector.PassageText;
import dev.dealcoach.kb.vector.PassageVectors;
import dev.dealcoach.nlp.text.Language;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up vectors that lie in clusters as real ones do, so that a hundred thousand examples can be
 * indexed without embedding them. The same text always has the same vector.
 */
final class ClusteredVectors implements PassageVectors {
  private static final int DIMENSIONS = 512;
  private static final int CLUSTERS = 400;
  private static final double SPREAD = 0.7;

  private final float[][] centres = new float[CLUSTERS][];

  ClusteredVectors() {
    SplittableRandom random = new SplittableRandom(20260101);
    for (int i = 0; i < CLUSTERS; i++) {
      centres[i] = drawn(random, new float[DIMENSIONS], 1);
    }
  }

  private static float[] drawn(SplittableRandom random, float[] around, double spread) {
    float[] vector = new float[DIMENSIONS];
    double square = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (around[i] + spread * random.nextGaussian() / Math.sqrt(DIMENSIONS));
      square += (double) vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return vector;
  }

  private float[] vector(String text) {
    SplittableRandom random = new SplittableRandom(text.hashCode());
    return drawn(random, centres[random.nextInt(CLUSTERS)], SPREAD);
  }

  @Override
  public List<float[]> of(List<PassageText> texts) {
    return texts.stream().map(text -> vector(text.text())).toList();
  }

  @Override
  public float[] query(String text, Language language) {
    return vector(text);
  }

  @Override
  public String fingerprint() {
    return "clustered";
  }
}
