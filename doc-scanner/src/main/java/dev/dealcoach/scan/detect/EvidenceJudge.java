package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.segment.ReadBlock;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a sentence proves, by what it says (who, what figure, since when, where it can be
 * checked) against what takes the proof away (a target, a promise of proof, the customer's own
 * figures). Goes through a document's sentences in order, because "they" and "there" mean whoever
 * was named before. One instance a document; not thread-safe.
 */
final class EvidenceJudge {
  private static final int NAMED = 3;
  private static final int MEANT = 2;
  private static final int UNKNOWN = 1;
  private static final int CASE = 6;

  /** For how many sentences a site or a trial just told of is still what is spoken of. */
  private static final int MEMORY = 3;

  private final Parties parties;
  private int siteMemory;
  private int trialMemory;
  private int spokenOf;

  EvidenceJudge(Parties parties) {
    this.parties = parties;
  }

  /** Forgets who was spoken of, at the start of a block that does not go on from the last. */
  void begin() {
    siteMemory = 0;
    trialMemory = 0;
  }

  /** How surely the sentence judged last speaks of another customer, 0 to 3. */
  int spokenOf() {
    return spokenOf;
  }

  /** What the next sentence proves by the rules, null for nothing. */
  Evidence.@Nullable Kind judge(ReadBlock block, Span at, EvidenceSetting setting) {
    int who = who(block, at, setting);
    spokenOf = who;
    Evidence.Kind kind = kind(block, at, setting, who);
    remember(block, at, kind == Evidence.Kind.CASE_RESULT ? NAMED : who);
    return kind;
  }

  /**
   * What two parts around a semicolon prove that neither proves alone: "the sticks would have meant
   * 58 km; the loggers cut it to 2". Null if they prove nothing, or the second does so itself.
   */
  Evidence.@Nullable Kind together(
      ReadBlock block, Span first, Span second, EvidenceSetting setting) {
    Span both = new Span(first.start(), second.end());
    if (kind(block, second, setting, who(block, second, setting)) != null) {
      return null;
    }
    Evidence.Kind kind = kind(block, both, setting, who(block, both, setting));
    boolean certificate = kind == Evidence.Kind.CERTIFICATE || kind == Evidence.Kind.TEST_REPORT;
    return certificate || kind == Evidence.Kind.REFERENCE_CUSTOMER ? null : kind;
  }

  /**
   * Whether what follows the semicolon behind a result belongs to it: what came of it, or who
   * vouches for it.
   */
  boolean continues(ReadBlock block, Span part, Evidence.Kind before) {
    CueHits cues = block.cues();
    boolean result = before == Evidence.Kind.CASE_RESULT || before == Evidence.Kind.OWN_TRIAL;
    boolean vouches = cues.hasAny(part, "evidence.reference", "evidence.site-anaphor");
    boolean other = !parties.sites(block, part).isEmpty();
    return ((result && result(cues, part, NAMED) > 0 && !other)
            || (vouches && (result || before == Evidence.Kind.REFERENCE_CUSTOMER)))
        && !cues.hasAny(part, "evidence.forecast", "evidence.pending");
  }

  private void remember(ReadBlock block, Span at, int who) {
    CueHits cues = block.cues();
    if (who == NAMED || parties.known(at.of(block.text()))) {
      siteMemory = MEMORY;
    } else {
      siteMemory = cues.has("evidence.customer-own", at) ? 0 : Math.max(0, siteMemory - 1);
    }
    boolean trial = cues.has("evidence.trial", at) && !cues.has("evidence.trial-plan", at);
    trialMemory = trial && cues.has("evidence.done", at) ? MEMORY : Math.max(0, trialMemory - 1);
  }

  /** How surely a sentence speaks of another customer who can be identified; 0 if it does not. */
  private int who(ReadBlock block, Span at, EvidenceSetting setting) {
    CueHits cues = block.cues();
    String text = at.of(block.text());
    boolean label = cues.has("evidence.site-label", at);
    if (!parties.sites(block, at).isEmpty() || (setting.cases() && label)) {
      return NAMED;
    }
    boolean meant =
        label
            || parties.known(text)
            || parties.spokesman(text)
            || cues.has("evidence.site-anaphor", at)
            || setting.site()
            || siteMemory > 0;
    if (meant) {
      return MEANT;
    }
    boolean nobody =
        parties.customer(text)
            || cues.hasAny(
                at,
                "evidence.customer-own",
                "evidence.site-anonymous",
                "evidence.bare-claim",
                "clause.payment",
                "content.price");
    return nobody || !cues.has("content.fact", at) ? 0 : UNKNOWN;
  }

  private Evidence.@Nullable Kind kind(ReadBlock block, Span at, EvidenceSetting setting, int who) {
    CueHits cues = block.cues();
    char end = block.text().charAt(at.end() - 1);
    if (end == '？' || end == '?') {
      return null;
    }
    boolean pending = cues.has("evidence.pending", at) || setting.pending();
    boolean identified = cues.hasAny(at, "evidence.number-id", "evidence.issuer");
    if (!pending
        && cues.has("evidence.certificate", at)
        && (identified || cues.has("evidence.certificate-held", at))) {
      return Evidence.Kind.CERTIFICATE;
    }
    if (!pending
        && !setting.plan()
        && cues.has("evidence.report", at)
        && identified
        && !cues.has("evidence.customer-own", at)) {
      return Evidence.Kind.TEST_REPORT;
    }
    boolean forecast = cues.has("evidence.forecast", at) || setting.forecast();
    boolean done = cues.has("evidence.done", at) && !pending;
    if (ownTrial(cues, at, done) && !forecast && !setting.customerSituation()) {
      return Evidence.Kind.OWN_TRIAL;
    }
    if (!pending && !forecast && caseResult(block, at, setting, who, done)) {
      return Evidence.Kind.CASE_RESULT;
    }
    if (who >= MEANT && reference(cues, at, setting)) {
      return Evidence.Kind.REFERENCE_CUSTOMER;
    }
    return serviceLevel(block, at, setting) ? Evidence.Kind.SLA_FIGURE : null;
  }

  private boolean ownTrial(CueHits cues, Span at, boolean done) {
    if (cues.has("evidence.trial-plan", at)) {
      return false;
    }
    boolean figure = result(cues, at, MEANT) > 0;
    if (cues.has("evidence.trial", at)) {
      boolean counted =
          cues.of("content.fact", at).size() >= 2 && cues.has("content.step-time", at);
      return done && (figure || counted);
    }
    return trialMemory > 0
        && cues.hasAny(at, "evidence.change", "evidence.zero-incident", "evidence.few-incidents");
  }

  /** How strong a result a sentence tells; a count of faults is one only of somebody else. */
  private static int result(CueHits cues, Span at, int who) {
    if (cues.hasAny(at, "evidence.change", "evidence.zero-incident")
        || (who >= MEANT && cues.has("evidence.few-incidents", at))) {
      return 3;
    }
    return cues.has("evidence.measured", at) ? 2 : 0;
  }

  private boolean caseResult(
      ReadBlock block, Span at, EvidenceSetting setting, int who, boolean done) {
    CueHits cues = block.cues();
    boolean counted = setting.afterwards() && cues.has("clause.binds", at);
    int result = counted ? 3 : result(cues, at, who);
    boolean source = cues.has("evidence.source", at);
    boolean quoted = "“\"「".indexOf(block.text().charAt(at.start())) >= 0;
    boolean theirs =
        !setting.cases()
            && cues.of("evidence.customer-own", at).stream()
                .anyMatch(hit -> hit.start() == at.start());
    if (who == 0
        || result == 0
        || setting.customerSituation()
        || theirs
        || (quoted && who < NAMED)) {
      return false;
    }
    int score = who + result;
    score += done || counted ? 1 : 0;
    score += source ? 2 : 0;
    score += setting.cases() || setting.site() ? 1 : 0;
    String text = at.of(block.text());
    boolean customers = cues.has("evidence.customer-own", at) || parties.customer(text);
    score -= customers && who < NAMED && !parties.known(text) ? 4 : 0;
    score -= cues.has("evidence.forecast-weak", at) && !done ? 3 : 0;
    score -= setting.plan() && who < NAMED ? 3 : 0;
    return score >= (who == UNKNOWN && done ? CASE - 1 : CASE);
  }

  private static boolean reference(CueHits cues, Span at, EvidenceSetting setting) {
    return cues.has("evidence.reference", at)
        && !cues.has("evidence.reference-own", at)
        && !setting.plan();
  }

  /**
   * A fault answered within a time, or a figure owed with what follows when it is missed; not the
   * penalties of delivery and payment, which are terms of the contract.
   */
  private static boolean serviceLevel(ReadBlock block, Span at, EvidenceSetting setting) {
    CueHits cues = block.cues();
    if (setting.customerSituation()) {
      return false;
    }
    boolean excluded = cues.has("evidence.sla-not", at);
    boolean inTime =
        (cues.has("evidence.sla-event", at) && cues.has("evidence.sla-time", at))
            || (setting.serviceRow() && cues.has("evidence.sla-cell", at));
    boolean remedy = cues.has("evidence.sla-remedy", at);
    if (inTime && !excluded && (remedy || !(setting.plan() || cues.has("content.step-only", at)))) {
      return true;
    }
    return (remedy && cues.has("evidence.availability", at))
        || (remedy && !excluded && cues.has("evidence.sla-time", at))
        || (cues.has("evidence.sla-guarantee", at) && !excluded);
  }
}
