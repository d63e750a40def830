package dev.dealcoach.speech.transcript;

import dev.dealcoach.speech.audio.AudioRefusal;

/** What became of a recording that was to be transcribed. */
public sealed interface Transcription {
  /** It was transcribed; silence gives a transcript without words. */
  record Transcribed(Transcript transcript) implements Transcription {}

  /** The file gave no audio. Another try will not help. */
  record Refused(AudioRefusal refusal) implements Transcription {}

  /**
   * The engine did not do it, though nothing speaks against the file.
   *
   * @param reason what became of it
   * @param detail for the log: one line, never customer text
   */
  record Failed(Reason reason, String detail) implements Transcription {}

  /** Why the engine did not do it. */
  enum Reason {
    /** The model cannot be used; recordings wait for another. */
    NO_MODEL,
    /** The engine's process ended, or answered nonsense. */
    CRASHED,
    /** It took longer than allowed. */
    TIMED_OUT,
    /** It needed more memory than it has. */
    OUT_OF_MEMORY
  }
}
