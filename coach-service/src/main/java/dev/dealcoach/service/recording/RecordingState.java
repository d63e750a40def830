package dev.dealcoach.service.recording;

import java.util.Locale;

/** How far a recording has come. */
public enum RecordingState {
  /** Accepted; it will be transcribed. */
  WAITING,
  /** Accepted; there is no speech model for its language yet. */
  NO_MODEL,
  /** Its words are being recognised. */
  TRANSCRIBING,
  /** Its words are known and are being judged. */
  SCORING,
  /** There is a transcript. */
  DONE,
  /** There will be no transcript. */
  REFUSED;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether nothing more happens to it. */
  public boolean ended() {
    return this == DONE || this == REFUSED;
  }
}
