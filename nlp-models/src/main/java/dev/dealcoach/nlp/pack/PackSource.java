package dev.dealcoach.nlp.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the files of a pack come from. Implementations are thread-safe. */
public interface PackSource {
  /** How the source is called in messages. */
  String name();

  /**
   * The text of one file.
   *
   * @param path relative, with {@code /}
   * @throws IOException if there is no such file or it cannot be read
   */
  String read(String path) throws IOException;

  /** The pack that comes with the product, from this module's resources. */
  static PackSource standard() {
    return new PackSource() {
      @Override
      public String name() {
        return "standard";
      }

      @Override
      public String read(String path) throws IOException {
        try (InputStream in =
            PackSource.class.getResourceAsStream("/dev/dealcoach/nlp/packs/standard/" + path)) {
          if (in == null) {
            throw new NoSuchFileException(path);
          }
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    };
  }

  /** A company's own pack in a folder. */
  static PackSource folder(Path folder) {
    return new PackSource() {
      @Override
      public String name() {
        return folder.getFileName().toString();
      }

      @Override
      public String read(String path) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())) {
          throw new NoSuchFileException(path);
        }
        return Files.readString(file);
      }
    };
  }
}
