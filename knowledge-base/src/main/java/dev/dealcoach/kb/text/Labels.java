package dev.dealcoach.kb.text;

import dev.dealcoach.kb.Facts;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Words for what is noted about an example, so that a query that names an industry or a clause
 * meets the examples filed under it. Thread-safe.
 */
public final class Labels {
  private static final String FILE = "/dev/dealcoach/kb/labels.properties";
  private static final String SHOWS = "shows.";
  private static final Properties LABELS = read();

  private Labels() {}

  private static Properties read() {
    Properties labels = new Properties();
    try (InputStream in = Labels.class.getResourceAsStream(FILE)) {
      labels.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return labels;
    } catch (IOException e) {
      throw new UncheckedIOException("the labels cannot be read", e);
    }
  }

  /** The words for an example's facts in both languages, each once, in a fixed order. */
  public static List<String> words(Facts facts) {
    List<String> labels = new ArrayList<>();
    add("words.industry.", facts.industry(), labels);
    add("words.stage.", facts.stage(), labels);
    facts.shows().forEach(show -> add("words.shows.", show, labels));
    facts.tags().forEach(tag -> add("words.tag.", tag, labels));
    add("", facts.product(), labels);
    return words(labels);
  }

  /** The words for things that an example can show, each once, in a fixed order. */
  public static List<String> showWords(List<String> shows) {
    List<String> labels = new ArrayList<>();
    shows.forEach(show -> add("words.shows.", show, labels));
    return words(labels);
  }

  private static List<String> words(List<String> labels) {
    Set<String> words = new LinkedHashSet<>();
    for (String label : labels) {
      Words.of(label).forEach(term -> words.add(term.word()));
    }
    return List.copyOf(words);
  }

  private static void add(String kind, @Nullable String id, List<String> labels) {
    if (id != null) {
      labels.add(kind.isEmpty() ? id : LABELS.getProperty(kind + id, id));
    }
  }

  /** What an example is about and says, as one text for a vector. */
  public static String described(String text, Facts facts, Language language) {
    List<String> phrases = new ArrayList<>();
    String code = language.code() + ".";
    String industry = LABELS.getProperty(code + "industry." + facts.industry());
    if (industry != null) {
      phrases.add(industry);
    }
    for (String show : facts.shows()) {
      String phrase = LABELS.getProperty(code + SHOWS + show);
      if (phrase != null) {
        phrases.add(phrase);
      }
    }
    return phrases.isEmpty() ? text : String.join(" ", phrases) + "：" + text;
  }

  /** The phrase for each thing that an example can show, by its id. */
  public static SortedMap<String, String> shows(Language language) {
    String prefix = language.code() + "." + SHOWS;
    SortedMap<String, String> shows = new TreeMap<>();
    for (String key : LABELS.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        shows.put(key.substring(prefix.length()), LABELS.getProperty(key));
      }
    }
    return shows;
  }

  /** Words for one thing that an example can show, for a query; the id itself if it is unknown. */
  public static String show(String id, Language language) {
    return LABELS.getProperty(language.code() + "." + SHOWS + id, id);
  }

  /** The phrase for an industry, empty if it is unknown. */
  public static String industry(String id, Language language) {
    return LABELS.getProperty(language.code() + ".industry." + id, "");
  }
}
