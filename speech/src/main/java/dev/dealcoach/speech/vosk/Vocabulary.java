package dev.dealcoach.speech.vosk;

import dev.dealcoach.speech.transcript.SpokenLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What language a model's words are of. */
final class Vocabulary {
  /** Enough words to tell; a graph carries its table of words at its beginning. */
  private static final int LOOKED_AT = 1 << 20;

  private Vocabulary() {}

  /** Chinese if a tenth of the words' characters are Han, else English. */
  static SpokenLanguage language(Path model) throws IOException {
    for (String name : List.of("graph/words.txt", "graph/Gr.fst")) {
      Path file = model.resolve(name);
      if (Files.isRegularFile(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          return language(in.readNBytes(LOOKED_AT));
        }
      }
    }
    return SpokenLanguage.EN;
  }

  private static SpokenLanguage language(byte[] bytes) {
    int han = 0;
    int latin = 0;
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (letter(bytes[i]) && letter(bytes[i + 1]) && letter(bytes[i + 2])) {
        latin++;
      } else if (bytes[i] >= (byte) 0xE4
          && bytes[i] <= (byte) 0xE9
          && continues(bytes[i + 1])
          && continues(bytes[i + 2])) {
        han++;
        i += 2;
      }
    }
    return han * 9 > latin ? SpokenLanguage.ZH : SpokenLanguage.EN;
  }

  private static boolean letter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean continues(byte b) {
    return (b & 0xC0) == 0x80;
  }
}
