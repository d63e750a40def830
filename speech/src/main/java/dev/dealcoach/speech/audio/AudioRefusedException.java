package dev.dealcoach.speech.audio;

import java.io.IOException;

/** Carries a refusal from where it is found to the decoder's border. */
final class AudioRefusedException extends IOException {
  private final transient AudioRefusal refusal;

  AudioRefusedException(AudioRefusal.Code code, String detail) {
    super(detail);
    this.refusal = new AudioRefusal(code, detail);
  }

  AudioRefusal refusal() {
    return refusal;
  }
}
