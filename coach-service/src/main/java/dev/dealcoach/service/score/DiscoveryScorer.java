package dev.dealcoach.service.score;

import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.statement.ItemJudgement;
import dev.dealcoach.nlp.statement.Statement;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what a summary's clauses say into the status of each item (SPEC §2). Clauses in a row that
 * the judge takes for evidence of an item make one piece of evidence; the piece with the most
 * weight decides. Where the judge is in doubt, the rules decide: a denial, another customer or our
 * own quote undoes the piece, a paper without a figure holds it at partial. Stateless.
 */
public final class DiscoveryScorer {
  /**
   * From this chance on a clause founds a piece of evidence; chosen on the training part, where a
   * tenth up or down changes no mean agreement by more than 0.01.
   */
  private static final Map<Language, Double> SEED =
      new EnumMap<>(Map.of(Language.ZH, 0.45, Language.EN, 0.35));

  /** A clause beside a piece joins it from this chance on. */
  private static final double JOIN = 0.2;

  /** Below this chance the judge is in doubt, and the rules decide. */
  private static final double SURE = 0.5;

  /** A status needs this lead of its weight over the other's; inside it the rules decide. */
  private static final double LEAD = 0.1;

  private DiscoveryScorer() {}

  /**
   * Scores a summary.
   *
   * @param statements all clauses, in order
   * @param judgements of the trained judge on the same clauses
   * @param empty the chance that the whole is filler
   * @param vague weak commitments, passed on
   */
  public static DiscoveryScore score(
      Language language,
      List<Statement> statements,
      List<ItemJudgement> judgements,
      double empty,
      List<Span> vague) {
    Map<DiscoveryItem, ItemScore> items = new EnumMap<>(DiscoveryItem.class);
    for (DiscoveryItem item : DiscoveryItem.values()) {
      List<ItemJudgement> own = judgements.stream().filter(j -> j.item() == item).toList();
      items.put(item, item(item, language, statements, own));
    }
    boolean filler = Filler.is(empty, statements, items);
    if (filler) {
      items.replaceAll((_, _) -> ItemScore.missing("filler", List.of()));
    }
    return new DiscoveryScore(filler, items, vague);
  }

  private static ItemScore item(
      DiscoveryItem item,
      Language language,
      List<Statement> statements,
      List<ItemJudgement> judgements) {
    ItemRules rules = ItemRules.of(item);
    List<Piece> kept = new ArrayList<>();
    List<Span> against = new ArrayList<>();
    String undone = "not-said";
    for (Piece piece : pieces(statements, judgements, SEED.get(language))) {
      Optional<String> reason =
          piece.top() < SURE ? first(piece.statements(), rules.undo()) : Optional.empty();
      if (reason.isPresent()) {
        against.add(piece.span());
        undone = reason.get();
      } else {
        kept.add(piece);
      }
    }
    if (kept.isEmpty()) {
      for (Statement statement : statements) {
        Optional<String> reason = first(List.of(statement), denials(rules));
        if (reason.isPresent() && against.stream().noneMatch(statement.span()::overlaps)) {
          undone = undone.equals("not-said") ? reason.get() : undone;
          against.add(statement.span());
        }
      }
      against.sort(null);
      return ItemScore.missing(undone, against);
    }
    kept.sort(Comparator.comparingDouble(Piece::weight).reversed());
    Piece deciding = kept.getFirst();
    double lead = deciding.covered() - deciding.partial();
    Optional<String> weak = first(deciding.statements(), rules.weaken());
    boolean covered =
        Math.abs(lead) < LEAD * deciding.weight() ? lead >= 0 && weak.isEmpty() : lead > 0;
    List<Span> evidence = kept.stream().map(Piece::span).toList();
    return covered
        ? new ItemScore(Status.COVERED, rules.covered(), evidence, against)
        : new ItemScore(Status.PARTIAL, weak.orElse(rules.partial()), evidence, against);
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

  private static List<Piece> pieces(
      List<Statement> statements, List<ItemJudgement> judgements, double seed) {
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    while (i < statements.size()) {
      int start = i;
      double top = 0;
      double covered = 0;
      double partial = 0;
      while (i < statements.size() && judgements.get(i).some() >= JOIN) {
        top = Math.max(top, judgements.get(i).some());
        covered += judgements.get(i).covered();
        partial += judgements.get(i).partial();
        i++;
      }
      if (i > start && top >= seed) {
        pieces.add(new Piece(List.copyOf(statements.subList(start, i)), top, covered, partial));
      }
      if (i == start) {
        i++;
      }
    }
    return pieces;
  }

  /**
   * Clauses in a row that speak for an item.
   *
   * @param top chance of the surest of them
   * @param covered sum of the chances that they cover the item
   * @param partial sum of the chances that they cover it in part
   */
  private record Piece(List<Statement> statements, double top, double covered, double partial) {
    double weight() {
      return covered + partial;
    }

    Span span() {
      return new Span(statements.getFirst().span().start(), statements.getLast().span().end());
    }
  }
}
