package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The trained models of one language. Immutable, thread-safe.
 *
 * @param words whether a unit's words raise a worry
 * @param place whether a unit raises one, by its words' score and its place
 * @param answer whether a text answers a worry
 */
public record ObjectionModels(FeatureModel words, FeatureModel place, FeatureModel answer) {

  /** The shipped models of a language. */
  public static ObjectionModels standard(Language language) {
    return new ObjectionModels(
        load(language, "words"), load(language, "place"), load(language, "answer"));
  }

  /** The file of a model: {@code objection-words-zh.bin.gz} … */
  public static String file(Language language, String model) {
    return "objection-" + model + "-" + language.name().toLowerCase(Locale.ROOT) + ".bin.gz";
  }

  private static FeatureModel load(Language language, String model) {
    String file = file(language, model);
    try (InputStream in =
        ObjectionModels.class.getResourceAsStream("/dev/dealcoach/scan/models/" + file)) {
      if (in == null) {
        throw new IllegalStateException(
            "the model " + file + " is missing; ./mvnw -Ptrain verify makes it again");
      }
      return FeatureModel.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + file + " cannot be read", e);
    }
  }
}
