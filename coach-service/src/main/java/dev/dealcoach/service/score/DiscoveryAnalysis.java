package dev.dealcoach.service.score;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.statement.ClauseJudge;
import dev.dealcoach.nlp.statement.Clauses;
import dev.dealcoach.nlp.statement.FillerJudge;
import dev.dealcoach.nlp.statement.ItemJudgement;
import dev.dealcoach.nlp.statement.MaxentClauseJudge;
import dev.dealcoach.nlp.statement.Statement;
import dev.dealcoach.nlp.statement.StatementReader;
import dev.dealcoach.nlp.statement.WeakCommitments;
import dev.dealcoach.nlp.text.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * From a summary's text to its score: clauses and facts, the trained judge's view, statuses.
 * Immutable, thread-safe, deterministic.
 */
public final class DiscoveryAnalysis {
  private final StatementReader reader;
  private final ClauseJudge judge;
  private final WeakCommitments commitments;
  private final FillerJudge filler;

  /**
   * @param reader splits the text and reads its facts
   * @param judge judges the clauses
   * @param commitments finds the weak ones
   * @param filler judges the text as a whole
   */
  public DiscoveryAnalysis(
      StatementReader reader, ClauseJudge judge, WeakCommitments commitments, FillerJudge filler) {
    this.reader = reader;
    this.judge = judge;
    this.commitments = commitments;
    this.filler = filler;
  }

  /**
   * With the models that are shipped.
   *
   * @throws dev.dealcoach.nlp.statement.MissingModelException if a model is not there
   */
  public static DiscoveryAnalysis standard(RulePack pack) {
    StatementReader reader = new StatementReader(pack, Clauses.standard());
    return new DiscoveryAnalysis(
        reader,
        MaxentClauseJudge.standard(reader),
        WeakCommitments.standard(reader),
        FillerJudge.standard(reader));
  }

  /** The score of a summary. */
  public DiscoveryScore analyse(String text, Language language) {
    List<Statement> statements = reader.read(text, language);
    List<ItemJudgement> judgements =
        judge.judge(text, language, statements.stream().map(Statement::span).toList());
    return DiscoveryScorer.score(
        language,
        statements,
        judgements,
        filler.judge(text, language, statements),
        commitments.find(text, language, statements));
  }

  /** The models that take part. */
  public List<ClauseJudge.ModelStamp> models() {
    List<ClauseJudge.ModelStamp> all = new ArrayList<>(judge.models());
    all.addAll(commitments.models());
    all.addAll(filler.models());
    return List.copyOf(all);
  }
}
