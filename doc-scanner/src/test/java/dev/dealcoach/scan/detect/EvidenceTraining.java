package dev.dealcoach.scan.detect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.nlp.maxent.FeatureModelTrainer;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Trains the evidence model of one language. */
final class EvidenceTraining {
  private static final double PENALTY = 6;
  private static final int CUTOFF = 2;

  /** How much more a proposal counts that the rules were not written with. */
  private static final int FRESH = 2;

  /** From this share of the shorter stretch on a candidate is the labelled place. */
  private static final double SAME = 0.5;

  /** Below this share it surely is not; between the two nothing is learned. */
  private static final double OTHER = 0.2;

  /** Statements that back nothing. */
  private static final Set<String> NOTHING =
      Set.of(
          "claim",
          "price",
          "plan_step",
          "next_step",
          "solution",
          "pain",
          "clause_empty",
          "other",
          "question_neutral",
          "objection");

  private final Language language;
  private final FeatureModelTrainer trainer = new FeatureModelTrainer(PENALTY, CUTOFF);

  EvidenceTraining(Language language) {
    this.language = language;
  }

  /** The trained model's bytes. */
  byte[] train() {
    return trainer.trainToBytes();
  }

  /** Adds a statement that stands alone, if it is of this language and tells something. */
  void add(JsonNode statement, Segmenter segmenter) {
    String label = statement.get("label").asText();
    boolean answer = label.equals("evidence");
    boolean heading = statement.get("form").asText().equals("heading");
    if (heading || !(answer || NOTHING.contains(label)) || !spoken(statement)) {
      return;
    }
    SegmentedDocument document =
        segmenter.segment(MarkdownBlocks.parse("s", statement.get("text").asText()));
    List<EvidenceCandidate> candidates = EvidenceCandidates.of(document, Parties.of(document));
    if (candidates.size() == 1) {
      List<String> features = new ArrayList<>(candidates.getFirst().features());
      features.removeIf(feature -> feature.startsWith("kind="));
      features.add("statement");
      trainer.add(answer, features);
    }
  }

  private boolean spoken(JsonNode statement) {
    return statement.get("lang").asText().equals(language.code());
  }

  /**
   * Adds a proposal of this language.
   *
   * @param fresh whether the rules were written without it, so that their verdict tells something
   */
  void add(LabelledProposal proposal, Segmenter segmenter, boolean fresh) {
    if (proposal.document().language() != language) {
      return;
    }
    SegmentedDocument document = segmenter.segment(proposal.document());
    List<Span> labels = new ArrayList<>();
    for (JsonNode node : proposal.labels().get("evidence")) {
      Span place = proposal.place(node.get("text").asText());
      if (place != null) {
        labels.add(place);
      }
    }
    List<EvidenceCandidate> candidates = EvidenceCandidates.of(document, Parties.of(document));
    for (int c = 0; c < candidates.size(); c++) {
      EvidenceCandidate candidate = candidates.get(c);
      if (!candidate.joined().isEmpty() && c + 1 < candidates.size()) {
        joined(
            candidate.joined(),
            covered(proposal, labels, candidate, false),
            covered(proposal, labels, candidates.get(c + 1), false),
            fresh);
      }
      double best = covered(proposal, labels, candidate, true);
      if (best >= SAME || best < OTHER) {
        add(best >= SAME, candidate.features(), fresh);
      }
    }
  }

  /** Two sentences are one place if both lie in a label. */
  private void joined(List<String> features, double first, double second, boolean fresh) {
    boolean both = first >= SAME && second >= SAME;
    if (both || (first < OTHER && second < OTHER)) {
      add(both, features, fresh);
    }
  }

  private void add(boolean answer, List<String> features, boolean fresh) {
    List<String> kept = new ArrayList<>(features);
    if (!fresh) {
      kept.removeIf(feature -> feature.startsWith("verdict=") || feature.contains("evidence."));
      kept.add("tuned");
    }
    for (int copy = 0; copy < (fresh ? FRESH : 1); copy++) {
      trainer.add(answer, kept);
    }
  }

  /** The share of a candidate, or of the shorter of both, that lies in a label. */
  private static double covered(
      LabelledProposal proposal,
      List<Span> labels,
      EvidenceCandidate candidate,
      boolean ofShorter) {
    Span place =
        proposal.place(
            Passage.of(
                candidate.block().block(), candidate.span().start(), candidate.span().end()));
    double best = 0;
    for (Span label : labels) {
      int both = Math.min(place.end(), label.end()) - Math.max(place.start(), label.start());
      int of = ofShorter ? Math.min(place.length(), label.length()) : place.length();
      best = Math.max(best, both <= 0 ? 0 : (double) both / of);
    }
    return best;
  }
}
