package dev.dealcoach.kb.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;

/** Looks whether an index's files are what was written. */
final class Soundness {
  private Soundness() {}

  /**
   * Reads every file of the last commit and compares with the checksums in them.
   *
   * @throws IOException if a file is missing or not what was written
   */
  static void check(DirectoryReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
  }

  /** Whether a folder holds files of an index, sound or not. */
  static boolean holdsIndex(Directory directory) throws IOException {
    for (String file : directory.listAll()) {
      if (file.startsWith("segments") || file.startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  /** Deletes the files of an index, whatever they hold. */
  static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.isRegularFile(file) && !file.endsWith("write.lock")) {
          Files.delete(file);
        }
      }
    }
  }
}
