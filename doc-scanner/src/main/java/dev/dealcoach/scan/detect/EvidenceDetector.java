package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places where a capability is backed (SPEC §3): a measured result at a customer, a
 * certificate, a report, a customer that may be asked, a service level owed, a trial at the
 * customer's own site. {@link EvidenceJudge} says what the rules make of a sentence in its {@link
 * EvidenceSetting}; a trained model weighs that with the wording. Immutable, thread-safe.
 */
final class EvidenceDetector {
  /** A remedy that starts within so many characters of a sentence has no subject of its own. */
  private static final int LEAD = 2;

  private final EvidenceModel model;

  EvidenceDetector(EvidenceModel model) {
    this.model = model;
  }

  /**
   * The evidence in reading order.
   *
   * @param document segmented
   * @param painQuotes the customer's own words, which prove nothing of ours
   * @param statements all that the customer said; what repeats it proves nothing either
   */
  List<Evidence> detect(
      SegmentedDocument document, List<PainQuote> painQuotes, List<String> statements) {
    Echoes echoes = new Echoes(statements);
    Language language = document.document().language();
    Parties parties = Parties.of(document);
    EvidenceJudge judge = new EvidenceJudge(parties);
    List<Evidence> found = new ArrayList<>();
    ReadBlock last = null;
    int read = -1;
    List<EvidenceCandidate> candidates = EvidenceCandidates.of(document, parties);
    for (int c = 0; c < candidates.size(); c++) {
      EvidenceCandidate candidate = candidates.get(c);
      ReadBlock block = candidate.block();
      boolean used = last != null && last.index() == block.index() && candidate.number() <= read;
      double alone = used ? 0 : model.alone(candidate, language);
      double joined = used ? 0 : model.joined(candidate, language);
      if (Math.max(alone, joined) < EvidenceModel.ENOUGH) {
        continue;
      }
      List<Span> sentences = block.sentences();
      Span sentence = candidate.span();
      Evidence.Kind kind = candidate.kind();
      int i = candidate.number();
      if (joined > 0 && candidate.verdict() == null) {
        EvidenceCandidate next = candidates.get(c + 1);
        boolean better = joined >= Math.max(alone, model.alone(next, language));
        if (joined >= EvidenceModel.ENOUGH && next.verdict() == null && better) {
          sentence = new Span(sentence.start(), next.span().end());
          i = next.number();
        } else if (alone < EvidenceModel.ENOUGH) {
          continue;
        }
      } else if (alone < EvidenceModel.ENOUGH) {
        continue;
      }
      int before = firstOf(sentences, sentence) - 1;
      if (kind == Evidence.Kind.SLA_FIGURE && remedyFollows(block, sentence, i + 1)) {
        sentence = new Span(sentence.start(), sentences.get(++i).end());
      }
      while (i + 1 < sentences.size()
          && semicolon(block, sentence)
          && judge.continues(block, sentences.get(i + 1), kind)) {
        sentence = new Span(sentence.start(), sentences.get(++i).end());
      }
      last = block;
      read = i;
      if (kind == Evidence.Kind.REFERENCE_CUSTOMER
          && before >= 0
          && goesOn(found, block, sentences.get(before))
          && parties.sites(block, sentence).isEmpty()) {
        extend(found, block, sentences.get(before), sentence);
        continue;
      }
      Span span = Spans.withoutEnd(block.text(), withoutLabel(block, sentence, parties));
      Passage passage = passage(block, span, kind);
      boolean customersWords =
          painQuotes.stream()
                  .filter(quote -> quote.kind() != PainQuote.Kind.PARAPHRASE)
                  .anyMatch(quote -> quote.passage().overlaps(passage))
              || echoes.repeat(passage.text());
      if (!customersWords) {
        found.add(new Evidence(passage, kind));
      }
    }
    return found;
  }

  private static int firstOf(List<Span> sentences, Span within) {
    int first = 0;
    while (sentences.get(first).start() < within.start()) {
      first++;
    }
    return first;
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
        block.cues().hasAny(label, "evidence.certificate", "evidence.report", "evidence.site-label")
            || !parties.sites(block, label).isEmpty();
    return tells ? bare : rest;
  }

  private static boolean semicolon(ReadBlock block, Span sentence) {
    char end = block.text().charAt(sentence.end() - 1);
    return end == ';' || end == '；';
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
            "evidence.availability",
            "grammar.remedy");
    return Passage.of(block.block(), tight.start(), tight.end());
  }
}
