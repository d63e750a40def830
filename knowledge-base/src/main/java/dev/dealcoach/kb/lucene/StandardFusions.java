package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.SearchMode;
import dev.dealcoach.kb.rank.Fusion;
import dev.dealcoach.kb.rank.LinearFusion;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** The fusions that are shipped, trained on the tuning queries. Immutable. */
public final class StandardFusions {
  /** Where the weights lie: {@code order.MODE} and {@code fit.MODE.LANGUAGE}. */
  public static final String FILE = "/dev/dealcoach/kb/fusion.properties";

  private final Map<SearchMode, Map<Language, Fusion>> fusions = new EnumMap<>(SearchMode.class);

  private StandardFusions(Properties weights) {
    for (SearchMode mode : SearchMode.values()) {
      Map<Language, Fusion> ofMode = new EnumMap<>(Language.class);
      for (Language language : Language.values()) {
        ofMode.put(
            language,
            new LinearFusion(
                numbers(weights, "order." + mode.id()),
                numbers(weights, "fit." + mode.id() + "." + language.code())));
      }
      fusions.put(mode, ofMode);
    }
  }

  /** Reads the weights. */
  public static StandardFusions load() {
    Properties weights = new Properties();
    try (InputStream in = StandardFusions.class.getResourceAsStream(FILE)) {
      weights.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the fusion's weights cannot be read", e);
    }
    return new StandardFusions(weights);
  }

  /**
   * The fusion of a mode.
   *
   * @param language that of the vectors
   */
  public Fusion of(SearchMode mode, Language language) {
    return fusions.get(mode).get(language);
  }

  private static double[] numbers(Properties weights, String key) {
    return Arrays.stream(weights.getProperty(key).strip().split(" +"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
