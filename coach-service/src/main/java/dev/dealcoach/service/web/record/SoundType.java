package dev.dealcoach.service.web.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The media type of a sound file, told by its first bytes and never by who sent it. */
final class SoundType {
  private static final String UNKNOWN = "application/octet-stream";

  private record Magic(int at, String bytes, String type) {}

  private static final List<Magic> MAGIC =
      List.of(
          new Magic(0, "RIFF", "audio/wav"),
          new Magic(0, "OggS", "audio/ogg"),
          new Magic(0, "fLaC", "audio/flac"),
          new Magic(0, "#!AMR", "audio/amr"),
          new Magic(0, "ID3", "audio/mpeg"),
          new Magic(0, "\u001AE\u00DF\u00A3", "audio/webm"),
          new Magic(4, "ftyp", "audio/mp4"));

  private SoundType() {}

  static String of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(16);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (head.length > 1 && head[0] == (byte) 0xFF && (head[1] & 0xE0) == 0xE0) {
      return "audio/mpeg";
    }
    return MAGIC.stream()
        .filter(each -> text.startsWith(each.bytes, each.at))
        .map(Magic::type)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
