package dev.dealcoach.service.recording;

import java.util.Locale;

/** Why a recording is kept and not scored. The rep and the managers see it alike. */
public enum Flag {
  /** Nobody spoke into the microphone. */
  SILENCE,
  /** There was something to hear, and no word in it. */
  NOISE,
  /** It says nothing that could be checked. */
  FILLER,
  /** The same audio was sent before. */
  SAME_AUDIO,
  /** The same words were said about another contact. */
  SAME_WORDS;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
