package dev.dealcoach.speech.transcript;

import java.util.List;

/** Whether the engine's confidences speak against a transcript. */
final class Doubt {
  /**
   * Mean confidence of the words below which a person should read the transcript. Measured on the
   * fixture's sentences with noise from 20 to 0 dB and through an 8 kHz codec, 166 in all: it flags
   * 78 % of those with more than a tenth of the characters wrong, and 6 % of those without any
   * error.
   */
  private static final double LOWEST_MEAN = 0.93;

  private Doubt() {}

  /** Without words there is nothing to doubt. */
  static boolean about(List<Word> words) {
    return words.stream().mapToDouble(Word::confidence).average().orElse(1) < LOWEST_MEAN;
  }
}
