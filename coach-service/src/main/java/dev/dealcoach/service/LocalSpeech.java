package dev.dealcoach.service;

import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.service.cli.SpeechSession;
import dev.dealcoach.service.transcribe.ChildModelTrial;
import dev.dealcoach.service.transcribe.ChildTranscriber;
import dev.dealcoach.service.transcribe.TranscribingProcesses;
import dev.dealcoach.speech.model.ModelTrial;
import dev.dealcoach.speech.transcript.Transcriber;
import dev.dealcoach.speech.vosk.ModelDirectory;
import java.nio.file.Path;

/** Speech recognition on this machine without a server, in a child process. */
final class LocalSpeech implements SpeechSession {
  private final ChildPool children;

  private LocalSpeech(ChildPool children) {
    this.children = children;
  }

  static LocalSpeech open() {
    return new LocalSpeech(ChildPool.open(TranscribingProcesses.of(1, temporary())));
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  @Override
  public Transcriber transcriber(ModelDirectory model) {
    return new ChildTranscriber(children, model);
  }

  @Override
  public ModelTrial trial() {
    return new ChildModelTrial(temporary());
  }

  @Override
  public void close() {
    children.close();
  }
}
