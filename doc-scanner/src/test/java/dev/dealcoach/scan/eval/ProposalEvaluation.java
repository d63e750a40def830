package dev.dealcoach.scan.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import dev.dealcoach.scan.detect.ClausePresence;
import dev.dealcoach.scan.detect.Detections;
import dev.dealcoach.scan.detect.Detectors;
import dev.dealcoach.scan.detect.Evidence;
import dev.dealcoach.scan.detect.Objection;
import dev.dealcoach.scan.detect.PainQuote;
import dev.dealcoach.scan.detect.SectionPresence;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.Segmenter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the detectors find in labelled proposals with the labels; {@code main FOLDER… [-v]}
 * prints the figures.
 */
public final class ProposalEvaluation {
  private final Detectors detectors;
  private final Segmenter segmenter;
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<String, int[][]> agreements = new TreeMap<>();
  private final boolean verbose;

  ProposalEvaluation(RulePack pack, boolean verbose) {
    this.detectors = Detectors.standard(pack);
    this.segmenter = new Segmenter(pack);
    this.verbose = verbose;
  }

  public static void main(String[] args) {
    boolean verbose = List.of(args).contains("-v");
    ProposalEvaluation evaluation = new ProposalEvaluation(RulePack.standard(), verbose);
    for (String folder : args) {
      if (!folder.equals("-v")) {
        LabelledProposal.folder(Path.of(folder)).forEach(evaluation::compare);
      }
    }
    System.out.println(evaluation.report());
  }

  void compare(LabelledProposal proposal) {
    Language language = proposal.document().language();
    Detections found =
        detectors.detect(segmenter.segment(proposal.document()), proposal.statements());
    JsonNode labels = proposal.labels();
    say("==== " + proposal.id() + " " + labels.path("style").asText());

    List<Passage> evidence = found.evidence().stream().map(Evidence::passage).toList();
    spans(proposal, "evidence", texts(labels.get("evidence"), "text"), evidence);
    List<Objection> answered =
        found.objections().stream().filter(o -> o.response() != null).toList();
    spans(
        proposal,
        "objection",
        texts(labels.get("objections"), "objection"),
        answered.stream().map(Objection::objection).toList());
    spans(
        proposal,
        "response",
        texts(labels.get("objections"), "response"),
        answered.stream().map(Objection::response).toList());
    List<String> quotes = new ArrayList<>();
    labels
        .get("pain_quotes")
        .forEach(
            q -> {
              if (!q.get("kind").asText().equals("paraphrase")) {
                quotes.add(q.get("proposal_text").asText());
              }
            });
    spans(
        proposal,
        "pain quote",
        quotes,
        found.painQuotes().stream()
            .filter(q -> q.kind() != PainQuote.Kind.PARAPHRASE)
            .map(PainQuote::passage)
            .toList());

    sets(
        language,
        "sections",
        labels.get("sections_present"),
        places(found.sections(), s -> s.role().id(), SectionPresence::content));
    sets(
        language,
        "clauses",
        labels.get("risk_clauses_present"),
        places(found.clauses(), c -> c.clause().id(), ClausePresence::passage));

    JsonNode gold = labels.get("gold");
    agree(
        language,
        "gold pain_quote",
        gold.get("pain_quote").asBoolean(),
        found.painQuotes().stream().anyMatch(q -> q.kind() != PainQuote.Kind.PARAPHRASE));
    agree(language, "gold evidence", gold.get("evidence_ge3").asBoolean(), evidence.size() >= 3);
    agree(
        language, "gold objections", gold.get("objections_ge2").asBoolean(), answered.size() >= 2);
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.get(field).asText()));
    return texts;
  }

  private static <T> Map<String, String> places(
      List<T> all, Function<T, String> id, Function<T, @Nullable Passage> place) {
    Map<String, String> places = new TreeMap<>();
    for (T item : all) {
      Passage passage = place.apply(item);
      if (passage != null) {
        places.put(id.apply(item), passage.text());
      }
    }
    return places;
  }

  private void spans(
      LabelledProposal proposal, String what, List<String> labelled, List<Passage> found) {
    Tally tally = tally(proposal.document().language(), what);
    List<Passage> open = new ArrayList<>(found);
    for (String label : labelled) {
      Span place = proposal.place(label);
      Passage match = null;
      for (Passage passage : open) {
        boolean same =
            place != null && LabelledProposal.shared(place, proposal.place(passage)) >= 0.5;
        if (same) {
          match = passage;
          break;
        }
      }
      if (match == null) {
        tally.missed++;
        say(
            "  - missed "
                + what
                + ": "
                + label.replace("\n", "⏎")
                + (place == null ? "   (label has no place)" : ""));
      } else {
        open.remove(match);
        tally.right++;
      }
    }
    tally.wrong += open.size();
    open.forEach(passage -> say("  + wrong " + what + ": " + passage.text().replace("\n", "⏎")));
  }

  private void sets(Language language, String what, JsonNode labelled, Map<String, String> found) {
    Tally tally = tally(language, what);
    Set<String> labels = new TreeSet<>();
    labelled.forEach(node -> labels.add(node.asText()));
    for (String label : labels) {
      if (found.containsKey(label)) {
        tally.right++;
      } else {
        tally.missed++;
        say("  - missed " + what + ": " + label);
        tally(language, what + " · " + label).missed++;
      }
    }
    for (String id : found.keySet()) {
      if (labels.contains(id)) {
        tally(language, what + " · " + id).right++;
      } else {
        tally.wrong++;
        say("  + wrong " + what + ": " + id + " ← " + found.get(id));
        tally(language, what + " · " + id).wrong++;
      }
    }
  }

  private void agree(Language language, String what, boolean label, boolean found) {
    agreements
        .computeIfAbsent(language.code() + " " + what, _ -> new int[2][2])[label ? 1 : 0][
        found ? 1 : 0]++;
    if (label != found) {
      say("  ! " + what + " is " + label + ", found " + found);
    }
  }

  private Tally tally(Language language, String what) {
    return tallies.computeIfAbsent(language.code() + " " + what, _ -> new Tally());
  }

  private void say(String line) {
    if (verbose) {
      System.out.println(line);
    }
  }

  String report() {
    StringBuilder out = new StringBuilder();
    agreements.forEach(
        (what, table) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "%-32s kappa %.3f  %s%n",
                    what,
                    kappa(table),
                    java.util.Arrays.deepToString(table))));
    tallies.forEach(
        (what, tally) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "%-48s F1 %.3f  P %.3f R %.3f  (%d right, %d wrong, %d missed)%n",
                    what,
                    tally.f1(),
                    tally.precision(),
                    tally.recall(),
                    tally.right,
                    tally.wrong,
                    tally.missed)));
    return out.toString();
  }

  /** The figures by name, such as {@code zh.evidence.f1}; gold points as kappa and their mean. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new TreeMap<>();
    Map<String, List<Double>> gold = new TreeMap<>();
    agreements.forEach(
        (what, table) -> {
          double kappa = kappa(table);
          figures.put(what.replace(" gold ", ".gold.") + ".kappa", kappa);
          gold.computeIfAbsent(what.substring(0, 2), _ -> new ArrayList<>()).add(kappa);
        });
    gold.forEach(
        (language, kappas) ->
            figures.put(
                language + ".gold.mean-kappa",
                kappas.stream().mapToDouble(k -> k).average().orElse(0)));
    tallies.forEach(
        (what, tally) -> {
          if (!what.contains("·")) {
            figures.put(
                what.substring(0, 2) + "." + what.substring(3).replace(' ', '-') + ".f1",
                tally.f1());
          }
        });
    return figures;
  }

  static double kappa(int[][] table) {
    double all = table[0][0] + table[0][1] + table[1][0] + table[1][1];
    double observed = (table[0][0] + table[1][1]) / all;
    double expected =
        ((table[0][0] + table[0][1]) * (table[0][0] + table[1][0])
                + (table[1][0] + table[1][1]) * (table[0][1] + table[1][1]))
            / (all * all);
    return expected == 1 ? 1 : (observed - expected) / (1 - expected);
  }

  /** Adds another evaluation's counts to this one's. */
  void add(ProposalEvaluation other) {
    other.tallies.forEach(
        (what, tally) -> {
          Tally sum = tallies.computeIfAbsent(what, _ -> new Tally());
          sum.right += tally.right;
          sum.wrong += tally.wrong;
          sum.missed += tally.missed;
        });
    other.agreements.forEach(
        (what, table) -> {
          int[][] sum = agreements.computeIfAbsent(what, _ -> new int[2][2]);
          for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 2; k++) {
              sum[i][k] += table[i][k];
            }
          }
        });
  }

  private static final class Tally {
    private int right;
    private int wrong;
    private int missed;

    double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
      return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    double f1() {
      return 2.0 * right / Math.max(1, 2 * right + wrong + missed);
    }
  }
}
