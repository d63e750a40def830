package dev.dealcoach.scan.detect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.nlp.maxent.FeatureModel;
import dev.dealcoach.nlp.maxent.FeatureModelTrainer;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.eval.LabelledProposal;
import dev.dealcoach.scan.eval.MarkdownBlocks;
import dev.dealcoach.scan.segment.Segmenter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Trains the clause models of one language. A proposal's labels say which clauses it has, not
 * where: each round takes the best candidate of the round before for the place.
 */
final class ClauseTraining {
  private static final double PENALTY = 3;
  private static final int CUTOFF = 2;
  private static final int ROUNDS = 2;

  /** How often a place that holds a clause is counted; most candidates hold none. */
  private static final int COPIES = 3;

  /** A best candidate below this is not believed to be the place. */
  private static final double UNLIKELY = 0.1;

  private final Language language;
  private final List<Proposal> proposals = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();

  ClauseTraining(Language language) {
    this.language = language;
  }

  private record Proposal(
      List<ClauseCandidates.Candidate> candidates, Set<RiskClause> present, boolean fresh) {}

  private record Statement(ClauseCandidates.Candidate candidate, Set<RiskClause> clauses) {}

  /** Adds a statement that stands alone, if it is of this language and tells something. */
  void add(JsonNode statement, Segmenter segmenter) {
    String label = statement.get("label").asText();
    boolean risk = statement.has("clause");
    boolean unclear = label.equals("response") || (label.equals("evidence") && !risk);
    boolean spoken = statement.get("lang").asText().equals(language.code());
    if (statement.get("form").asText().equals("heading") || unclear || !spoken) {
      return;
    }
    Set<RiskClause> clauses = EnumSet.noneOf(RiskClause.class);
    if (risk) {
      for (String id : statement.get("clause").asText().split(",", -1)) {
        clauses.add(clause(id));
      }
    }
    List<ClauseCandidates.Candidate> candidates =
        ClauseCandidates.of(
            segmenter.segment(MarkdownBlocks.parse("s", statement.get("text").asText())));
    if (candidates.size() == 1) {
      statements.add(new Statement(candidates.getFirst(), clauses));
    }
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
    Set<RiskClause> present = EnumSet.noneOf(RiskClause.class);
    proposal
        .labels()
        .get("risk_clauses_present")
        .forEach(node -> present.add(clause(node.asText())));
    proposals.add(
        new Proposal(ClauseCandidates.of(segmenter.segment(proposal.document())), present, fresh));
  }

  private static RiskClause clause(String id) {
    return RiskClause.valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The trained model's bytes. */
  byte[] train(RiskClause clause) {
    FeatureModel model = null;
    for (int round = 0; round < ROUNDS; round++) {
      model = trainer(clause, model).train();
    }
    return trainer(clause, model).trainToBytes();
  }

  private FeatureModelTrainer trainer(RiskClause clause, @Nullable FeatureModel model) {
    FeatureModelTrainer trainer = new FeatureModelTrainer(PENALTY, CUTOFF);
    for (Statement statement : statements) {
      boolean yes = statement.clauses().contains(clause);
      List<String> features = new ArrayList<>(statement.candidate().features(clause));
      features.removeIf(feature -> feature.startsWith("kind="));
      features.add("statement");
      for (int copy = 0; copy < (yes ? 2 : 1); copy++) {
        trainer.add(yes, features);
      }
    }
    for (Proposal proposal : proposals) {
      add(trainer, proposal, clause, model);
    }
    return trainer;
  }

  private static void add(
      FeatureModelTrainer trainer,
      Proposal proposal,
      RiskClause clause,
      @Nullable FeatureModel model) {
    boolean present = proposal.present().contains(clause);
    boolean ruled =
        proposal.candidates().stream().anyMatch(candidate -> candidate.ruled().contains(clause));
    int best = present && model != null ? best(proposal, clause, model) : -1;
    for (int i = 0; i < proposal.candidates().size(); i++) {
      ClauseCandidates.Candidate candidate = proposal.candidates().get(i);
      List<String> features = features(candidate, clause, proposal.fresh());
      boolean byRule = candidate.ruled().contains(clause);
      if (!present) {
        trainer.add(false, features);
      } else if (holds(candidate, i == best, byRule, clause, model)) {
        for (int copy = 0; copy < COPIES; copy++) {
          trainer.add(true, features);
        }
      } else if (!byRule && ruled && model == null) {
        trainer.add(false, features);
      }
    }
  }

  private static boolean holds(
      ClauseCandidates.Candidate candidate,
      boolean best,
      boolean byRule,
      RiskClause clause,
      @Nullable FeatureModel model) {
    if (model == null) {
      return byRule;
    }
    double p = model.probability(candidate.features(clause));
    return (best && (p > UNLIKELY || byRule)) || (byRule && p > 0.5);
  }

  /** The number of the likeliest candidate, -1 without any. */
  private static int best(Proposal proposal, RiskClause clause, FeatureModel model) {
    int best = -1;
    double most = -1;
    for (int i = 0; i < proposal.candidates().size(); i++) {
      double p = model.probability(proposal.candidates().get(i).features(clause));
      if (p > most) {
        most = p;
        best = i;
      }
    }
    return best;
  }

  private static List<String> features(
      ClauseCandidates.Candidate candidate, RiskClause clause, boolean fresh) {
    List<String> features = new ArrayList<>(candidate.features(clause));
    if (!fresh) {
      features.removeIf(feature -> feature.endsWith("ruled") || ownCue(feature));
      features.add("tuned");
    }
    return features;
  }

  /** Whether a clause's own cue makes a feature: it fits what it was written with too well. */
  private static boolean ownCue(String feature) {
    return Arrays.stream(RiskClause.values()).anyMatch(clause -> feature.contains(clause.cue()));
  }
}
