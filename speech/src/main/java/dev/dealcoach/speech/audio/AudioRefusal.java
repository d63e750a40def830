package dev.dealcoach.speech.audio;

import java.util.Locale;

/**
 * Why a file gave no audio. Immutable.
 *
 * @param code the reason
 * @param detail for the log: one line, never a file name or anything of the file's content
 */
public record AudioRefusal(Code code, String detail) {
  /** The reasons. */
  public enum Code {
    /** The file does not exist or cannot be opened. */
    NOT_READABLE,
    /** The file is larger than the limit. */
    TOO_LARGE,
    /** It is no sound file, or one of a kind that is not read. */
    NOT_AUDIO,
    /** It is a film or the like without sound. */
    NO_AUDIO_STREAM,
    /** It began as a sound file and is broken. */
    DAMAGED,
    /** It is a sound file that holds no sound at all. */
    EMPTY,
    /** The audio is longer than the limit. */
    TOO_LONG,
    /** Decoding took longer than the limit. */
    TIMED_OUT,
    /** Its format needs the program ffmpeg, and there is none. */
    NO_DECODER;

    /** The reason as it stands in JSON and in keys of messages, such as {@code too-long}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
