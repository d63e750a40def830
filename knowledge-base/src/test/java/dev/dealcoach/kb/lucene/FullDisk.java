package dev.dealcoach.kb.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A folder on a disk on which so many bytes are left. */
final class FullDisk extends FilterDirectory {
  private long left;

  FullDisk(Path folder, long left) throws IOException {
    super(FSDirectory.open(folder));
    this.left = left;
  }

  private synchronized void take(long bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return limited(in.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return limited(in.createTempOutput(prefix, suffix, context));
  }

  private IndexOutput limited(IndexOutput out) {
    return new FilterIndexOutput("limited " + out.getName(), out.getName(), out) {
      @Override
      public void writeByte(byte b) throws IOException {
        take(1);
        super.writeByte(b);
      }

      @Override
      public void writeBytes(byte[] b, int offset, int length) throws IOException {
        take(length);
        super.writeBytes(b, offset, length);
      }
    };
  }
}
