package dev.dealcoach.speech.audio;

/**
 * What a recording sounds like, apart from its words. Immutable.
 *
 * @param loudness of the loudest tenth of a second, in decibels below full scale: 0 at most,
 *     {@value #SILENT} for digital silence
 * @param print by which the same audio is known again, see {@link SoundPrint}
 */
public record Sound(double loudness, String print) {
  /** What digital silence is called. */
  public static final double SILENT = -120;

  /**
   * Loudest tenth of a second below which nobody spoke into the microphone. Speech held at arm's
   * length peaks above -35 dB on telephones; a microphone's own noise lies below -60 dB.
   */
  public static final double QUIET = -50;

  /** Whether there is nothing to hear. */
  public boolean silent() {
    return loudness < QUIET;
  }
}
