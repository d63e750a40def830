package dev.dealcoach.scan.detect.objection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.nlp.worry.WorryJudge;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A labelled proposal as cases for training. */
final class ObjectionCases {
  private final LabelledProposal proposal;
  private final SegmentedDocument document;
  private final Labels labels;
  private final List<Unit> units;
  private final AnswerReach reach;
  private final boolean[] worries;
  private final boolean[] answered;
  private final @Nullable WorryJudge judge;

  private ObjectionCases(
      LabelledProposal proposal,
      SegmentedDocument document,
      Labels labels,
      List<Unit> units,
      boolean[] worries,
      boolean[] answered,
      @Nullable WorryJudge judge) {
    this.proposal = proposal;
    this.document = document;
    this.labels = labels;
    this.units = units;
    this.reach = new AnswerReach(document, labels, units);
    this.worries = worries;
    this.answered = answered;
    this.judge = judge;
  }

  LabelledProposal proposal() {
    return proposal;
  }

  SegmentedDocument document() {
    return document;
  }

  Labels labels() {
    return labels;
  }

  List<Unit> units() {
    return units;
  }

  AnswerReach reach() {
    return reach;
  }

  /** For each unit whether it raises a worry. */
  boolean[] worries() {
    return worries;
  }

  /** For each worry whether it is answered; false for other units. */
  boolean[] answered() {
    return answered;
  }

  /** What encoders made of it that have not seen its writer; nothing if none was asked. */
  WorryJudge judge() {
    return judge == null ? (document, language, likely) -> new TreeMap<>() : judge;
  }

  /** Whether an encoder has judged it. */
  boolean judged() {
    return judge != null;
  }

  static ObjectionCases of(
      LabelledProposal proposal, Segmenter segmenter, @Nullable WorryJudge judge) {
    SegmentedDocument document = segmenter.segment(proposal.document());
    Labels labels = new Labels(document);
    List<Unit> units = Units.of(document, labels);
    boolean[] worries = new boolean[units.size()];
    boolean[] answered = new boolean[units.size()];
    for (Labelled label : labelled(proposal)) {
      for (int i = 0; i < units.size(); i++) {
        if (label.place() != null && same(proposal, document, units.get(i), label.place())) {
          worries[i] = true;
          answered[i] = label.answered();
        }
      }
    }
    return new ObjectionCases(proposal, document, labels, units, worries, answered, judge);
  }

  private static boolean same(
      LabelledProposal proposal, SegmentedDocument document, Unit unit, Span label) {
    Passage passage =
        Passage.of(
            document.document(),
            List.of(new TextPart(unit.block().index(), unit.span().start(), unit.span().end())));
    Span place = proposal.place(passage);
    int both = Math.min(place.end(), label.end()) - Math.max(place.start(), label.start());
    double ofUnit = (double) both / place.length();
    double ofLabel = (double) both / label.length();
    return both > 0
        && (ofUnit >= 0.7
            || (ofLabel >= 0.8 && ofUnit >= 0.4)
            || LabelledProposal.shared(place, label) >= 0.5);
  }

  /** A labelled worry. */
  record Labelled(@Nullable Span place, boolean answered) {}

  static List<Labelled> labelled(LabelledProposal proposal) {
    List<Labelled> all = new ArrayList<>();
    for (JsonNode node : proposal.labels().get("objections")) {
      all.add(new Labelled(proposal.place(node.get("objection").asText()), true));
    }
    for (JsonNode node : proposal.labels().path("unanswered")) {
      all.add(new Labelled(proposal.place(node.get("text").asText()), false));
    }
    return all;
  }
}
