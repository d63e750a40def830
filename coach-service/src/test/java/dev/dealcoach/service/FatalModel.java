package dev.dealcoach.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Speech models for tests, made from the small one of the module speech. */
public final class FatalModel {
  private static final Path SOUND = Path.of("../speech/src/test/resources/vosk-tiny-zh/model");

  private FatalModel() {}

  /**
   * A copy that every check passes and that ends the process as soon as its recogniser hears
   * something: the arcs of its graph carry labels that the network does not have.
   */
  public static Path of(Path target) throws IOException {
    for (Path file : files(SOUND)) {
      Path copy = target.resolve(SOUND.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Path graph = target.resolve("graph/HCLr.fst");
    ByteBuffer fst = ByteBuffer.wrap(Files.readAllBytes(graph)).order(ByteOrder.LITTLE_ENDIAN);
    fst.position(4);
    for (int text = 0; text < 2; text++) { // the kinds of the graph and of its arcs
      fst.position(fst.getInt() + fst.position());
    }
    fst.position(fst.position() + 4 + 4 + 8 + 8); // version, flags, properties, start
    long states = fst.getLong();
    fst.getLong();
    for (long state = 0; state < states; state++) {
      fst.getFloat();
      long arcs = fst.getLong();
      for (long arc = 0; arc < arcs; arc++) {
        if (fst.getInt(fst.position()) > 0) {
          fst.putInt(fst.position(), Integer.MAX_VALUE - 15);
        }
        fst.position(fst.position() + 16);
      }
    }
    Files.write(graph, fst.array());
    return target;
  }

  /** The sound model as a zip. */
  static Path soundZip(Path target) throws IOException {
    return zip(SOUND, target);
  }

  /** A model's directory as a zip, within a folder. */
  public static Path zip(Path model, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : files(model)) {
        zip.putNextEntry(new ZipEntry("model/" + model.relativize(file)));
        Files.copy(file, zip);
      }
    }
    return target;
  }

  private static List<Path> files(Path model) throws IOException {
    try (Stream<Path> all = Files.walk(model)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
