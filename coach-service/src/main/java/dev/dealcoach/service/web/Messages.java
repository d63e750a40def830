package dev.dealcoach.service.web;

import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every sentence of the page, in Chinese and English. Immutable, thread-safe. */
public final class Messages {
  private final Map<Language, SortedMap<String, String>> texts = new EnumMap<>(Language.class);

  private Messages() {
    for (Language language : Language.values()) {
      texts.put(language, Collections.unmodifiableSortedMap(load(language)));
    }
  }

  /** The sentences that are part of the program. */
  public static Messages load() {
    return new Messages();
  }

  /** All sentences of a language by key. */
  public SortedMap<String, String> in(Language language) {
    return texts.get(language);
  }

  /**
   * One sentence.
   *
   * @throws IllegalArgumentException if there is none with this key
   */
  public String text(Language language, String key) {
    String text = in(language).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no sentence " + key);
    }
    return text;
  }

  private static SortedMap<String, String> load(Language language) {
    String name = "messages_" + language.code() + ".properties";
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      Properties read = new Properties();
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      read.load(reader);
      SortedMap<String, String> sorted = new TreeMap<>();
      read.stringPropertyNames().forEach(key -> sorted.put(key, read.getProperty(key)));
      return sorted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
