package dev.dealcoach.service.discovery;

import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.json.DiscoveryReport;
import dev.dealcoach.service.score.DiscoveryAnalysis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores summaries by the discovery checklist and puts the scores in words. Deterministic,
 * thread-safe; what a language needs is loaded when its first text comes.
 */
public final class Discovery {
  private final RulePack pack;
  private final DiscoveryAnalysis analysis;

  /**
   * With the models that are shipped.
   *
   * @param pack holds cues, questions and industries
   */
  public Discovery(RulePack pack) {
    this.pack = pack;
    this.analysis = DiscoveryAnalysis.standard(pack);
  }

  /**
   * The report on a summary.
   *
   * @param text of the summary; offsets in the report are UTF-16 code units of it
   * @param industry the customer's, as anybody may call it; questions are general where it is null
   *     or not known
   * @param wording language of the sentences; null for the text's own
   * @throws dev.dealcoach.nlp.maxent.MissingModelException if a model of the text's language is not
   *     there
   */
  public DiscoveryReport report(
      String text, @Nullable String industry, @Nullable Language wording) {
    Language language = Language.of(text);
    return DiscoveryReport.of(
        text,
        analysis.analyse(text, language),
        pack,
        industry == null ? null : pack.industries().find(industry).orElse(null),
        analysis.models(language),
        wording == null ? language : wording);
  }

  /** The industries that have questions of their own, in the pack's order. */
  public List<Industry> industries() {
    return pack.industries().all();
  }
}
