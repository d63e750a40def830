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
 * customer or our own quote undoes a piece, a paper without a figure holds it at partial. What is
 * said in so many words holds against a sure judge too. Stateless.
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
      int from = takenBack(rules, statements);
      for (Piece piece : pieces(rules, statements, clauses)) {
        Optional<String> reason = undone(rules, piece, statements, from, doubtful);
        if (reason.isPresent()) {
          against.add(piece.span());
          undone = reason.get();
        } else {
          kept.add(piece);
        }
      }
    }
    if (kept.isEmpty()) {
      Optional<ItemScore> settled = settled(rules, statements);
      return settled.isPresent() ? settled.get() : missing(rules, statements, against, undone);
    }
    kept.sort(Comparator.comparingDouble(Piece::weight).reversed());
    List<Statement> deciding = kept.getFirst().statements();
    Optional<String> weak =
        first(deciding, rules.plain().caps()).or(() -> first(deciding, rules.weaken()));
    double lead = whole.covered() - whole.partial();
    boolean close = doubtful && Math.abs(lead) < LEAD;
    boolean covered =
        (close ? lead >= 0 && weak.isEmpty() : lead > 0)
            && first(deciding, rules.plain().caps()).isEmpty();
    List<Span> evidence = kept.stream().map(Piece::span).toList();
    return covered
        ? new ItemScore(Status.COVERED, rules.covered(), evidence, against)
        : new ItemScore(Status.PARTIAL, weak.orElse(rules.partial()), evidence, against);
  }

  /** Why a piece is no evidence, if it is none. */
  private static Optional<String> undone(
      ItemRules rules, Piece piece, List<Statement> statements, int takenBack, boolean doubtful) {
    Optional<String> barred = first(piece.statements(), rules.plain().bars());
    if (barred.isPresent()) {
      return barred;
    }
    if (takenBack > statements.indexOf(piece.statements().getLast())) {
      return first(List.of(statements.get(takenBack)), rules.plain().takesBack());
    }
    boolean there =
        rules.plain().settles().stream()
            .anyMatch(s -> piece.statements().stream().anyMatch(t -> t.says(s.fact())));
    return doubtful && !there ? first(piece.statements(), rules.undo()) : Optional.empty();
  }

  /** The last clause that takes back what was said before it; -1 if there is none. */
  private static int takenBack(ItemRules rules, List<Statement> statements) {
    for (int i = statements.size() - 1; i >= 0; i--) {
      if (first(List.of(statements.get(i)), rules.plain().takesBack()).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /** What is said in so many words though the judge saw nothing. */
  private static Optional<ItemScore> settled(ItemRules rules, List<Statement> statements) {
    for (ItemRules.Settles settles : rules.plain().settles()) {
      List<Span> places = new ArrayList<>();
      for (List<Statement> run : runs(statements, settles.fact())) {
        if (run.stream().noneMatch(s -> settles.unless().stream().anyMatch(s::says))) {
          places.add(span(run));
        }
      }
      if (!places.isEmpty()) {
        return Optional.of(new ItemScore(settles.status(), settles.reason(), places, List.of()));
      }
    }
    return Optional.empty();
  }

  /** Clauses in a row that say the same. */
  private static List<List<Statement>> runs(List<Statement> statements, String fact) {
    List<List<Statement>> runs = new ArrayList<>();
    int i = 0;
    while (i < statements.size()) {
      int start = i;
      while (i < statements.size() && statements.get(i).says(fact)) {
        i++;
      }
      if (i > start) {
        runs.add(statements.subList(start, i));
      }
      i = Math.max(i, start + 1);
    }
    return runs;
  }

  private static Span span(List<Statement> run) {
    return new Span(run.getFirst().span().start(), run.getLast().span().end());
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
  private static List<Piece> pieces(
      ItemRules rules, List<Statement> statements, List<ItemJudgement> clauses) {
    List<Piece> pieces = new ArrayList<>();
    int surest = 0;
    int i = 0;
    while (i < statements.size()) {
      int start = i;
      double top = 0;
      double weight = 0;
      boolean barred = barred(rules, statements.get(start));
      while (i < statements.size()
          && clauses.get(i).some() >= JOIN
          && barred(rules, statements.get(i)) == barred) {
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

  private static boolean barred(ItemRules rules, Statement statement) {
    return first(List.of(statement), rules.plain().bars()).isPresent();
  }

  /**
   * Clauses in a row that speak for an item.
   *
   * @param weight sum of the chances that they do
   */
  private record Piece(List<Statement> statements, double weight) {
    Span span() {
      return DiscoveryScorer.span(statements);
    }
  }
}
