package dev.dealcoach.service.score;

import dev.dealcoach.nlp.statement.DiscoveryItem;
import java.util.List;
import java.util.Map;

/**
 * What the facts of a clause mean for one item, as data: facts that undo a doubtful piece of
 * evidence, facts that hold a doubtful piece at partial, what is said so plainly that it holds
 * against a sure judge, and the reason that goes with each. Immutable.
 *
 * @param covered reason of a covered item
 * @param partial reason of a partial item for which no fact gives another
 * @param undo facts that undo evidence the judge is not sure of, the first that holds gives the
 *     reason
 * @param weaken facts that hold evidence at partial, the first that holds gives the reason
 * @param plain what holds whatever the judge thinks
 */
record ItemRules(
    String covered, String partial, List<Cause> undo, List<Cause> weaken, Plain plain) {
  /** A fact and the reason it gives. */
  record Cause(String fact, String reason) {}

  /** A fact that settles an item the judge found nothing for, unless one of others is said too. */
  record Settles(String fact, Status status, String reason, List<String> unless) {}

  /**
   * What is said in so many words.
   *
   * @param bars clauses that are no evidence
   * @param caps clauses that hold the evidence they stand in at partial
   * @param takesBack clauses after which what was said before counts no more
   * @param settles clauses that are evidence by themselves
   */
  record Plain(List<Cause> bars, List<Cause> caps, List<Cause> takesBack, List<Settles> settles) {}

  private static final Cause ELSEWHERE = new Cause("say.elsewhere", "elsewhere");

  private static final Map<DiscoveryItem, ItemRules> ALL =
      Map.of(
          DiscoveryItem.PAIN,
          new ItemRules(
              "concrete",
              "vague",
              List.of(new Cause("say.no-pain", "content"), ELSEWHERE),
              List.of(),
              new Plain(List.of(), List.of(), List.of(), List.of())),
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
                  new Cause("say.promised-paper", "promised")),
              new Plain(
                  List.of(new Cause("plain.hoped-money", "hoped")),
                  List.of(new Cause("plain.no-figure", "no-figure")),
                  List.of(new Cause("plain.no-money", "not-discussed")),
                  List.of(new Settles("plain.money-there", Status.PARTIAL, "spoken", List.of())))),
          DiscoveryItem.DECISION_MAKER,
          new ItemRules(
              "met",
              "not-met",
              List.of(new Cause("say.unknown-decider", "unknown"), ELSEWHERE),
              List.of(new Cause("say.other-decides", "other-decides")),
              new Plain(
                  List.of(new Cause("plain.hoped-meeting", "hoped")),
                  List.of(),
                  List.of(),
                  List.of(
                      new Settles(
                          "plain.owner-met",
                          Status.COVERED,
                          "met",
                          List.of("say.other-decides", "say.unknown-decider", "say.elsewhere"))))),
          DiscoveryItem.COMPETITOR,
          new ItemRules(
              "compared",
              "named",
              List.of(
                  new Cause("say.no-rival", "none"),
                  new Cause("say.self-weigh", "compared-alone"),
                  ELSEWHERE),
              List.of(),
              new Plain(
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(
                      new Settles(
                          "plain.rival",
                          Status.PARTIAL,
                          "named",
                          List.of("say.no-rival", "say.self-weigh"))))),
          DiscoveryItem.NEXT_STEP,
          new ItemRules(
              "agreed",
              "no-date",
              List.of(
                  new Cause("say.no-step", "nothing-agreed"),
                  new Cause("say.internal", "internal"),
                  new Cause("say.gone", "called-off"),
                  ELSEWHERE),
              List.of(new Cause("say.rep-plan", "one-sided")),
              new Plain(
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(
                      new Settles(
                          "plain.rep-plan",
                          Status.PARTIAL,
                          "one-sided",
                          List.of("say.internal", "say.elsewhere"))))));

  /** The rules of an item. */
  static ItemRules of(DiscoveryItem item) {
    return ALL.get(item);
  }
}
