package dev.dealcoach.scan.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.detect.PainQuote;
import dev.dealcoach.scan.detect.PainQuoteDetector;
import dev.dealcoach.scan.detect.RivalDetector;
import dev.dealcoach.scan.detect.RivalPoint;
import dev.dealcoach.scan.segment.Segmenter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures pain quotes and rival points on folders of labelled proposals. Arguments: folders;
 * {@code -v} shows every difference.
 */
public final class AlignmentEvaluation {
  private static final double SAME_PLACE = 0.5;

  private final RulePack pack = RulePack.standard();
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final boolean verbose;
  private final QuoteTally quotes = new QuoteTally();
  private final RivalTally rivals = new RivalTally();

  private AlignmentEvaluation(boolean verbose) {
    this.verbose = verbose;
  }

  /** Runs the evaluation. */
  public static void main(String[] args) {
    boolean verbose = List.of(args).contains("-v");
    for (String language : List.of("zh", "en")) {
      AlignmentEvaluation evaluation = new AlignmentEvaluation(verbose);
      for (String folder : args) {
        if (!folder.equals("-v")) {
          LabelledProposal.folder(Path.of(folder)).stream()
              .filter(proposal -> proposal.labels().get("lang").asText().equals(language))
              .forEach(
                  proposal -> {
                    evaluation.quotes(proposal);
                    evaluation.rivals(proposal);
                  });
        }
      }
      evaluation.out.println(language + " pain quotes: " + evaluation.quotes);
      evaluation.out.println(language + " rival points: " + evaluation.rivals);
    }
  }

  private void quotes(LabelledProposal proposal) {
    List<PainQuote> found =
        new PainQuoteDetector(pack)
            .detect(new Segmenter(pack).segment(proposal.document()), proposal.statements());
    List<PainQuote> left = new ArrayList<>(found);
    for (JsonNode label : proposal.labels().get("pain_quotes")) {
      String kind = label.get("kind").asText();
      Span place = proposal.place(label.get("proposal_text").asText());
      PainQuote match = take(proposal, place, left);
      quotes.gold(kind, match == null ? null : match.kind().id());
      if (verbose && (match == null || !match.kind().id().equals(kind))) {
        show(proposal, "MISS " + kind, label.get("proposal_text").asText(), match);
      } else if (verbose && LabelledProposal.shared(proposal.place(match.passage()), place) < 0.9) {
        show(proposal, "EDGE", label.get("proposal_text").asText(), match);
      }
    }
    for (PainQuote extra : left) {
      quotes.extra(extra.kind().id());
      if (verbose) {
        show(proposal, "EXTRA", "", extra);
      }
    }
    boolean met = found.stream().anyMatch(q -> q.kind() != PainQuote.Kind.PARAPHRASE);
    boolean gold = proposal.labels().get("gold").get("pain_quote").asBoolean();
    quotes.point(gold, met);
    if (verbose && met != gold) {
      out.println("   POINT " + proposal.id() + " gold " + gold + ", found " + met);
    }
  }

  private static PainQuote take(LabelledProposal proposal, Span place, List<PainQuote> left) {
    PainQuote best = null;
    double bestShared = 0;
    for (PainQuote quote : left) {
      double shared = LabelledProposal.shared(proposal.place(quote.passage()), place);
      if (shared >= SAME_PLACE && shared > bestShared) {
        best = quote;
        bestShared = shared;
      }
    }
    left.remove(best);
    return best;
  }

  private void show(LabelledProposal proposal, String what, String label, PainQuote quote) {
    out.println(
        "   "
            + what
            + " "
            + proposal.id()
            + "\n      gold  "
            + label
            + "\n      found "
            + (quote == null
                ? "-"
                : quote.kind()
                    + " "
                    + quote.source()
                    + " "
                    + quote.similarity()
                    + " "
                    + quote.passage().text()));
  }

  private void rivals(LabelledProposal proposal) {
    List<RivalPoint> left =
        new ArrayList<>(
            new RivalDetector(pack)
                .detect(new Segmenter(pack).segment(proposal.document()), proposal.statements()));
    for (JsonNode label : proposal.labels().get("rival_points")) {
      String text = label.get("text").asText();
      boolean answered = label.get("answered").asBoolean();
      RivalPoint match = null;
      for (RivalPoint point : left) {
        if (match == null && same(proposal, text, point)) {
          match = point;
        }
      }
      left.remove(match);
      rivals.gold(answered, match != null, match != null && match.answer() != null);
      if (verbose && (match == null || (match.answer() != null) != answered)) {
        out.println(
            "   RIVAL " + proposal.id() + " " + answered + " " + text + "\n      found " + match);
      }
    }
    for (RivalPoint extra : left) {
      rivals.extra();
      if (verbose) {
        out.println("   RIVAL EXTRA " + proposal.id() + " " + extra);
      }
    }
  }

  /** The same point: the label touches the place, its answer, or the statement. */
  private static boolean same(LabelledProposal proposal, String label, RivalPoint point) {
    Span place = proposal.place(label);
    if (place != null) {
      return (point.raised() != null && proposal.place(point.raised()).overlaps(place))
          || (point.answer() != null && proposal.place(point.answer()).overlaps(place));
    }
    Integer source = point.source();
    return source != null
        && (proposal.statements().get(source).contains(NormalText.of(label))
            || label.contains(proposal.statements().get(source)));
  }
}
