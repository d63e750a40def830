package dev.dealcoach.service.score;

import dev.dealcoach.nlp.encoder.OnnxSummaryJudge;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.statement.Clauses;
import dev.dealcoach.nlp.statement.JudgePanel;
import dev.dealcoach.nlp.statement.MaxentSummaryJudge;
import dev.dealcoach.nlp.statement.Statement;
import dev.dealcoach.nlp.statement.StatementReader;
import dev.dealcoach.nlp.statement.SummaryJudge;
import dev.dealcoach.nlp.statement.WeakCommitments;
import dev.dealcoach.nlp.text.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * From a summary's text to its score: clauses and facts, the trained judges' view, statuses.
 * Immutable, thread-safe, deterministic.
 */
public final class DiscoveryAnalysis {
  private final Clauses clauses;
  private final OnnxSummaryJudge encoder;
  private final StatementReader reader;
  private final SummaryJudge judge;
  private final WeakCommitments commitments;

  private DiscoveryAnalysis(Clauses clauses, OnnxSummaryJudge encoder, RulePack pack) {
    this.clauses = clauses;
    this.encoder = encoder;
    this.reader = new StatementReader(pack, clauses);
    this.judge = new JudgePanel(encoder, MaxentSummaryJudge.standard(reader));
    this.commitments = WeakCommitments.standard(reader);
  }

  /**
   * With the models that are shipped; those of a language are read when its first text comes.
   *
   * @param pack holds the cues by which facts are read
   */
  public static DiscoveryAnalysis standard(RulePack pack) {
    return new DiscoveryAnalysis(Clauses.standard(), OnnxSummaryJudge.standard(), pack);
  }

  /** The same with another pack; what is large and knows no pack is shared. */
  public DiscoveryAnalysis on(RulePack pack) {
    return new DiscoveryAnalysis(clauses, encoder, pack);
  }

  /**
   * The score of a summary.
   *
   * @throws dev.dealcoach.nlp.maxent.MissingModelException if a model of the language is not there
   */
  public DiscoveryScore analyse(String text, Language language) {
    List<Statement> statements = reader.read(text, language);
    return DiscoveryScorer.score(
        statements,
        judge.judge(text, language, statements),
        commitments.find(text, language, statements));
  }

  /** The models that take part in the score of a text in this language. */
  public List<SummaryJudge.ModelStamp> models(Language language) {
    List<SummaryJudge.ModelStamp> all = new ArrayList<>();
    all.add(clauses.model(language));
    all.addAll(judge.models(language));
    all.add(commitments.model(language));
    return List.copyOf(all);
  }
}
