package dev.dealcoach.kb.store;

import dev.dealcoach.kb.ExampleChange;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a library in their order, one a line with its checksum; the truth of a folder that
 * stands alone. Locked while it is open for writing. Not thread-safe.
 */
final class ExampleLog implements Closeable {
  private final FileChannel channel;
  private final FileLock lock;
  private long end;

  private ExampleLog(FileChannel channel, FileLock lock, long end) {
    this.channel = channel;
    this.lock = lock;
    this.end = end;
  }

  /** Opens it for writing; null if another process has. */
  static @Nullable ExampleLog open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // another thread of this program has it
    }
    if (lock == null) {
      channel.close();
      return null;
    }
    return new ExampleLog(channel, lock, channel.size());
  }

  /** The position behind the last line. */
  long end() {
    return end;
  }

  /**
   * What a look through the log found.
   *
   * @param sound the position behind the last sound line
   * @param changes how many sound lines there are
   * @param damaged how many lines before that position are not what was written
   */
  record Survey(long sound, long changes, long damaged) {}

  /**
   * Reads the sound lines from a position on.
   *
   * @param take takes each change and the position behind it
   */
  Survey read(long from, ObjLongConsumer<ExampleChange> take) throws IOException {
    channel.position(from);
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long at = from;
    long sound = from;
    long changes = 0;
    long damaged = 0;
    long damagedSince = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      at++;
      if (b != '\n') {
        line.write(b);
        continue;
      }
      ExampleChange change = LogLine.read(line.toByteArray());
      line.reset();
      if (change == null) {
        damagedSince++;
      } else {
        damaged += damagedSince;
        damagedSince = 0;
        changes++;
        sound = at;
        take.accept(change, at);
      }
    }
    return new Survey(sound, changes, damaged);
  }

  /** Whether a line begins at a position. */
  boolean isBoundary(long position) throws IOException {
    if (position <= 0 || position > end) {
      return position == 0;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.read(last, position - 1) == 1 && last.get(0) == '\n';
  }

  /** Cuts off what stands behind a position. */
  void cut(long position) throws IOException {
    channel.truncate(position);
    end = position;
  }

  /**
   * Adds changes; if that fails, for want of room, none of them is there.
   *
   * @return the position behind them
   */
  long append(List<ExampleChange> changes) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (ExampleChange change : changes) {
      lines.writeBytes(LogLine.write(change));
    }
    ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
    try {
      long at = end;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
      end = at;
      return end;
    } catch (IOException e) {
      channel.truncate(end);
      throw e;
    }
  }

  /** Makes what was added outlast a crash of the machine. */
  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
