package dev.dealcoach.service.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;

/** A folder of files whose disk can be filled up, or mounted read-only, and mended again. */
public final class FailingFiles {
  private final AtomicReference<State> state = new AtomicReference<>(State.SOUND);

  /** How the disk is. */
  public enum State {
    /** As it should be. */
    SOUND,
    /** The device that answers every write as a full disk does is written to. */
    FULL,
    /** Nothing can be made. */
    READ_ONLY
  }

  /** From now on it is like this. */
  public void set(State now) {
    state.set(now);
  }

  /** The store in this folder. */
  public FolderBlobs in(Path folder) {
    return new FolderBlobs(folder, this::open);
  }

  private FileChannel open(Path file) throws IOException {
    return switch (state.get()) {
      case SOUND -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      case FULL -> FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
      case READ_ONLY -> throw new ReadOnlyFileSystemException();
    };
  }
}
