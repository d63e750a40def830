package dev.dealcoach.speech.audio;

import java.util.Arrays;

/**
 * Brings samples from any rate to {@link PcmSink#RATE} with a windowed-sinc low-pass: what lies
 * above half of the lower of both rates is filtered out first. Streaming; not thread-safe.
 */
final class Resampler {
  /** Zero crossings of the sinc on each side; with the window below 70 dB down in the stop band. */
  private static final int CROSSINGS = 16;

  /** Positions between two input samples at which the filter is tabled; between them linear. */
  private static final int PHASES = 512;

  /** Kaiser's parameter for about 70 dB. */
  private static final double BETA = 7.0;

  private final double step;
  private final double cutoff;
  private final int reach;
  private final float[] table;

  /** Input samples not yet done with; the first is number {@code first}. */
  private float[] pending;

  private int held;
  private long first;
  private long taken;
  private long made;

  /**
   * @param rate of the input, samples a second
   */
  Resampler(int rate) {
    this.step = (double) rate / PcmSink.RATE;
    this.cutoff = Math.min(1.0, 1.0 / step);
    this.reach = (int) Math.ceil(CROSSINGS / cutoff);
    this.table = table(cutoff, reach);
    this.pending = new float[4 * reach + 8192];
    // before the first sample there was silence
    this.held = reach;
    this.first = -reach;
  }

  /** The filter at distances from 0 to {@code reach} input samples, in steps of a phase. */
  private static float[] table(double cutoff, int reach) {
    float[] values = new float[(reach + 1) * PHASES + 2];
    double window0 = bessel(BETA);
    for (int i = 0; i <= reach * PHASES; i++) {
      double x = (double) i / PHASES;
      double turn = x / reach;
      double window = bessel(BETA * Math.sqrt(Math.max(0, 1 - turn * turn))) / window0;
      double angle = Math.PI * x * cutoff;
      values[i] = (float) (cutoff * window * (i == 0 ? 1 : Math.sin(angle) / angle));
    }
    return values;
  }

  /** The modified Bessel function of the first kind and order 0. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-12; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }

  /** Takes the next sample. */
  void put(float sample) {
    if (held == pending.length) {
      compact();
    }
    pending[held++] = sample;
    taken++;
  }

  /** How many samples can be taken out; at the end of the input {@link #finish} makes more. */
  boolean ready() {
    return (long) (made * step) + reach + 1 < first + held;
  }

  /** Makes the next sample; only if {@link #ready}. */
  float take() {
    double place = made * step;
    long centre = (long) place;
    double sum = 0;
    int from = (int) (centre - reach + 1 - first);
    for (int i = Math.max(from, 0); i < from + 2 * reach; i++) {
      double distance = Math.abs(first + i - place) * PHASES;
      int phase = (int) distance;
      if (phase < reach * PHASES) {
        double part = distance - phase;
        sum += pending[i] * (table[phase] * (1 - part) + table[phase + 1] * part);
      }
    }
    made++;
    return (float) sum;
  }

  /** The input has ended: silence follows, so that its last samples can be made. */
  void finish() {
    long samples = taken;
    for (int i = 0; i < 2 * reach + 2; i++) {
      put(0);
    }
    taken = samples;
  }

  /** Whether the samples made reach the end of the input. */
  boolean done() {
    return made * step >= taken;
  }

  private void compact() {
    int unused = (int) Math.max(0, (long) (made * step) - reach - first);
    if (unused < pending.length / 4) {
      pending = Arrays.copyOf(pending, 2 * pending.length);
    }
    System.arraycopy(pending, unused, pending, 0, held - unused);
    held -= unused;
    first += unused;
  }
}
