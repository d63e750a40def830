package dev.dealcoach.kb.lucene;

import dev.dealcoach.kb.text.Labels;
import dev.dealcoach.kb.vector.PassageText;
import dev.dealcoach.kb.vector.PassageVectors;
import dev.dealcoach.nlp.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.util.VectorUtil;

/**
 * What a query asks to be shown, told from its vector: near the phrase for one thing and far from
 * those for others. Immutable.
 */
final class Intents {
  /** Things this much farther than the nearest one are not what was meant. */
  private static final double BESIDE = 0.03;

  /**
   * The nearest phrase must be so much nearer than they are on average. On the tuning queries nine
   * in ten that name a finding lie above 0.17, nine in ten of the others below 0.16.
   */
  private static final double PLAIN = 0.12;

  private final List<String> ids;
  private final List<float[]> phrases;

  private Intents(List<String> ids, List<float[]> phrases) {
    this.ids = ids;
    this.phrases = phrases;
  }

  static Intents of(Language language, PassageVectors vectors) {
    SortedMap<String, String> shows = Labels.shows(language);
    List<PassageText> phrases =
        shows.values().stream().map(phrase -> new PassageText(phrase, language)).toList();
    return new Intents(List.copyOf(shows.keySet()), vectors.of(phrases));
  }

  /** How plainly a query asks for each thing, above 0 to 1; without those it does not ask for. */
  SortedMap<String, Double> asked(float[] query) {
    List<Double> near = new ArrayList<>();
    double sum = 0;
    double most = -1;
    for (float[] phrase : phrases) {
      double one = VectorUtil.dotProduct(query, phrase);
      near.add(one);
      sum += one;
      most = Math.max(most, one);
    }
    double plain = most - sum / near.size() - PLAIN;
    SortedMap<String, Double> asked = new TreeMap<>();
    for (int i = 0; plain > 0 && i < near.size(); i++) {
      if (near.get(i) >= most - BESIDE) {
        asked.put(ids.get(i), plain);
      }
    }
    return asked;
  }
}
