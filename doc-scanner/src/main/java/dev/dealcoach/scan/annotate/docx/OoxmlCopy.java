package dev.dealcoach.scan.annotate.docx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies an Open XML file and replaces or adds some of its parts. Stateless. */
final class OoxmlCopy {
  private OoxmlCopy() {}

  /**
   * Writes the copy; all other parts have the same bytes, in the same order.
   *
   * @param changed parts by name; names that the original does not have are added at the end
   */
  static void write(Path original, Map<String, byte[]> changed, Path target) throws IOException {
    Map<String, byte[]> left = new LinkedHashMap<>(changed);
    try (ZipFile from = new ZipFile(original.toFile());
        ZipOutputStream to =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime() < 0 ? 0 : entry.getTime());
        to.putNextEntry(copy);
        byte[] replaced = left.remove(entry.getName());
        if (replaced != null) {
          to.write(replaced);
        } else {
          try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(to);
          }
        }
        to.closeEntry();
      }
      // sorted, so that the same file and notes give the same bytes
      for (var added : new TreeMap<>(left).entrySet()) {
        ZipEntry entry = new ZipEntry(added.getKey());
        entry.setTime(0);
        to.putNextEntry(entry);
        to.write(added.getValue());
        to.closeEntry();
      }
    }
  }
}
