package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.text.Language;
import java.util.List;

/**
 * Judges what a summary and its clauses say of the checklist's items; trained on our own corpora.
 * Implementations are immutable or synchronised (many threads may call), and deterministic: the
 * same text, language and statements give the same judgements, alone or among others.
 */
public interface SummaryJudge {
  /**
   * Judges a summary.
   *
   * @param text the whole summary; may hold surrogate pairs and be without punctuation
   * @param language what it is written in
   * @param statements its clauses with the facts read from them, in order, not overlapping
   */
  SummaryJudgement judge(String text, Language language, List<Statement> statements);

  /**
   * The models behind it for a language, as they are named with every score.
   *
   * @throws dev.dealcoach.nlp.maxent.MissingModelException if one is not there
   */
  List<ModelStamp> models(Language language);

  /**
   * A model that took part in a score.
   *
   * @param id file name without its ending, such as {@code discovery-zh}
   * @param sha256 of the model file, hexadecimal
   */
  record ModelStamp(String id, String sha256) {}
}
