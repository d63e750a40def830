package dev.dealcoach.service.recording;

import dev.dealcoach.speech.audio.Sound;
import dev.dealcoach.speech.transcript.Transcript;
import java.nio.file.Path;

/** Hears recordings: finds their words, and what they sound like. Thread-safe. */
public interface Listener {
  /** Whether there is a model for this language now. */
  boolean ready(SpokenIn language);

  /**
   * Hears a recording; what is in the file never makes this throw.
   *
   * @throws InterruptedException if the thread is interrupted; the recording is given up
   */
  Heard hear(Path audio, SpokenIn language) throws InterruptedException;

  /** What came of hearing. */
  sealed interface Heard {
    /** These are its words; silence has none. */
    record Words(Transcript transcript, Sound sound) implements Heard {}

    /**
     * The file gave no audio. Another try will not help.
     *
     * @param code permanent name, such as {@code too-long}
     */
    record Refused(String code) implements Heard {}

    /**
     * The engine did not do it; another try may.
     *
     * @param code permanent name, such as {@code crashed}
     * @param detail for the log: one line, never customer text
     */
    record Failed(String code, String detail) implements Heard {}

    /** There is no model that works; the recording waits for one. */
    record NoModel() implements Heard {}
  }
}
