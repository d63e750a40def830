package dev.dealcoach.speech.model;

import java.util.Locale;

/** What became of a model that was to be installed. */
public sealed interface Installation {
  /** It is in use. */
  record Done(InstalledModel model) implements Installation {}

  /**
   * It is not, and what was in use before still is.
   *
   * @param code the reason
   * @param detail a fact that belongs to it, such as an HTTP status or a byte count; may be empty
   */
  record Failed(Code code, String detail) implements Installation {}

  /** Why a model was not installed. */
  enum Code {
    /** Another installation is under way in the same folder. */
    BUSY,
    /** The models' folder cannot be written to. */
    NOT_WRITABLE,
    /** The server cannot be reached. */
    NO_CONNECTION,
    /** The server does not have it, or does not give it; the detail is the HTTP status. */
    NOT_SERVED,
    /** The connection broke; what has come is kept, and the next try goes on from there. */
    HALF_DOWNLOADED,
    /** The zip is not the one that the checksum is of. */
    WRONG_CHECKSUM,
    /** There is no room; the detail says how many megabytes are needed and free, if known. */
    DISK_FULL,
    /** The local zip cannot be opened. */
    NOT_READABLE,
    /** The file is no zip, or a broken one. */
    BROKEN_ZIP,
    /** The zip would write outside its folder, or unpack to far more than a model has. */
    UNSAFE_ZIP,
    /** What is in the zip is no Vosk model, or a damaged one. */
    NOT_A_MODEL,
    /** libvosk does not work with it; the detail is what the trial said. */
    TRIAL_FAILED;

    /** As it stands in keys of messages, such as {@code wrong-checksum}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
