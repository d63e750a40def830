package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.text.Language;
import java.util.List;

/**
 * Judges what the clauses of a summary say of the checklist's items; trained on our own corpora.
 * Implementations are immutable or synchronised (many threads may call), and deterministic: the
 * same text, language and statements give the same judgements, alone or among others.
 */
public interface ClauseJudge {
  /**
   * Judges a summary.
   *
   * @param text the whole summary; may hold surrogate pairs and be without punctuation
   * @param language what it is written in
   * @param statements its clauses with the facts read from them, in order, not overlapping
   * @return one judgement for every clause and item, clauses in order, the items of a clause in the
   *     order of {@link DiscoveryItem}; empty when there are no clauses
   */
  List<ItemJudgement> judge(String text, Language language, List<Statement> statements);

  /** The models behind it for a language, as they are named with every score. */
  List<ModelStamp> models(Language language);

  /**
   * A model that took part in a score.
   *
   * @param id file name without its ending, such as {@code discovery-zh}
   * @param sha256 of the model file, hexadecimal
   */
  record ModelStamp(String id, String sha256) {}
}
