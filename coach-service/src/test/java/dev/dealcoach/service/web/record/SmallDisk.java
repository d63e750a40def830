package dev.dealcoach.service.web.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A folder on a disk of its own that can be filled up; tests are skipped where none is mounted. */
final class SmallDisk implements AutoCloseable {
  private static final String FILLER = "filler";

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Puts a disk in the place of a folder.
   *
   * @param size as mount takes it, {@code 64k}
   */
  static SmallDisk at(Path folder, String size) throws IOException {
    Files.createDirectories(folder);
    int status = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    Assumptions.assumeTrue(status == 0, "no file system can be mounted here");
    return new SmallDisk(folder);
  }

  private static int run(String... words) throws IOException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.onExit().join().exitValue();
  }

  /** Takes so many bytes of its room. */
  void fill(int bytes) throws IOException {
    try (OutputStream filler = Files.newOutputStream(folder.resolve(FILLER))) {
      filler.write(new byte[bytes]);
    }
  }

  /** What lies in it. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Override
  public void close() throws IOException {
    if (run("umount", "--lazy", folder.toString()) != 0) {
      throw new IOException("the disk cannot be taken away");
    }
  }
}
