package dev.dealcoach.kb.pick;

import dev.dealcoach.kb.text.Labels;
import dev.dealcoach.kb.text.Term;
import dev.dealcoach.kb.text.Words;
import dev.dealcoach.kb.vector.PassageText;
import dev.dealcoach.kb.vector.PassageVectors;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Sentences;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the sentences of an example that show what was looked for. Immutable, thread-safe. */
public final class AnsweringPlace {
  /** What a word for the thing itself adds to the nearness of two vectors. */
  private static final double A_WORD = 0.08;

  private static final int MOST_WORDS = 2;

  /** A neighbour that is nearly as near belongs to the answer. */
  private static final double NEARLY = 0.03;

  /** A long text's answer is looked for in its beginning: each sentence is embedded. */
  private static final int MOST_SENTENCES = 24;

  private static final Set<String> WITH_ANSWER = Set.of("objections", "objections_qa");

  private final PassageVectors vectors;

  public AnsweringPlace(PassageVectors vectors) {
    this.vectors = vectors;
  }

  /** The place: one sentence, or two or three that belong together. Never empty. */
  public Span of(String text, Lack lack, Language language) {
    List<Span> sentences = Sentences.of(text);
    if (sentences.size() < 2) {
      return sentences.isEmpty() ? new Span(0, text.length()) : sentences.getFirst();
    }
    List<Span> looked = sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size()));
    List<Double> near = nearness(text, looked, lack, language);
    int best = 0;
    for (int i = 1; i < near.size(); i++) {
      best = near.get(i) > near.get(best) ? i : best;
    }
    // an objection stands before its answer; whichever was found, both are wanted
    boolean both = lack.shows().stream().anyMatch(WITH_ANSWER::contains);
    double enough = both ? -1 : near.get(best) - NEARLY;
    int from = best > 0 && near.get(best - 1) > enough ? best - 1 : best;
    int to = best + 1 < near.size() && near.get(best + 1) > enough ? best + 1 : best;
    return new Span(looked.get(from).start(), looked.get(to).end());
  }

  private List<Double> nearness(String text, List<Span> sentences, Lack lack, Language language) {
    List<PassageText> texts = new ArrayList<>();
    sentences.forEach(place -> texts.add(new PassageText(place.of(text), language)));
    List<float[]> found = vectors.of(texts);
    float[] query = vectors.query(lack.words(language), language);
    Set<String> words = Set.copyOf(Labels.showWords(lack.shows()));
    List<Double> near = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Set<String> shared = words(texts.get(i).text());
      shared.retainAll(words);
      near.add(dot(query, found.get(i)) + A_WORD * Math.min(MOST_WORDS, shared.size()));
    }
    return near;
  }

  private static Set<String> words(String text) {
    return Words.of(text).stream().map(Term::word).collect(Collectors.toSet());
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
