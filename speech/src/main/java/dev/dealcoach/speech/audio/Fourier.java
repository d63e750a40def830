package dev.dealcoach.speech.audio;

/** The discrete Fourier transform. Stateless. */
final class Fourier {
  private Fourier() {}

  /** Transforms in place; the length is a power of two. */
  static void transform(double[] real, double[] imaginary) {
    int n = real.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        swap(real, i, j);
        swap(imaginary, i, j);
      }
    }
    for (int length = 2; length <= n; length <<= 1) {
      double angle = -2 * Math.PI / length;
      int half = length / 2;
      for (int k = 0; k < half; k++) {
        double cos = Math.cos(angle * k);
        double sin = Math.sin(angle * k);
        for (int start = 0; start < n; start += length) {
          int low = start + k;
          int high = low + half;
          double re = real[high] * cos - imaginary[high] * sin;
          double im = real[high] * sin + imaginary[high] * cos;
          real[high] = real[low] - re;
          imaginary[high] = imaginary[low] - im;
          real[low] += re;
          imaginary[low] += im;
        }
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
