package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.TableView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the places where a capability is backed (SPEC §3): a measured result at a customer, a
 * certificate, a report, a customer that may be asked, a service level owed, a trial at the
 * customer's own site. Each sentence is judged by {@link EvidenceJudge} in its {@link
 * EvidenceSetting}. Stateless, thread-safe.
 */
final class EvidenceDetector {
  /** A remedy that starts within so many characters of a sentence has no subject of its own. */
  private static final int LEAD = 2;

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
    Parties parties = Parties.of(document);
    EvidenceJudge judge = new EvidenceJudge(parties);
    List<Evidence> found = new ArrayList<>();
    for (ReadBlock block : document.blocks()) {
      judge.begin();
      if (block.heading()) {
        continue;
      }
      EvidenceSetting setting = EvidenceSetting.of(document, block, tables, parties);
      List<Span> sentences = block.sentences();
      for (int i = 0; i < sentences.size(); i++) {
        Span sentence = sentences.get(i);
        Evidence.Kind kind = judge.judge(block, sentence, setting);
        if (kind == null && i + 1 < sentences.size() && semicolon(block, sentence)) {
          kind = judge.together(block, sentence, sentences.get(i + 1), setting);
          sentence = kind == null ? sentence : new Span(sentence.start(), sentences.get(++i).end());
        }
        if (kind == null) {
          continue;
        }
        if (kind == Evidence.Kind.SLA_FIGURE && remedyFollows(block, sentence, i + 1)) {
          sentence = new Span(sentence.start(), sentences.get(++i).end());
        }
        while (i + 1 < sentences.size()
            && semicolon(block, sentence)
            && judge.continues(block, sentences.get(i + 1), kind)) {
          sentence = new Span(sentence.start(), sentences.get(++i).end());
        }
        if (kind == Evidence.Kind.REFERENCE_CUSTOMER
            && i > 0
            && goesOn(found, block, sentences.get(i - 1))
            && parties.sites(block, sentence).isEmpty()) {
          extend(found, block, sentences.get(i - 1), sentence);
          continue;
        }
        Span span = Spans.withoutEnd(block.text(), withoutLabel(block, sentence, parties));
        Passage passage = passage(block, span, kind);
        boolean customersWords =
            painQuotes.stream()
                .filter(quote -> quote.kind() != PainQuote.Kind.PARAPHRASE)
                .anyMatch(quote -> quote.passage().overlaps(passage));
        boolean question =
            objections.stream().anyMatch(objection -> objection.objection().overlaps(passage));
        if (!customersWords && !question) {
          found.add(new Evidence(passage, kind));
        }
      }
    }
    return found;
  }

  /** Whether the sentence before already refers to the same customer: one place, one proof. */
  private static boolean goesOn(List<Evidence> found, ReadBlock block, Span before) {
    if (found.isEmpty() || found.getLast().kind() != Evidence.Kind.REFERENCE_CUSTOMER) {
      return false;
    }
    return found
        .getLast()
        .passage()
        .overlaps(Passage.of(block.block(), before.start(), before.end()));
  }

  /** After a semicolon the second half belongs to the place; a new sentence adds nothing. */
  private static void extend(List<Evidence> found, ReadBlock block, Span before, Span sentence) {
    char end = block.text().charAt(before.end() - 1);
    if (end == '；' || end == ';') {
      int start = found.removeLast().passage().parts().getFirst().start();
      int stop = Spans.withoutEnd(block.text(), sentence).end();
      found.add(
          new Evidence(Passage.of(block.block(), start, stop), Evidence.Kind.REFERENCE_CUSTOMER));
    }
  }

  /** Without its label, unless the label names the paper or the customer. */
  private static Span withoutLabel(ReadBlock block, Span sentence, Parties parties) {
    Span bare = Spans.withoutMark(block.text(), sentence);
    Span rest = Spans.withoutLabel(block.text(), sentence);
    if (rest.start() <= bare.start()) {
      return bare;
    }
    Span label = new Span(bare.start(), rest.start());
    boolean tells =
        block.cues().hasAny(label, "evidence.certificate", "evidence.site-label")
            || !parties.sites(block, label).isEmpty();
    return tells ? bare : rest;
  }

  private static boolean semicolon(ReadBlock block, Span sentence) {
    return block.text().charAt(sentence.end() - 1) == ';';
  }

  /**
   * "… attended in four hours; if we are late, 220 comes off": level and remedy are one promise,
   * unless the next is a promise of its own.
   */
  private static boolean remedyFollows(ReadBlock block, Span sentence, int next) {
    char end = block.text().charAt(sentence.end() - 1);
    if ((end != '；' && end != ';') || next >= block.sentences().size()) {
      return false;
    }
    Span after = block.sentences().get(next);
    List<Span> remedies = block.cues().of("evidence.sla-remedy", after);
    boolean opens = remedies.stream().anyMatch(hit -> hit.start() - after.start() <= LEAD);
    return opens || (!remedies.isEmpty() && !block.cues().has("evidence.sla-guarantee", after));
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
            "evidence.sla-guarantee",
            "evidence.availability");
    return Passage.of(block.block(), tight.start(), tight.end());
  }
}
