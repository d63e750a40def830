package dev.dealcoach.service.score;

import dev.dealcoach.nlp.statement.DiscoveryItem;
import java.util.List;
import java.util.Map;

/**
 * What the facts of a clause mean for one item, as data: facts that undo a doubtful piece of
 * evidence, facts that hold a doubtful piece at partial, and the reason that goes with each.
 * Immutable.
 *
 * @param covered reason of a covered item
 * @param partial reason of a partial item for which no fact gives another
 * @param undo facts that undo evidence the judge is not sure of, the first that holds gives the
 *     reason
 * @param weaken facts that hold evidence at partial, the first that holds gives the reason
 */
record ItemRules(String covered, String partial, List<Cause> undo, List<Cause> weaken) {
  /** A fact and the reason it gives. */
  record Cause(String fact, String reason) {}

  private static final Cause ELSEWHERE = new Cause("say.elsewhere", "elsewhere");

  private static final Map<DiscoveryItem, ItemRules> ALL =
      Map.of(
          DiscoveryItem.PAIN,
          new ItemRules(
              "concrete",
              "vague",
              List.of(new Cause("say.no-pain", "content"), ELSEWHERE),
              List.of()),
          DiscoveryItem.BUDGET,
          new ItemRules(
              "written",
              "spoken",
              List.of(
                  new Cause("say.no-money", "not-discussed"),
                  new Cause("say.our-quote", "our-quote"),
                  new Cause("say.gone", "gone"),
                  ELSEWHERE),
              List.of(
                  new Cause("say.no-figure", "no-figure"),
                  new Cause("say.promised-paper", "promised"))),
          DiscoveryItem.DECISION_MAKER,
          new ItemRules(
              "met",
              "not-met",
              List.of(new Cause("say.unknown-decider", "unknown"), ELSEWHERE),
              List.of(new Cause("say.other-decides", "other-decides"))),
          DiscoveryItem.COMPETITOR,
          new ItemRules(
              "compared",
              "named",
              List.of(
                  new Cause("say.no-rival", "none"),
                  new Cause("say.self-weigh", "compared-alone"),
                  ELSEWHERE),
              List.of()),
          DiscoveryItem.NEXT_STEP,
          new ItemRules(
              "agreed",
              "no-date",
              List.of(
                  new Cause("say.no-step", "nothing-agreed"),
                  new Cause("say.internal", "internal"),
                  new Cause("say.gone", "called-off"),
                  ELSEWHERE),
              List.of(new Cause("say.rep-plan", "one-sided"))));

  /** The rules of an item. */
  static ItemRules of(DiscoveryItem item) {
    return ALL.get(item);
  }
}
