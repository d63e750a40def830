package dev.dealcoach.service.cli;

import dev.dealcoach.speech.model.ModelTrial;
import dev.dealcoach.speech.transcript.Transcriber;
import dev.dealcoach.speech.vosk.ModelDirectory;

/** Speech recognition for the time of one command. Thread-safe. */
public interface SpeechSession extends AutoCloseable {
  /** Transcribes with this model. */
  Transcriber transcriber(ModelDirectory model);

  /** Tries models out. */
  ModelTrial trial();

  @Override
  void close();

  /** Opens sessions. */
  @FunctionalInterface
  interface Source {
    /** Opens a session; nothing starts before it is used. */
    SpeechSession open();
  }
}
