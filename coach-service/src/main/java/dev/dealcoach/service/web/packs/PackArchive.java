package dev.dealcoach.service.web.packs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A pack's files as a zip, and back. Stateless. */
final class PackArchive {
  /** The standard pack has half a mebibyte. */
  private static final int MOST_BYTES = 16 << 20;

  private static final int MOST_ENTRIES = 1000;

  private PackArchive() {}

  static byte[] zip(SortedMap<String, String> texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> each : texts.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /**
   * The texts in a zip, without a folder that holds them all and without what an operating system
   * adds.
   *
   * @return empty if it is no zip, too large unpacked, or has no pack in it
   */
  static Optional<Map<String, String>> read(InputStream in) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    long left = MOST_BYTES;
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          return Optional.empty();
        }
        String path = entry.getName().replace('\\', '/');
        if (entry.isDirectory() || path.contains("__MACOSX/") || !path.matches(".*\\.ya?ml")) {
          continue;
        }
        byte[] bytes = zip.readNBytes((int) left + 1);
        left -= bytes.length;
        if (left < 0) {
          return Optional.empty();
        }
        texts.put(path, text(bytes));
      }
    } catch (ZipException | CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return inner(texts);
  }

  private static Optional<Map<String, String>> inner(Map<String, String> texts) {
    for (String path : texts.keySet()) {
      if (path.equals("pack.yaml") || path.endsWith("/pack.yaml")) {
        String folder = path.substring(0, path.length() - "pack.yaml".length());
        TreeMap<String, String> inside = new TreeMap<>();
        texts.forEach(
            (each, text) -> {
              if (each.startsWith(folder)) {
                inside.put(each.substring(folder.length()), text);
              }
            });
        return Optional.of(inside);
      }
    }
    return Optional.empty();
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return PackFilePages.lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
