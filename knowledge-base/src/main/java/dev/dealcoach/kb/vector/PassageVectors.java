package dev.dealcoach.kb.vector;

import dev.dealcoach.nlp.text.Language;
import java.util.List;

/** Where vectors come from. Thread-safe. */
public interface PassageVectors {
  /** The texts' vectors in the same order, of unit length, each by the model of its language. */
  List<float[]> of(List<PassageText> texts);

  /** A query's vector, of unit length, by the model of a language. */
  float[] query(String text, Language language);

  /** Names the models; an index of vectors by other models has to be built anew. */
  String fingerprint();
}
