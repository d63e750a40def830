package dev.dealcoach.service.transcribe;

import dev.dealcoach.service.child.ChildSettings;
import java.nio.file.Path;

/** How the child processes run that transcribe. */
public final class TranscribingProcesses {
  /** What libvosk needs is not part of the heap; the words of an hour are a few megabytes. */
  private static final int HEAP_MEBIBYTES = 256;

  private TranscribingProcesses() {}

  /**
   * Settings for transcribing.
   *
   * @param processes most recordings at the same time; each process loads the model for itself
   * @param temporary folder for temporary files
   */
  public static ChildSettings of(int processes, Path temporary) {
    return ChildSettings.of(TranscribeTask.class, processes, HEAP_MEBIBYTES, temporary);
  }
}
