package dev.dealcoach.speech.vosk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The SHA-256 of a directory: of one line for each file, sorted by path, in the form in which
 * {@code sha256sum} prints it. In a shell, inside the directory: {@code find . -type f -printf
 * '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum}
 */
final class Fingerprint {
  private Fingerprint() {}

  /** 64 hexadecimal digits. */
  static String of(Path directory) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(Files::isRegularFile)
          .forEach(
              file -> files.put(directory.relativize(file).toString().replace('\\', '/'), file));
    }
    MessageDigest whole = sha256();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      String line = ofFile(file.getValue()) + "  " + file.getKey() + "\n";
      whole.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(whole.digest());
  }

  private static String ofFile(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] piece = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        digest.update(piece, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
