package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.TableView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places where a capability is backed (SPEC §3): a measured result at a customer, a
 * certificate, a report, a customer that may be asked, a service level owed, a trial at the
 * customer's own site. Each sentence is judged by what it says (who, what figure, since when)
 * against what takes the proof away (a target, a promise of proof, the customer's own figures).
 * Stateless, thread-safe.
 */
final class EvidenceDetector {

  /**
   * The evidence in reading order.
   *
   * @param document segmented
   * @param painQuotes the customer's own words, which prove nothing of ours
   * @param objections whose questions are not searched
   */
  List<Evidence> detect(
      SegmentedDocument document, List<PainQuote> painQuotes, List<Objection> objections) {
    Map<Integer, TableView> tables = new HashMap<>();
    TableView.of(document).forEach(table -> tables.put(table.number(), table));
    List<Evidence> found = new ArrayList<>();
    for (ReadBlock block : document.blocks()) {
      if (block.heading()) {
        continue;
      }
      Surroundings around = Surroundings.of(document, block, tables);
      List<Span> sentences = block.sentences();
      for (int i = 0; i < sentences.size(); i++) {
        Span sentence = sentences.get(i);
        Evidence.Kind kind = kind(block, sentence, around);
        if (kind == null && i + 1 < sentences.size() && linked(block, sentence)) {
          sentence = new Span(sentence.start(), sentences.get(i + 1).end());
          kind = together(block, sentences.get(i + 1), sentence, around);
          i += kind == null ? 0 : 1;
        }
        if (kind == null) {
          continue;
        }
        while (continues(block, sentence, i + 1, kind)) {
          sentence = new Span(sentence.start(), sentences.get(++i).end());
        }
        Span span = Spans.withoutEnd(block.text(), Spans.withoutLabel(block.text(), sentence));
        Passage passage = passage(block, span, kind);
        boolean customersWords =
            painQuotes.stream().anyMatch(quote -> quote.passage().overlaps(passage));
        boolean question =
            objections.stream().anyMatch(objection -> objection.objection().overlaps(passage));
        if (!customersWords && !question) {
          found.add(new Evidence(passage, kind));
        }
      }
    }
    return found;
  }

  private static Evidence.@Nullable Kind kind(ReadBlock block, Span at, Surroundings around) {
    CueHits cues = block.cues();
    if (block.text().charAt(at.end() - 1) == '？' || block.text().charAt(at.end() - 1) == '?') {
      return null;
    }
    boolean pending = cues.has("evidence.pending", at) || around.pending;
    boolean forecast = cues.has("evidence.forecast", at) || around.forecast;
    boolean identified = cues.hasAny(at, "evidence.number-id", "evidence.issuer");

    if (!pending && cues.has("evidence.certificate", at) && (identified || holds(cues, at))) {
      return Evidence.Kind.CERTIFICATE;
    }
    if (!pending
        && cues.has("evidence.report", at)
        && identified
        && !cues.has("evidence.customer-own", at)) {
      return Evidence.Kind.TEST_REPORT;
    }
    boolean figure = figure(cues, at);
    boolean done = cues.has("evidence.done", at) && !pending;
    if (cues.has("evidence.trial", at)
        && !cues.has("evidence.trial-plan", at)
        && done
        && number(cues, at)) {
      return Evidence.Kind.OWN_TRIAL;
    }
    boolean customersOwn = cues.has("evidence.customer-own", at) || around.customerSituation;
    boolean named = cues.hasAny(at, "evidence.site", "evidence.site-anaphor") || around.site;
    if (named
        && figure
        && !forecast
        && !pending
        && (!customersOwn || around.cases)
        && (done || around.cases || change(cues, at))) {
      return Evidence.Kind.CASE_RESULT;
    }
    if (cues.has("evidence.site-anonymous", at)
        && cues.has("evidence.change", at)
        && done
        && !forecast
        && !pending
        && !customersOwn) {
      return Evidence.Kind.CASE_RESULT;
    }
    if (cues.has("evidence.reference", at) && named && !pendingProof(cues, at)) {
      return Evidence.Kind.REFERENCE_CUSTOMER;
    }
    if (serviceLevel(cues, at) && !around.customerSituation) {
      return Evidence.Kind.SLA_FIGURE;
    }
    return null;
  }

  private static boolean linked(ReadBlock block, Span sentence) {
    char end = block.text().charAt(sentence.end() - 1);
    return end == '；' || end == ';';
  }

  /**
   * What two parts around a semicolon prove that neither proves alone: "the sticks would have meant
   * 58 km; the loggers cut it to 2".
   */
  private static Evidence.@Nullable Kind together(
      ReadBlock block, Span second, Span both, Surroundings around) {
    Evidence.Kind kind = kind(block, second, around) == null ? kind(block, both, around) : null;
    return kind == Evidence.Kind.CASE_RESULT || kind == Evidence.Kind.OWN_TRIAL ? kind : null;
  }

  /**
   * Whether what follows a semicolon belongs to the same proof: level and remedy are one promise
   * ("… attended in four hours; if we are late, 220 comes off"), a result and what came of it or
   * who vouches for it are one case.
   */
  private static boolean continues(ReadBlock block, Span before, int next, Evidence.Kind kind) {
    if (!linked(block, before) || next >= block.sentences().size()) {
      return false;
    }
    Span part = block.sentences().get(next);
    CueHits cues = block.cues();
    if (kind == Evidence.Kind.SLA_FIGURE) {
      return cues.has("evidence.sla-remedy", part);
    }
    boolean vouches = cues.hasAny(part, "evidence.reference", "evidence.site-anaphor");
    boolean same = kind == Evidence.Kind.CASE_RESULT || kind == Evidence.Kind.OWN_TRIAL;
    return same
        && (vouches || (figure(cues, part) && !cues.has("evidence.site", part)))
        && !cues.hasAny(part, "evidence.forecast", "evidence.pending");
  }

  /** A certificate that is held, with its own name or grade, needs no number. */
  private static boolean holds(CueHits cues, Span at) {
    return cues.has("evidence.certificate-held", at);
  }

  private static boolean figure(CueHits cues, Span at) {
    return cues.hasAny(at, "evidence.change", "evidence.zero-incident", "evidence.measured");
  }

  private static boolean change(CueHits cues, Span at) {
    return cues.has("evidence.change", at);
  }

  private static boolean number(CueHits cues, Span at) {
    return figure(cues, at) || cues.has("content.fact", at);
  }

  /**
   * A promise of a visit is itself the proof, so only words of applying and not having yet take it
   * away.
   */
  private static boolean pendingProof(CueHits cues, Span at) {
    return cues.has("evidence.pending", at) && !cues.has("evidence.reference", at);
  }

  private static boolean serviceLevel(CueHits cues, Span at) {
    boolean inTime = cues.has("evidence.sla-event", at) && cues.has("evidence.sla-time", at);
    return (inTime && !cues.has("content.step-only", at))
        || (cues.has("evidence.availability", at) && cues.has("evidence.sla-remedy", at))
        || (inTime && cues.has("evidence.sla-remedy", at));
  }

  /**
   * A service level is quoted from its first to its last clause that says when or what follows;
   * other proof as the whole sentence.
   */
  private static Passage passage(ReadBlock block, Span span, Evidence.Kind kind) {
    if (kind != Evidence.Kind.SLA_FIGURE) {
      return Passage.of(block.block(), span.start(), span.end());
    }
    Span tight =
        Clauses.holding(
            block,
            span,
            "evidence.sla-event",
            "evidence.sla-time",
            "evidence.sla-remedy",
            "evidence.availability");
    return Passage.of(block.block(), tight.start(), tight.end());
  }

  /**
   * What stands around a block and bears on it.
   *
   * @param site whether a customer's name stands just before, in the same row, or over it
   * @param cases whether the place is announced as cases or references
   * @param customerSituation whether the place is announced as the customer's own state or problems
   * @param pending whether the row or head says that proof is still to come
   * @param forecast whether the row or head says that the figures are targets
   */
  private record Surroundings(
      boolean site, boolean cases, boolean customerSituation, boolean pending, boolean forecast) {

    static Surroundings of(
        SegmentedDocument document, ReadBlock block, Map<Integer, TableView> tables) {
      Section section = document.sectionOf(block.index());
      Set<SectionRole> roles = section.roles();
      boolean cases = roles.contains(SectionRole.EVIDENCE_CASES);
      boolean situation =
          !cases
              && !roles.contains(SectionRole.SOLUTION)
              && (roles.contains(SectionRole.CUSTOMER_SITUATION)
                  || roles.contains(SectionRole.PAIN_POINTS));
      boolean site = false;
      boolean pending = false;
      boolean forecast = false;
      if (section.heading() != null && (cases || !opening(document, section))) {
        site = named(document.blocks().get(section.heading()));
      }
      if (block.block().cell() != null) {
        TableView table = tables.get(block.block().cell().table());
        for (List<ReadBlock> cell : table.rows().get(block.block().cell().row()).values()) {
          for (ReadBlock part : cell) {
            site |= named(part);
            pending |= part.cues().has("evidence.pending");
            forecast |=
                part.index() != block.index()
                    && part.cues().has("evidence.forecast")
                    && part.text().length() <= 20;
          }
        }
        ReadBlock head = table.headOver(block.block().cell().column());
        if (head != null && head.index() != block.index()) {
          cases |= head.cues().has("heading.evidence-cases");
          forecast |= head.cues().has("evidence.forecast");
        }
      } else {
        for (int back = 1; back <= 2 && block.index() - back >= section.body(); back++) {
          site |= cases && named(document.blocks().get(block.index() - back));
        }
      }
      return new Surroundings(site, cases, situation, pending, forecast);
    }

    /** Whether only headings stand before: there a name is the customer's, in the title. */
    private static boolean opening(SegmentedDocument document, Section section) {
      return document.blocks().subList(0, section.from()).stream().allMatch(ReadBlock::heading);
    }

    private static boolean named(ReadBlock block) {
      return block.cues().has("evidence.site") || block.cues().has("evidence.site-anaphor");
    }
  }
}
