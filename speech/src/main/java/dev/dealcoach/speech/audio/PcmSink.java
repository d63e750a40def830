package dev.dealcoach.speech.audio;

/** Takes audio as it is decoded. */
@FunctionalInterface
public interface PcmSink {
  /** Samples a second of all audio that leaves this package. */
  int RATE = 16_000;

  /**
   * Takes the next samples.
   *
   * @param samples 16 kHz mono; the array is used again after the call
   * @param count how many at its beginning count, at least 1
   * @throws InterruptedException if the thread was interrupted; decoding ends
   */
  void accept(short[] samples, int count) throws InterruptedException;
}
