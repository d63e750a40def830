package dev.dealcoach.nlp.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * How a Han character sounds, without tones: the most common reading of each of the 6,763
 * characters of GB 2312. Recognisers write words by their sound, so two spellings of one sound may
 * mean the same. Stateless.
 */
public final class Pinyin {
  private static final String[] SOUNDS = load();

  private Pinyin() {}

  /** The syllable, in small Latin letters, or an empty text for what has none here. */
  public static String of(char c) {
    String sound = c >= 0x4E00 && c <= 0x9FFF ? SOUNDS[c - 0x4E00] : null;
    return sound == null ? "" : sound;
  }

  /** Whether two characters sound alike, or are the same. */
  public static boolean alike(char a, char b) {
    return a == b || (!of(a).isEmpty() && of(a).equals(of(b)));
  }

  private static String[] load() {
    String[] sounds = new String[0x9FFF - 0x4E00 + 1];
    try (InputStream in = Pinyin.class.getResourceAsStream("pinyin.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        String sound = line.substring(0, space);
        for (int i = space + 1; i < line.length(); i++) {
          sounds[line.charAt(i) - 0x4E00] = sound;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sounds;
  }
}
