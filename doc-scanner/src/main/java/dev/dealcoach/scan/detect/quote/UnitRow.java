package dev.dealcoach.scan.detect.quote;

import java.util.Arrays;

/** Units in the making. Not thread-safe. */
final class UnitRow {
  private int size;
  private int[] key = new int[64];
  private int[] text = new int[64];
  private int[] start = new int[64];
  private int[] end = new int[64];
  private float[] weight = new float[64];
  private byte[] before = new byte[64];
  private int current;
  private byte pending;

  void text(int number) {
    current = number;
    pending = Units.TEXT;
  }

  void punctuation(byte strength) {
    if (strength > pending) {
      pending = strength;
    }
  }

  void add(int unit, int from, int to, float says) {
    if (size == key.length) {
      int more = size * 2;
      key = Arrays.copyOf(key, more);
      text = Arrays.copyOf(text, more);
      start = Arrays.copyOf(start, more);
      end = Arrays.copyOf(end, more);
      weight = Arrays.copyOf(weight, more);
      before = Arrays.copyOf(before, more);
    }
    key[size] = unit;
    text[size] = current;
    start[size] = from;
    end[size] = to;
    weight[size] = says;
    before[size] = pending;
    pending = Units.NOTHING;
    size++;
  }

  Units units() {
    return new Units(size, key, text, start, end, weight, before);
  }
}
