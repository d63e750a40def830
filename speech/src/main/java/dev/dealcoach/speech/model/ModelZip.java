package dev.dealcoach.speech.model;

import dev.dealcoach.speech.model.InstallProgress.Stage;
import dev.dealcoach.speech.model.Installation.Code;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks the zip of a model. */
final class ModelZip {
  /** The largest published model has 4 GB in a few dozen files. */
  private static final long MOST_BYTES = 16L << 30;

  private static final int MOST_ENTRIES = 10_000;

  /** Models shrink to about two thirds. */
  private static final int MOST_RATIO = 20;

  private static final String LANDMARK = "am/final.mdl";

  private ModelZip() {}

  /**
   * Unpacks the model in a zip, without the folder around it, into an empty directory.
   *
   * @return the bytes of all files
   * @throws InstallFailedException if the zip is broken, unsafe, or holds no model
   */
  static long unpack(Path zip, Path directory, InstallProgress progress) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      if (file.size() > MOST_ENTRIES) {
        throw new InstallFailedException(Code.UNSAFE_ZIP, "too many entries");
      }
      List<? extends ZipEntry> entries = file.stream().toList();
      Map<Path, ZipEntry> wanted = wanted(entries, directory);
      long most = Math.min(MOST_BYTES, MOST_RATIO * Files.size(zip) + (1 << 20));
      long announced = wanted.values().stream().mapToLong(e -> Math.max(0, e.getSize())).sum();
      if (announced > most) {
        throw new InstallFailedException(Code.UNSAFE_ZIP, "unpacks to too much");
      }
      DiskSpace.require(directory, announced);
      long done = 0;
      for (Map.Entry<Path, ZipEntry> entry : wanted.entrySet()) {
        Files.createDirectories(entry.getKey().getParent());
        done = copy(file, entry.getValue(), entry.getKey(), done, most);
        progress.at(Stage.UNPACKING, done, announced);
      }
      return done;
    } catch (ZipException | IllegalArgumentException e) {
      // what is no zip; names that are no text
      throw new InstallFailedException(Code.BROKEN_ZIP, "");
    }
  }

  /** The files of the model with their targets; the folder around it is that of the landmark. */
  private static Map<Path, ZipEntry> wanted(List<? extends ZipEntry> entries, Path directory)
      throws InstallFailedException {
    String top =
        entries.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.equals(LANDMARK) || name.endsWith("/" + LANDMARK))
            .min(Comparator.comparingInt(String::length))
            .map(name -> name.substring(0, name.length() - LANDMARK.length()))
            .orElse("");
    Map<Path, ZipEntry> wanted = new LinkedHashMap<>();
    for (ZipEntry entry : entries) {
      String name = entry.getName();
      Path target = directory.resolve(".").resolve(safe(name)).normalize();
      if (!target.startsWith(directory.normalize())) {
        throw new InstallFailedException(Code.UNSAFE_ZIP, "a path leads outside");
      }
      if (entry.isDirectory() || !name.startsWith(top)) {
        continue;
      }
      Path inside = directory.resolve(name.substring(top.length())).normalize();
      if (!inside.startsWith(directory.normalize()) || wanted.put(inside, entry) != null) {
        throw new InstallFailedException(Code.UNSAFE_ZIP, "a path leads outside or stands twice");
      }
    }
    if (wanted.isEmpty()) {
      throw new InstallFailedException(Code.NOT_A_MODEL, "an empty zip");
    }
    return wanted;
  }

  private static String safe(String name) throws InstallFailedException {
    if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
      throw new InstallFailedException(Code.UNSAFE_ZIP, "a path that is none");
    }
    return name;
  }

  /** Copies one file; what its header says of its size is not believed. */
  private static long copy(ZipFile zip, ZipEntry entry, Path target, long before, long most)
      throws IOException {
    long done = before;
    CRC32 crc = new CRC32();
    byte[] piece = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      while (true) {
        int n = in.read(piece);
        if (n < 0) {
          break;
        }
        done += n;
        if (done > most) {
          throw new InstallFailedException(Code.UNSAFE_ZIP, "unpacks to too much");
        }
        crc.update(piece, 0, n);
        out.write(piece, 0, n);
      }
    } catch (EOFException e) {
      throw new InstallFailedException(Code.BROKEN_ZIP, "");
    }
    if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
      throw new InstallFailedException(Code.BROKEN_ZIP, "");
    }
    return done;
  }
}
