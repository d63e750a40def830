package dev.dealcoach.service.score;

import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.statement.ItemJudgement;
import dev.dealcoach.nlp.statement.Statement;
import dev.dealcoach.nlp.statement.SummaryJudgement;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what a summary's clauses say into the status of each item (SPEC §2). The judge's view of
 * the whole text gives the status; clauses in a row that it takes for evidence make one piece, and
 * the weightiest comes first. Where the judge is in doubt, the rules decide: a denial, another
 * customer or our own quote undoes a piece, a paper without a figure holds it at partial.
 * Stateless.
 */
public final class DiscoveryScorer {
  /** From this chance on a clause founds a piece of evidence. */
  private static final double SEED = 0.5;

  /** A clause beside a piece joins it from this chance on. */
  private static final double JOIN = 0.3;

  /** Below this chance of the likeliest status the judge is in doubt, and the rules decide. */
  private static final double SURE = 0.65;

  /** In doubt, a status needs this lead over the other; inside it the rules decide. */
  private static final double LEAD = 0.1;

  private DiscoveryScorer() {}

  /**
   * Scores a summary.
   *
   * @param statements all clauses, in order
   * @param judgement of the trained judge on the same clauses
   * @param vague weak commitments, passed on
   */
  public static DiscoveryScore score(
      List<Statement> statements, SummaryJudgement judgement, List<Span> vague) {
    Map<DiscoveryItem, ItemScore> items = new EnumMap<>(DiscoveryItem.class);
    for (DiscoveryItem item : DiscoveryItem.values()) {
      items.put(
          item,
          item(ItemRules.of(item), statements, judgement.clauses(item), judgement.whole(item)));
    }
    boolean filler = Filler.is(judgement.filler(), statements, items);
    if (filler) {
      items.replaceAll((_, _) -> ItemScore.missing("filler", List.of()));
    }
    return new DiscoveryScore(filler, items, vague);
  }

  private static ItemScore item(
      ItemRules rules,
      List<Statement> statements,
      List<ItemJudgement> clauses,
      ItemJudgement whole) {
    double some = Math.max(whole.partial(), whole.covered());
    boolean doubtful = Math.max(whole.none(), some) < SURE;
    List<Piece> kept = new ArrayList<>();
    List<Span> against = new ArrayList<>();
    String undone = "not-said";
    if (whole.none() < some) {
      for (Piece piece : pieces(statements, clauses)) {
        Optional<String> reason =
            doubtful ? first(piece.statements(), rules.undo()) : Optional.empty();
        if (reason.isPresent()) {
          against.add(piece.span());
          undone = reason.get();
        } else {
          kept.add(piece);
        }
      }
    }
    if (kept.isEmpty()) {
      return missing(rules, statements, against, undone);
    }
    kept.sort(Comparator.comparingDouble(Piece::weight).reversed());
    Optional<String> weak = first(kept.getFirst().statements(), rules.weaken());
    double lead = whole.covered() - whole.partial();
    boolean close = doubtful && Math.abs(lead) < LEAD;
    boolean covered = close ? lead >= 0 && weak.isEmpty() : lead > 0;
    List<Span> evidence = kept.stream().map(Piece::span).toList();
    return covered
        ? new ItemScore(Status.COVERED, rules.covered(), evidence, against)
        : new ItemScore(Status.PARTIAL, weak.orElse(rules.partial()), evidence, against);
  }

  /** Missing, with the clauses that speak against it. */
  private static ItemScore missing(
      ItemRules rules, List<Statement> statements, List<Span> undonePieces, String undone) {
    List<Span> against = new ArrayList<>(undonePieces);
    String why = undone;
    for (Statement statement : statements) {
      Optional<String> reason = first(List.of(statement), denials(rules));
      if (reason.isPresent() && against.stream().noneMatch(statement.span()::overlaps)) {
        why = why.equals("not-said") ? reason.get() : why;
        against.add(statement.span());
      }
    }
    against.sort(null);
    return ItemScore.missing(why, against);
  }

  /** What undoes an item by itself; another customer's story says nothing by itself. */
  private static List<ItemRules.Cause> denials(ItemRules rules) {
    return rules.undo().stream().filter(cause -> !cause.fact().equals("say.elsewhere")).toList();
  }

  private static Optional<String> first(List<Statement> statements, List<ItemRules.Cause> causes) {
    return causes.stream()
        .filter(cause -> statements.stream().anyMatch(s -> s.says(cause.fact())))
        .map(ItemRules.Cause::reason)
        .findFirst();
  }

  /**
   * Never empty unless there are no clauses: where none is sure enough, the surest stands alone.
   */
  private static List<Piece> pieces(List<Statement> statements, List<ItemJudgement> clauses) {
    List<Piece> pieces = new ArrayList<>();
    int surest = 0;
    int i = 0;
    while (i < statements.size()) {
      int start = i;
      double top = 0;
      double weight = 0;
      while (i < statements.size() && clauses.get(i).some() >= JOIN) {
        top = Math.max(top, clauses.get(i).some());
        weight += clauses.get(i).some();
        i++;
      }
      if (top >= SEED) {
        pieces.add(new Piece(List.copyOf(statements.subList(start, i)), weight));
      }
      i = Math.max(i, start + 1);
    }
    for (int k = 0; k < statements.size(); k++) {
      surest = clauses.get(k).some() > clauses.get(surest).some() ? k : surest;
    }
    if (pieces.isEmpty() && !statements.isEmpty()) {
      pieces.add(new Piece(List.of(statements.get(surest)), clauses.get(surest).some()));
    }
    return pieces;
  }

  /**
   * Clauses in a row that speak for an item.
   *
   * @param weight sum of the chances that they do
   */
  private record Piece(List<Statement> statements, double weight) {
    Span span() {
      return new Span(statements.getFirst().span().start(), statements.getLast().span().end());
    }
  }
}
