package dev.dealcoach.service.score;

import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.statement.Statement;
import java.util.List;
import java.util.Map;

/** Tells a summary that says nothing checkable from one that only lacks the items. Stateless. */
final class Filler {
  /** Facts that could be checked with the customer. */
  private static final String[] CHECKABLE = {
    "say.amount",
    "say.harm",
    "say.paper",
    "say.unmet",
    "say.weigh",
    "say.elsewhere",
    "say.no-money",
    "say.unknown-decider",
    "say.no-rival",
    "say.no-step",
    "say.no-pain"
  };

  private Filler() {}

  /**
   * Fillers are rare in the corpora, so the judge gives them small chances. From this on the text
   * is taken for filler if little in it could be checked.
   */
  private static final double LIKELY = 0.08;

  /** From this chance on it is, whatever a clause may look like. */
  private static final double SURE = 0.35;

  /**
   * Whether it is filler.
   *
   * @param chance of the trained judge for the whole text
   */
  static boolean is(
      double chance, List<Statement> statements, Map<DiscoveryItem, ItemScore> items) {
    long cheer = statements.stream().filter(s -> s.says("say.filler")).count();
    long checkable = statements.stream().filter(s -> s.saysAny(CHECKABLE)).count();
    long said = items.values().stream().filter(i -> i.status() != Status.MISSING).count();
    if (cheer == 0 && 2 * checkable >= statements.size()) {
      return false; // it says what was not reached, which is worth knowing
    }
    return chance >= SURE || (chance >= LIKELY && said <= 1) || (said == 0 && cheer > checkable);
  }
}
