package dev.dealcoach.service.discovery;

import dev.dealcoach.nlp.pack.Industries;
import dev.dealcoach.nlp.pack.Industry;
import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.json.DiscoveryReport;
import dev.dealcoach.service.score.DiscoveryAnalysis;
import dev.dealcoach.service.score.DiscoveryScore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores summaries by the discovery checklist and puts the scores in words. Deterministic,
 * thread-safe; what a language needs is loaded when its first text comes.
 */
public final class Discovery implements Questions {
  private final RulePack pack;
  private final DiscoveryAnalysis analysis;

  /**
   * With the models that are shipped.
   *
   * @param pack holds cues, questions and industries
   */
  public Discovery(RulePack pack) {
    this(pack, DiscoveryAnalysis.standard(pack));
  }

  private Discovery(RulePack pack, DiscoveryAnalysis analysis) {
    this.pack = pack;
    this.analysis = analysis;
  }

  /** The same with another pack; what is large and knows no pack is shared. */
  public Discovery on(RulePack other) {
    return new Discovery(other, analysis.on(other));
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
    return report(
        text,
        language,
        analysis.analyse(text, language),
        industry,
        wording == null ? language : wording);
  }

  /**
   * The reports on a summary in every language; the judgement is the same in all of them.
   *
   * @param text of the summary
   * @param industry as for {@link #report}
   */
  public Map<Language, DiscoveryReport> reports(String text, @Nullable String industry) {
    Language language = Language.of(text);
    DiscoveryScore score = analysis.analyse(text, language);
    Map<Language, DiscoveryReport> reports = new EnumMap<>(Language.class);
    for (Language wording : Language.values()) {
      reports.put(wording, report(text, language, score, industry, wording));
    }
    return reports;
  }

  private DiscoveryReport report(
      String text,
      Language language,
      DiscoveryScore score,
      @Nullable String industry,
      Language wording) {
    return DiscoveryReport.of(
        text,
        score,
        pack,
        industry == null ? null : pack.industries().find(industry).orElse(null),
        analysis.models(language),
        wording);
  }

  /**
   * What the pack says about an item of the checklist: why it matters, and what to ask.
   *
   * @param rule id, such as {@code ask.pain-missing}
   * @throws IllegalArgumentException if the pack has none
   */
  public Rule.Wording wording(String rule, Language language) {
    Rule.Wording found = pack.rule(rule).wording().get(language);
    if (found == null) {
      throw new IllegalArgumentException("rule " + rule + " has no words");
    }
    return found;
  }

  /** How a rule is worded, by its permanent id; empty if the pack does not know it any more. */
  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(pack.rules().get(id));
  }

  @Override
  public String question(String item, String status, Language wording) {
    return wording("ask." + item.replace('_', '-') + "-" + status, wording).advice();
  }

  /** The pack's industries, found by what people call them. */
  public Industries industryNames() {
    return pack.industries();
  }

  /** The industries that have questions of their own, in the pack's order. */
  public List<Industry> industries() {
    return pack.industries().all();
  }
}
