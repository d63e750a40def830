package dev.dealcoach.nlp.maxent;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each feature adds to the sums of one or several models. Features are known by a key of 64
 * bits, so that looking one up touches no text; two features of one table that share a key are
 * refused. Immutable, thread-safe.
 */
final class WeightTable {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final int models;
  private final long[] keys; // 0 where the place is free
  private final double[] weights; // those of the feature at place p begin at p * models

  /** The weights of several models, by feature. */
  WeightTable(List<Map<String, Double>> models) {
    Map<String, double[]> rows = new TreeMap<>();
    for (int i = 0; i < models.size(); i++) {
      for (Map.Entry<String, Double> entry : models.get(i).entrySet()) {
        rows.computeIfAbsent(entry.getKey(), _ -> new double[models.size()])[i] = entry.getValue();
      }
    }
    this.models = models.size();
    keys = new long[Integer.highestOneBit(Math.max(1, rows.size())) * 4];
    weights = new double[keys.length * this.models];
    rows.forEach(this::put);
  }

  private void put(String feature, double[] row) {
    long key = key(feature);
    int place = place(key);
    if (keys[place] == key) {
      throw new IllegalStateException("two features share a key, one of them is " + feature);
    }
    keys[place] = key;
    System.arraycopy(row, 0, weights, place * models, models);
  }

  /** Where a key lies, or the free place where it would. */
  private int place(long key) {
    int mask = keys.length - 1;
    int place = (int) (key >>> 32) & mask;
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private static long key(String feature) {
    long key = feature.length();
    for (int i = 0; i < feature.length(); i++) {
      key = (key ^ feature.charAt(i)) * FACTOR;
      key ^= key >>> 29;
    }
    return key == 0 ? 1 : key;
  }

  /** What features add up to in each model; those the table does not know add nothing. */
  double[] sums(List<String> features) {
    double[] sums = new double[models];
    for (String feature : features) {
      long key = key(feature);
      int place = place(key);
      if (keys[place] == key) {
        for (int i = 0; i < models; i++) {
          sums[i] += weights[place * models + i];
        }
      }
    }
    return sums;
  }

  /** What a feature adds in one model, 0 if the table does not know it. */
  double weight(int model, String feature) {
    long key = key(feature);
    int place = place(key);
    return keys[place] == key ? weights[place * models + model] : 0;
  }
}
