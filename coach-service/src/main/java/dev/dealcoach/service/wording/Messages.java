package dev.dealcoach.service.wording;

import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Sentences by key in one language, from {@code messages_zh.properties} and {@code
 * messages_en.properties}. Immutable, thread-safe.
 */
public final class Messages {
  private static final Map<Language, Messages> LOADED = new EnumMap<>(Language.class);

  private final Properties sentences;

  private Messages(Properties sentences) {
    this.sentences = sentences;
  }

  /** The sentences of a language. */
  public static Messages of(Language language) {
    synchronized (LOADED) {
      return LOADED.computeIfAbsent(language, Messages::load);
    }
  }

  private static Messages load(Language language) {
    String name = "/dev/dealcoach/service/messages_" + language.code() + ".properties";
    Properties sentences = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Messages(sentences);
  }

  /**
   * A sentence.
   *
   * @param values take the places of {@code {0}}, {@code {1}} …
   * @throws IllegalArgumentException if there is no such key
   */
  public String text(String key, Object... values) {
    String sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("no sentence with the key " + key);
    }
    for (int i = 0; i < values.length; i++) {
      sentence = sentence.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return sentence;
  }

  /** The keys of all sentences, sorted. */
  public SortedSet<String> keys() {
    return new TreeSet<>(sentences.stringPropertyNames());
  }
}
