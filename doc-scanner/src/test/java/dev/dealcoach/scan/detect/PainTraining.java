package dev.dealcoach.scan.detect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.maxent.FeatureModelTrainer;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.segment.SegmentedDocument;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the model that tells a customer's pain from what else customers say, in one language, from
 * single sentences and from what proposals quote.
 */
final class PainTraining {
  private static final double PENALTY = 4;
  private static final int CUTOFF = 2;

  /** From this share of the shorter stretch on a quotation is the labelled one. */
  private static final double SAME = 0.5;

  /** A quotation with features and what it is. */
  record Case(boolean pain, List<String> features) {}

  private final Language language;
  private final PainQuoteDetector detector;
  private final Segmenter segmenter;
  private final FeatureModelTrainer trainer = new FeatureModelTrainer(PENALTY, CUTOFF);

  PainTraining(Language language, RulePack pack, Segmenter segmenter) {
    this.language = language;
    this.detector = new PainQuoteDetector(pack);
    this.segmenter = segmenter;
  }

  /** Adds cases. */
  void add(List<Case> cases) {
    cases.forEach(each -> trainer.add(each.pain(), each.features()));
  }

  byte[] trainToBytes() {
    return trainer.trainToBytes();
  }

  FeatureModel train() {
    return trainer.train();
  }

  /** A sentence as if a proposal quoted it whole; nothing if it is too short for a quote. */
  List<Case> cases(JsonNode sentence) {
    if (!sentence.get("lang").asText().equals(language.code())) {
      return List.of();
    }
    String text = NormalText.of(sentence.get("text").asText());
    SegmentedDocument document = segmenter.segment(MarkdownBlocks.parse("s", text));
    if (document.blocks().isEmpty()) {
      return List.of();
    }
    PainQuoteDetector.Reading reading = detector.reading(document, List.of(text));
    return reading.quotations().stream()
        .map(
            each ->
                new Case(
                    sentence.get("label").asText().equals("pain"),
                    PainFeatures.of(document, each, reading.said().getFirst())))
        .toList();
  }

  /**
   * What a proposal quotes of its customer. Words of a statement that is quoted as a pain elsewhere
   * in it tell nothing, because repetitions are not labelled.
   */
  List<Case> cases(LabelledProposal proposal) {
    List<Case> cases = new ArrayList<>();
    if (proposal.document().language() != language || proposal.statements().isEmpty()) {
      return cases;
    }
    SegmentedDocument document = segmenter.segment(proposal.document());
    PainQuoteDetector.Reading reading = detector.reading(document, proposal.statements());
    List<Integer> pains = new ArrayList<>();
    List<Span> places = new ArrayList<>();
    for (JsonNode quote : proposal.labels().get("pain_quotes")) {
      pains.add(quote.path("source_index").asInt(-1));
      if (!quote.get("kind").asText().equals("paraphrase")) {
        places.add(proposal.place(quote.get("proposal_text").asText()));
      }
    }
    for (QuoteCandidate candidate : reading.quotations()) {
      int statement = candidate.stretch().statement();
      boolean labelled = labelled(proposal.place(candidate.passage()), places);
      if (labelled || !pains.contains(statement)) {
        cases.add(
            new Case(
                labelled, PainFeatures.of(document, candidate, reading.said().get(statement))));
      }
    }
    return cases;
  }

  private static boolean labelled(Span place, List<Span> places) {
    for (Span label : places) {
      if (label != null) {
        int both = Math.min(place.end(), label.end()) - Math.max(place.start(), label.start());
        if (both >= SAME * Math.min(place.length(), label.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
