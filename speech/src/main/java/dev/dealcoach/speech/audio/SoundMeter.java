package dev.dealcoach.speech.audio;

/** Listens to audio as it passes and says what it sounds like. Not thread-safe. */
public final class SoundMeter {
  private static final int TENTH = PcmSink.RATE / 10;

  private final SoundPrint print = new SoundPrint();
  private double loudest;
  private double square;
  private int counted;

  /**
   * Takes the next samples, 16 kHz mono.
   *
   * @param count how many at the array's beginning count
   */
  public void accept(short[] samples, int count) {
    print.accept(samples, count);
    for (int i = 0; i < count; i++) {
      double value = samples[i] / 32768.0;
      square += value * value;
      if (++counted == TENTH) {
        loudest = Math.max(loudest, square / TENTH);
        square = 0;
        counted = 0;
      }
    }
  }

  /** What it sounded like so far. */
  public Sound sound() {
    double decibels = loudest == 0 ? Sound.SILENT : 10 * Math.log10(loudest);
    return new Sound(Math.max(Sound.SILENT, decibels), print.print());
  }
}
