package dev.dealcoach.service.coach;

import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.ClausePresence;
import dev.dealcoach.scan.detect.CustomerLanguage;
import dev.dealcoach.scan.detect.Detections;
import dev.dealcoach.scan.detect.Evidence;
import dev.dealcoach.scan.detect.Objection;
import dev.dealcoach.scan.detect.PainQuote;
import dev.dealcoach.scan.detect.RivalPoint;
import dev.dealcoach.scan.detect.SectionPresence;
import dev.dealcoach.scan.detect.Weakness;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.service.score.ProposalScorer;
import dev.dealcoach.service.score.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words what was found: praise for what is there, the next step for what is not. Immutable,
 * thread-safe.
 */
public final class ProposalCoach {
  private static final int MISSED_TERMS_NAMED = 6;

  private final RulePack pack;

  public ProposalCoach(RulePack pack) {
    this.pack = pack;
  }

  /**
   * The findings, the gravest first; among equals those with a place in reading order, then the
   * absences.
   *
   * @param found what was found
   * @param card the points
   * @param statements the customer's statements
   * @param unread what could not be read
   * @param reader the language of the wording
   */
  public List<Finding> findings(
      Detections found,
      Scorecard card,
      List<String> statements,
      List<Unread> unread,
      Language reader) {
    Draft draft = new Draft(reader);
    painQuotes(draft, found, card, statements);
    evidence(draft, found, card);
    objections(draft, found, card);
    sections(draft, found.sections());
    clauses(draft, found);
    rivals(draft, found.rivalPoints());
    customerLanguage(draft, found.customerLanguage(), statements);
    for (Weakness weakness : found.weaknesses()) {
      draft.at(weakness.rule(), weakness.passage(), Map.of("quote", weakness.passage().text()));
    }
    if (!unread.isEmpty()) {
      draft.absent("document.unread", null, Map.of("pages", pages(unread)));
    }
    return draft.sorted();
  }

  private static void painQuotes(
      Draft draft, Detections found, Scorecard card, List<String> statements) {
    for (PainQuote quote : found.painQuotes()) {
      String rule =
          quote.kind() == PainQuote.Kind.PARAPHRASE
              ? "pain-quote.paraphrase"
              : "pain-quote.present";
      draft.at(rule, quote.passage(), Map.of("source", statements.get(quote.source())));
    }
    if (!card.painQuote()) {
      Passage near =
          near(found.sections(), SectionRole.PAIN_POINTS, SectionRole.CUSTOMER_SITUATION);
      if (statements.isEmpty()) {
        draft.absent("pain-quote.no-statements", near, Map.of());
      } else {
        draft.absent("pain-quote.missing", near, Map.of("source", worthQuoting(found, statements)));
      }
    }
  }

  /** The customer's statement to quote: the first of pain or wish, else the first. */
  private static String worthQuoting(Detections found, List<String> statements) {
    CustomerLanguage language = found.customerLanguage();
    return language == null || language.statements().isEmpty()
        ? statements.getFirst()
        : statements.get(language.statements().getFirst().source());
  }

  private static void evidence(Draft draft, Detections found, Scorecard card) {
    for (Evidence evidence : found.evidence()) {
      draft.at("evidence.present", evidence.passage(), Map.of("kind", evidence.kind().name()));
    }
    if (!card.evidence()) {
      draft.absent(
          "evidence.too-few",
          near(found.sections(), SectionRole.EVIDENCE_CASES, SectionRole.SOLUTION),
          Map.of(
              "found",
              String.valueOf(found.evidence().size()),
              "needed",
              String.valueOf(ProposalScorer.EVIDENCE_NEEDED)));
    }
  }

  private static void objections(Draft draft, Detections found, Scorecard card) {
    int answered = 0;
    for (Objection objection : found.objections()) {
      boolean open = objection.response() == null;
      answered += open ? 0 : 1;
      draft.at(
          open ? "objection.unanswered" : "objection.answered", objection.objection(), Map.of());
    }
    if (!card.objections()) {
      draft.absent(
          "objection.too-few",
          near(found.sections(), SectionRole.OBJECTIONS_QA),
          Map.of(
              "found",
              String.valueOf(answered),
              "needed",
              String.valueOf(ProposalScorer.OBJECTIONS_NEEDED)));
    }
  }

  private static void sections(Draft draft, List<SectionPresence> sections) {
    for (SectionPresence section : sections) {
      if (section.present()) {
        continue;
      }
      String id = section.role().id().replace('_', '-');
      if (section.heading() != null) {
        draft.at(
            "section.empty-" + id, section.heading(), Map.of("heading", section.heading().text()));
      } else {
        draft.absent("section.missing-" + id, null, Map.of());
      }
    }
  }

  private static void clauses(Draft draft, Detections found) {
    Passage near = near(found.sections(), SectionRole.RISK_TERMS, SectionRole.PRICING);
    for (ClausePresence clause : found.clauses()) {
      if (!clause.present()) {
        draft.absent("clause.missing-" + clause.clause().id().replace('_', '-'), near, Map.of());
      }
    }
  }

  private static void rivals(Draft draft, List<RivalPoint> points) {
    for (RivalPoint point : points) {
      if (point.answer() != null) {
        continue;
      }
      Map<String, String> values = Map.of("point", point.text());
      if (point.raised() != null) {
        draft.at("competitor.unanswered", point.raised(), values);
      } else {
        draft.absent("competitor.unanswered", null, values);
      }
    }
  }

  private static void customerLanguage(
      Draft draft, @Nullable CustomerLanguage language, List<String> statements) {
    if (language == null) {
      return;
    }
    for (CustomerLanguage.Statement statement : language.statements()) {
      if (!statement.addressed()) {
        draft.absent(
            "customer-language.unaddressed",
            null,
            Map.of("source", statements.get(statement.source())));
      }
    }
    List<String> missed =
        language.terms().stream()
            .filter(term -> !term.used())
            .map(CustomerLanguage.Term::text)
            .limit(MISSED_TERMS_NAMED)
            .toList();
    if (!missed.isEmpty()) {
      draft.absent(
          "customer-language.missing-terms",
          null,
          Map.of("terms", String.join(draft.reader == Language.ZH ? "、" : ", ", missed)));
    }
  }

  private static @Nullable Passage near(List<SectionPresence> sections, SectionRole... roles) {
    for (SectionRole role : roles) {
      for (SectionPresence section : sections) {
        if (section.role() == role && section.heading() != null) {
          return section.heading();
        }
      }
    }
    return null;
  }

  private static String pages(List<Unread> unread) {
    return unread.stream()
        .map(part -> part.page() == null ? "*" : String.valueOf(part.page()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Findings as they are gathered; lives for one review. */
  private final class Draft {
    private final Language reader;
    private final List<Finding> findings = new ArrayList<>();

    Draft(Language reader) {
      this.reader = reader;
    }

    void at(String rule, Passage quote, Map<String, String> values) {
      add(rule, quote, null, values);
    }

    void absent(String rule, @Nullable Passage near, Map<String, String> values) {
      add(rule, null, near, values);
    }

    private void add(
        String ruleId,
        @Nullable Passage quote,
        @Nullable Passage near,
        Map<String, String> values) {
      Rule rule = pack.rule(ruleId);
      Rule.Wording wording = rule.wording().get(reader);
      findings.add(
          new Finding(
              ruleId,
              rule.severity(),
              fill(wording.message(), values),
              fill(wording.advice(), values),
              quote,
              near));
    }

    private static String fill(String template, Map<String, String> values) {
      String text = template;
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("{" + value.getKey() + "}", value.getValue());
      }
      return text;
    }

    List<Finding> sorted() {
      Comparator<Finding> gravestFirst = Comparator.comparing(Finding::severity).reversed();
      Comparator<Finding> placed =
          Comparator.comparing(
              Finding::quote, Comparator.nullsLast(Comparator.<Passage>naturalOrder()));
      return findings.stream().sorted(gravestFirst.thenComparing(placed)).toList();
    }
  }
}
