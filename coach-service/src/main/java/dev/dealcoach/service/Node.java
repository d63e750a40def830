package dev.dealcoach.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * This process among those that share a database: its name lies in its data directory, stays the
 * same when it is started again, and is held by a lock as long as it runs.
 */
final class Node implements AutoCloseable {
  private static final int LONGEST = 64;

  private final FileChannel file;
  private final String name;

  private Node(FileChannel file, String name) {
    this.file = file;
    this.name = name;
  }

  /**
   * Takes the data directory for this process.
   *
   * @throws IOException if it cannot be written, or another process has it
   */
  static Node of(Path dataDirectory) throws IOException {
    Files.createDirectories(dataDirectory);
    FileChannel file =
        FileChannel.open(
            dataDirectory.resolve("node"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = file.tryLock();
      if (lock == null) {
        throw taken(dataDirectory);
      }
    } catch (OverlappingFileLockException e) {
      file.close();
      throw taken(dataDirectory);
    }
    ByteBuffer kept = ByteBuffer.allocate(LONGEST);
    file.read(kept, 0);
    String name = new String(kept.array(), 0, kept.position(), StandardCharsets.US_ASCII).strip();
    if (name.isEmpty()) {
      name = UUID.randomUUID().toString();
      file.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)), 0);
      file.force(true);
    }
    return new Node(file, name);
  }

  private static IOException taken(Path dataDirectory) {
    return new IOException("another process runs on the data directory " + dataDirectory);
  }

  String name() {
    return name;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
