package dev.dealcoach.speech.model;

import dev.dealcoach.speech.vosk.ModelDirectory;

/**
 * Tries a model out before it is taken into use: loads it, makes a recogniser, lets it hear
 * something. A damaged model can end the process in which that is done.
 */
@FunctionalInterface
public interface ModelTrial {
  /**
   * Tries a model.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  Outcome of(ModelDirectory model) throws InterruptedException;

  /** What came of it. */
  sealed interface Outcome {
    /** It works. */
    record Passed() implements Outcome {}

    /**
     * It does not.
     *
     * @param detail for the log: one line
     */
    record Failed(String detail) implements Outcome {}
  }
}
