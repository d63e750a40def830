package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.BoostSettings;
import dev.dealcoach.kb.vector.PassageVectors;

/**
 * What an index works with.
 *
 * @param vectors where vectors come from
 * @param fusions what orders hits
 * @param boosts how much seller and date count
 */
public record IndexSettings(PassageVectors vectors, StandardFusions fusions, BoostSettings boosts) {
  /** With these vectors and what is usual otherwise. */
  public static IndexSettings standard(PassageVectors vectors) {
    return new IndexSettings(vectors, StandardFusions.load(), BoostSettings.STANDARD);
  }
}
