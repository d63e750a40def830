package dev.dealcoach.service.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps files by their content: the same bytes are kept once. Thread-safe, also across processes.
 */
public interface Blobs {
  /**
   * Stores what the stream gives, up to its end; whoever reads a blob reads all of it or none.
   *
   * @param limit most bytes
   * @throws IOException if reading the stream fails; failures of the store are results
   */
  BlobResult put(InputStream content, long limit) throws IOException;

  /** Where the file lies on this machine; not to be written. Empty if it is not there. */
  Optional<Path> find(Blob blob);

  /** Whether a file could be stored now. */
  boolean writable();
}
