package dev.dealcoach.speech.model;

import dev.dealcoach.speech.transcript.ModelStamp;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.vosk.ModelDirectory;
import dev.dealcoach.speech.vosk.UnusableModelException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A model on this machine. Immutable.
 *
 * @param stamp its id and the hash of its files at the time of installation
 * @param language what it recognises
 * @param directory where it lies
 * @param bytes of all its files together
 */
public record InstalledModel(
    ModelStamp stamp, SpokenLanguage language, Path directory, long bytes) {
  /** Its id. */
  public String id() {
    return stamp.id();
  }

  /**
   * Its directory, checked without reading all of it.
   *
   * @throws UnusableModelException if it was damaged since it was installed
   * @throws IOException if it cannot be read
   */
  public ModelDirectory open() throws UnusableModelException, IOException {
    return ModelDirectory.known(directory, language, stamp);
  }

  /**
   * Whether every file is as it was when the model was installed; reads all of them.
   *
   * @throws UnusableModelException if it is no model any more
   * @throws IOException if it cannot be read
   */
  public boolean unchanged() throws UnusableModelException, IOException {
    return ModelDirectory.open(directory).stamp().sha256().equals(stamp.sha256());
  }
}
