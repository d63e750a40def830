package dev.dealcoach.speech.vosk;

/** A model that cannot be used. The message is for the log: one line, in English. */
public final class UnusableModelException extends Exception {
  private final Reason reason;

  /** Why it cannot be used. */
  public enum Reason {
    /** There is no such directory. */
    MISSING,
    /** The directory lacks files that a Vosk model has. */
    INCOMPLETE,
    /** A file is not what it should be, or libvosk does not take the model. */
    DAMAGED,
    /** libvosk does not run on this machine. */
    NO_ENGINE
  }

  public UnusableModelException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why it cannot be used. */
  public Reason reason() {
    return reason;
  }
}
