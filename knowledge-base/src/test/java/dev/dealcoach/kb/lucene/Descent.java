package dev.dealcoach.kb.lucene;

import java.util.List;

/** Fits weights by gradient descent on standardised features; the same data give the same bits. */
final class Descent {
  private static final int STEPS = 4000;
  private static final double RATE = 0.1;

  private Descent() {}

  /** Gives the loss's gradient at some weights, added to {@code gradient}. */
  interface Gradient {
    void add(double[] weights, double[] gradient);
  }

  /** Mean and deviation of each feature. */
  static final class Scale {
    private final double[] mean;
    private final double[] deviation;

    private Scale(double[] mean, double[] deviation) {
      this.mean = mean;
      this.deviation = deviation;
    }

    double mean(int feature) {
      return mean[feature];
    }

    /** A feature that never varies has 0. */
    double deviation(int feature) {
      return deviation[feature] < 1e-9 ? 0 : deviation[feature];
    }

    static Scale of(List<double[]> rows) {
      int n = rows.getFirst().length;
      double[] mean = new double[n];
      double[] deviation = new double[n];
      for (double[] row : rows) {
        for (int i = 0; i < n; i++) {
          mean[i] += row[i] / rows.size();
        }
      }
      for (double[] row : rows) {
        for (int i = 0; i < n; i++) {
          deviation[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.size();
        }
      }
      for (int i = 0; i < n; i++) {
        deviation[i] = Math.sqrt(deviation[i]);
      }
      return new Scale(mean, deviation);
    }

    /** The row in units of the deviation; a feature that never varies becomes 0. */
    double[] apply(double[] row) {
      double[] scaled = new double[row.length];
      for (int i = 0; i < row.length; i++) {
        scaled[i] = deviation(i) == 0 ? 0 : (row[i] - mean[i]) / deviation[i];
      }
      return scaled;
    }
  }

  /** Weights of least loss, with a penalty on their squares but for the first {@code free}. */
  static double[] fit(int count, double penalty, int free, Gradient loss) {
    double[] weights = new double[count];
    double[] speed = new double[count];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[count];
      loss.add(weights, gradient);
      for (int i = 0; i < count; i++) {
        gradient[i] += i < free ? 0 : 2 * penalty * weights[i];
        speed[i] = 0.9 * speed[i] - RATE * gradient[i];
        weights[i] += speed[i];
      }
    }
    return weights;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
