package dev.dealcoach.speech.audio;

import java.util.Locale;

/**
 * Knows audio again after it was encoded anew, resampled, made louder or cut at its ends. Every 64
 * ms the energies of 17 bands between 300 and 3,000 Hz are compared with their neighbours and with
 * the moment before; the sixteen signs make one word of the print, as Haitsma and Kalker describe
 * ("A Highly Robust Audio Fingerprinting System", 2002). Moments of silence have no word. The print
 * covers the first minute. Not thread-safe; {@link #likeness} is.
 */
public final class SoundPrint {
  /**
   * From this likeness on two recordings are the same audio. Different sentences of one voice have
   * about 0.5; the 30-second summary of the fixture after mp3, AAC, Opus and half the loudness
   * keeps more than 0.8.
   */
  public static final double SAME = 0.7;

  private static final int FRAME = 4096;
  private static final int HOP = 1024;
  private static final int MOST_FRAMES = 60 * PcmSink.RATE / HOP;
  private static final int BANDS = 17;
  private static final double LOWEST = 300;
  private static final double HIGHEST = 3000;

  /** Mean square of a frame, relative to full scale, below which it is silence: -55 dB. */
  private static final double SILENCE = Math.pow(10, -5.5);

  private static final String NO_WORD = "....";
  private static final int DIGITS = 4;

  /** How far two prints are moved against each other: two seconds. */
  private static final int SHIFT = 2 * PcmSink.RATE / HOP;

  /** The shorter print has at least this share of the longer one's frames. */
  private static final double LENGTH = 0.8;

  /** So many words must stand opposite each other before anything is said: two seconds. */
  private static final int FEWEST = 2 * PcmSink.RATE / HOP;

  private final double[] window = new double[FRAME];
  private final double[] hann = new double[FRAME];
  private final double[] real = new double[FRAME];
  private final double[] imaginary = new double[FRAME];
  private final StringBuilder print = new StringBuilder();
  private double[] before = new double[BANDS];
  private int filled;
  private int frames;

  public SoundPrint() {
    for (int i = 0; i < FRAME; i++) {
      hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAME);
    }
  }

  /**
   * Takes the next samples, 16 kHz mono.
   *
   * @param count how many at the array's beginning count
   */
  public void accept(short[] samples, int count) {
    for (int i = 0; i < count && frames < MOST_FRAMES; i++) {
      window[filled++] = samples[i] / 32768.0;
      if (filled == FRAME) {
        frame();
        System.arraycopy(window, HOP, window, 0, FRAME - HOP);
        filled -= HOP;
      }
    }
  }

  /** The print of what came so far: four characters a word. */
  public String print() {
    return print.toString();
  }

  private void frame() {
    double square = 0;
    for (int i = 0; i < FRAME; i++) {
      square += window[i] * window[i];
      real[i] = window[i] * hann[i];
      imaginary[i] = 0;
    }
    Fourier.transform(real, imaginary);
    double[] bands = new double[BANDS];
    for (int band = 0; band < BANDS; band++) {
      for (int bin = bin(band); bin < bin(band + 1); bin++) {
        bands[band] += real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
      }
    }
    if (square / FRAME < SILENCE || frames == 0) {
      print.append(NO_WORD);
    } else {
      int word = 0;
      for (int band = 0; band < BANDS - 1; band++) {
        double now = bands[band] - bands[band + 1];
        double then = before[band] - before[band + 1];
        word = word << 1 | (now > then ? 1 : 0);
      }
      print.append(String.format(Locale.ROOT, "%04x", word));
    }
    before = bands;
    frames++;
  }

  private static int bin(int band) {
    double frequency = LOWEST * Math.pow(HIGHEST / LOWEST, (double) band / BANDS);
    return (int) Math.round(frequency * FRAME / PcmSink.RATE);
  }

  /**
   * How alike two prints are: the share of equal signs where they fit each other best, 0 to 1;
   * about 0.5 for different audio, 0 for prints that say too little or differ much in length.
   */
  public static double likeness(String one, String other) {
    int[] first = words(one);
    int[] second = words(other);
    int longer = Math.max(first.length, second.length);
    if (Math.min(first.length, second.length) < LENGTH * longer - SHIFT) {
      return 0;
    }
    double best = 0;
    for (int shift = -SHIFT; shift <= SHIFT; shift++) {
      best = Math.max(best, likeness(first, second, shift));
    }
    return best;
  }

  private static double likeness(int[] one, int[] other, int shift) {
    int words = 0;
    int equal = 0;
    for (int i = Math.max(0, -shift); i < Math.min(one.length, other.length - shift); i++) {
      int left = one[i];
      int right = other[i + shift];
      if (left >= 0 && right >= 0) {
        words++;
        equal += Short.SIZE - Integer.bitCount(left ^ right);
      } else if (left >= 0 || right >= 0) {
        // speech opposite silence says nothing for either
        words++;
        equal += Short.SIZE / 2;
      }
    }
    return words < FEWEST ? 0 : equal / (double) (words * Short.SIZE);
  }

  private static int[] words(String print) {
    int[] words = new int[print.length() / DIGITS];
    for (int i = 0; i < words.length; i++) {
      String word = print.substring(i * DIGITS, (i + 1) * DIGITS);
      words[i] = word.equals(NO_WORD) ? -1 : Integer.parseInt(word, 16);
    }
    return words;
  }
}
