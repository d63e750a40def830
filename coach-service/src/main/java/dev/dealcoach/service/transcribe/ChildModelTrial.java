package dev.dealcoach.service.transcribe;

import dev.dealcoach.service.child.ChildAnswer;
import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.service.child.ChildSettings;
import dev.dealcoach.speech.model.ModelTrial;
import dev.dealcoach.speech.vosk.ModelDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Tries models out, each in a child process of its own. Thread-safe. */
public final class ChildModelTrial implements ModelTrial {
  /** A large model takes most of a minute to load from a slow disk. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final int HEAP_MEBIBYTES = 128;

  private final Path temporary;

  /**
   * @param temporary folder for temporary files
   */
  public ChildModelTrial(Path temporary) {
    this.temporary = temporary;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if child processes do not start on this machine
   */
  @Override
  public Outcome of(ModelDirectory model) throws InterruptedException {
    byte[] request = model.path().toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
    try (ChildPool child =
        ChildPool.open(ChildSettings.of(TrialTask.class, 1, HEAP_MEBIBYTES, temporary))) {
      return switch (child.run(request, LIMIT, Duration.ZERO)) {
        case ChildAnswer.Done done when done.bytes().length == 0 -> new Outcome.Passed();
        case ChildAnswer.Done done ->
            new Outcome.Failed(new String(done.bytes(), StandardCharsets.UTF_8));
        case ChildAnswer.Failed failed -> new Outcome.Failed(failed.detail());
      };
    }
  }
}
