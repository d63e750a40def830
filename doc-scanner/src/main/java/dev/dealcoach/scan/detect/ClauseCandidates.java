package dev.dealcoach.scan.detect;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.segment.ReadBlock;
import dev.dealcoach.scan.segment.Section;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.scan.segment.SegmentedDocument;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The sentences of a document that may bind somebody, with what is true of them. Headings,
 * questions and the customer's present state bind nobody and are left out. Stateless.
 */
final class ClauseCandidates {
  private static final List<String> CUES =
      List.of(
          "content.money",
          "content.price",
          "content.fact",
          "content.deliver",
          "content.problem",
          "content.step-time",
          "content.step",
          "content.future",
          "content.market-talk",
          "content.conditional",
          "content.customer",
          "content.next-action",
          "content.discount",
          "content.empty-closing",
          "evidence.change",
          "evidence.done",
          "evidence.forecast",
          "evidence.certificate",
          "evidence.report",
          "evidence.sla-event",
          "evidence.sla-time",
          "evidence.sla-remedy",
          "evidence.availability",
          "evidence.bare-claim",
          "grammar.past",
          "grammar.third",
          "grammar.day",
          "grammar.visit",
          "grammar.absence");

  private static final List<String> PAIRED =
      List.of(
          "clause.empty",
          "clause.binds",
          "grammar.duty",
          "grammar.condition",
          "grammar.remedy",
          "grammar.deadline",
          "grammar.record",
          "grammar.modal",
          "grammar.seller",
          "grammar.buyer");

  private ClauseCandidates() {}

  /**
   * A sentence that may bind somebody. Immutable.
   *
   * @param ruled the clauses that the rules see in it
   * @param labelled the clauses whose label stands over it or before it in its row
   */
  record Candidate(
      ReadBlock block,
      Span span,
      Set<RiskClause> ruled,
      Set<RiskClause> labelled,
      List<String> features) {

    /** What is true of it where a certain clause is asked for. */
    List<String> features(RiskClause clause) {
      List<String> all = new ArrayList<>(features);
      all.addAll(about(clause));
      return all;
    }

    /** What is true of it only as to a certain clause. */
    List<String> about(RiskClause clause) {
      String rule = ruled.contains(clause) ? "ruled" : "not-ruled";
      return labelled.contains(clause) ? List.of(rule, "labelled") : List.of(rule);
    }
  }

  static List<Candidate> of(SegmentedDocument document) {
    Language language = document.document().language();
    List<Candidate> candidates = new ArrayList<>();
    for (ReadBlock block : document.blocks()) {
      if (block.heading() || situation(document, block)) {
        continue;
      }
      Set<RiskClause> labelled = labels(document, block);
      for (Span sentence : block.sentences()) {
        char end = block.text().charAt(sentence.end() - 1);
        if (end != '？' && end != '?') {
          Set<RiskClause> ruled = EnumSet.noneOf(RiskClause.class);
          for (RiskClause clause : RiskClause.values()) {
            boolean label = labelled.contains(clause);
            if (binds(block, sentence, clause.cue())
                || (label && binds(block, sentence, "clause.binds"))) {
              ruled.add(clause);
            }
          }
          List<String> features = features(block, sentence, language);
          document.sectionOf(block.index()).roles().stream()
              .map(role -> "under=" + role.id())
              .sorted()
              .forEach(features::add);
          candidates.add(new Candidate(block, sentence, ruled, labelled, features));
        }
      }
    }
    return candidates;
  }

  private static List<String> features(ReadBlock block, Span at, Language language) {
    List<String> features = new ArrayList<>();
    features.add("always");
    Wording.add(features, "w=", at.of(block.text()), language, true);
    CueHits cues = block.cues();
    for (String cue : CUES) {
      if (cues.has(cue, at)) {
        features.add(cue);
      }
    }
    List<String> facts = new ArrayList<>();
    for (RiskClause clause : RiskClause.values()) {
      if (cues.has(clause.cue(), at)) {
        facts.add(clause.cue());
      }
    }
    for (String cue : PAIRED) {
      if (cues.has(cue, at)) {
        facts.add(cue);
      }
    }
    for (int i = 0; i < facts.size(); i++) {
      features.add(facts.get(i));
      for (int k = i + 1; k < facts.size(); k++) {
        features.add(facts.get(i) + "&" + facts.get(k));
      }
    }
    features.add("kind=" + block.block().kind());
    return features;
  }

  /** Whether a block tells of the customer's present state, whose figures bind nobody. */
  private static boolean situation(SegmentedDocument document, ReadBlock block) {
    Set<SectionRole> roles = document.sectionOf(block.index()).roles();
    return !roles.isEmpty()
        && Set.of(SectionRole.CUSTOMER_SITUATION, SectionRole.PAIN_POINTS).containsAll(roles);
  }

  /** The clauses of which the heading over a block, or the first cell of its row, is the label. */
  private static Set<RiskClause> labels(SegmentedDocument document, ReadBlock block) {
    Block at = block.block();
    if (at.cell() != null && at.cell().column() > 0) {
      for (int i = block.index() - 1; i >= 0; i--) {
        Block before = document.blocks().get(i).block();
        if (before.cell() == null
            || before.cell().table() != at.cell().table()
            || before.cell().row() != at.cell().row()) {
          break;
        }
        if (before.cell().column() == 0) {
          return labels(document.blocks().get(i).cues());
        }
      }
      return Set.of();
    }
    Section section = document.sectionOf(block.index());
    return section.heading() == null
        ? Set.of()
        : labels(document.blocks().get(section.heading()).cues());
  }

  private static Set<RiskClause> labels(CueHits cues) {
    Set<RiskClause> labels = EnumSet.noneOf(RiskClause.class);
    for (RiskClause clause : RiskClause.values()) {
      if (cues.has(clause.label())) {
        labels.add(clause);
      }
    }
    return labels;
  }

  /**
   * A cue outside the words that only point elsewhere; a sentence that points elsewhere must hold
   * something that binds besides.
   */
  private static boolean binds(ReadBlock block, Span sentence, String cue) {
    CueHits cues = block.cues();
    List<Span> empty = cues.of("clause.empty", sentence);
    List<Span> hits = cues.of(cue, sentence).stream().filter(hit -> !quoted(block, hit)).toList();
    return outside(hits, empty)
        && (empty.isEmpty() || outside(cues.of("clause.binds", sentence), empty));
  }

  /** Whether a place stands in quotation marks: somebody's words bind nobody. */
  private static boolean quoted(ReadBlock block, Span hit) {
    int open = block.text().lastIndexOf('“', hit.start());
    return open >= 0 && block.text().indexOf('”', open) >= hit.end();
  }

  private static boolean outside(List<Span> hits, List<Span> empty) {
    return hits.stream().anyMatch(hit -> empty.stream().noneMatch(hit::overlaps));
  }
}
