package dev.dealcoach.service.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A folder on a disk that can be filled up, and on which there is room again. */
final class FullDisk extends FilterDirectory {
  private final AtomicBoolean full;

  /**
   * @param full whether nothing can be written now
   */
  FullDisk(Path folder, AtomicBoolean full) throws IOException {
    super(FSDirectory.open(folder));
    this.full = full;
  }

  private void take() throws IOException {
    if (full.get()) {
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
        take();
        super.writeByte(b);
      }

      @Override
      public void writeBytes(byte[] b, int offset, int length) throws IOException {
        take();
        super.writeBytes(b, offset, length);
      }
    };
  }
}
