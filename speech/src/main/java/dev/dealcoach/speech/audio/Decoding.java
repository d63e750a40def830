package dev.dealcoach.speech.audio;

/** What became of a file that was to be decoded. */
public sealed interface Decoding {
  /**
   * All of its audio went into the sink.
   *
   * @param samples how many, at least 1
   */
  record Decoded(long samples) implements Decoding {
    /** The length of the audio. */
    public double seconds() {
      return (double) samples / PcmSink.RATE;
    }
  }

  /**
   * It is refused. The sink may have got a beginning, which means nothing then.
   *
   * @param refusal why
   */
  record Refused(AudioRefusal refusal) implements Decoding {}
}
