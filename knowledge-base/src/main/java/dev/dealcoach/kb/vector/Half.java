package dev.dealcoach.kb.vector;

/** Numbers of sixteen bits: enough for a vector's elements, which lie between -1 and 1. */
final class Half {
  private Half() {}

  /** The same vector with each number rounded to one that sixteen bits can hold. */
  static float[] rounded(float[] vector) {
    float[] rounded = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      rounded[i] = Float.float16ToFloat(Float.floatToFloat16(vector[i]));
    }
    return rounded;
  }
}
