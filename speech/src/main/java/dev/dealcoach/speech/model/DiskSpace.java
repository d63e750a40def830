package dev.dealcoach.speech.model;

import dev.dealcoach.speech.model.Installation.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk of the models' folder. */
final class DiskSpace {
  /** With less than this left, a failed write is put down to a full disk. */
  private static final long NOTHING = 1 << 20;

  private DiskSpace() {}

  /**
   * Makes sure that something fits.
   *
   * @throws InstallFailedException if it does not
   */
  static void require(Path folder, long bytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (bytes > free) {
      throw new InstallFailedException(
          Code.DISK_FULL, (bytes >> 20) + 1 + " MB > " + (free >> 20) + " MB");
    }
  }

  /** Whether a write failed because the disk is full. */
  static boolean full(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < NOTHING;
    } catch (IOException e) {
      return false;
    }
  }
}
