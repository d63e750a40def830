package dev.dealcoach.scan.detect.objection;

import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.text.Language;
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
    return FeatureModel.shipped("/dev/dealcoach/scan/models/" + file(language, model));
  }
}
