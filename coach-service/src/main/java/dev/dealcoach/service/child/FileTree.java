package dev.dealcoach.service.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder of temporary files with all that is in it. */
final class FileTree {
  private FileTree() {}

  /**
   * Deletes what can be deleted; what another process deletes meanwhile or holds is passed over.
   */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              return remove(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
              return remove(dir);
            }
          });
    } catch (NoSuchFileException e) {
      // already gone
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileVisitResult remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      return FileVisitResult.CONTINUE;
    }
    return FileVisitResult.CONTINUE;
  }
}
