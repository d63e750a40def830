package dev.dealcoach.scan.detect.quote;

import dev.dealcoach.nlp.pack.CueHits;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Sentences;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what the customer said: cuts a statement into clauses and tells what each is about, by the
 * rule pack's cues {@code customer.*}. Immutable, thread-safe.
 */
public final class StatementReader {
  /** Cues that count only where nothing hurts. */
  private static final Map<String, Nature> WEAK =
      new TreeMap<>(
          Map.of(
              "customer.pleasantry", Nature.PLEASANTRY,
              "customer.price", Nature.BUDGET,
              "customer.question", Nature.QUESTION,
              "customer.rival", Nature.RIVAL,
              "customer.want", Nature.WISH));

  /** Natures that give way to a pain in the same sentence, when only a weak cue speaks for them. */
  private static final Set<Nature> SOFT =
      Set.of(Nature.PLEASANTRY, Nature.BUDGET, Nature.FACT, Nature.RIVAL);

  /** Natures of one clause that say nothing of the unmarked ones beside it. */
  private static final Set<Nature> LOOSE = Set.of(Nature.QUESTION, Nature.RIVAL, Nature.FACT);

  private final RulePack pack;

  public StatementReader(RulePack pack) {
    this.pack = pack;
  }

  /**
   * All statements, read by the same reader of units as the proposal.
   *
   * @param statements as they were given; a blank one has no clauses
   */
  public List<Statement> read(List<String> statements, UnitReader reader) {
    List<Statement> read = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      String text = statements.get(i);
      read.add(new Statement(i, text, reader.read(text), clauses(text)));
    }
    return read;
  }

  private List<Clause> clauses(String text) {
    CueHits cues = pack.book(Language.of(text)).read(text);
    List<Clause> clauses = new ArrayList<>();
    List<Span> all = Sentences.clauses(text);
    for (Span sentence : Sentences.of(text)) {
      List<Span> inside = all.stream().filter(sentence::contains).toList();
      clauses.addAll(sentence(text, sentence, inside, cues));
    }
    return clauses;
  }

  private static List<Clause> sentence(String text, Span sentence, List<Span> spans, CueHits cues) {
    boolean told =
        touches(cues, sentence, "customer.rhetorical")
            || touches(cues, sentence, "customer.reported");
    boolean asked = !told && (asks(text, sentence) || touches(cues, sentence, "customer.question"));
    boolean aboutOffer =
        asked
            && (touches(cues, sentence, "customer.about-us")
                || touches(cues, sentence, "customer.hypothetical"));
    List<Nature> natures = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      boolean asking = asked && (i == spans.size() - 1 || asks(text, spans.get(i)));
      natures.add(aboutOffer ? Nature.QUESTION : nature(spans.get(i), asking, cues));
    }
    Nature common = common(natures);
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Nature own = natures.get(i);
      boolean plain = own == Nature.PLAIN && !(LOOSE.contains(common) && !aboutOffer);
      boolean follows = plain || (SOFT.contains(own) && common == Nature.PAIN);
      clauses.add(new Clause(spans.get(i), follows ? common : own, own));
    }
    return clauses;
  }

  /** By the strongest cue; what a clause complains of outweighs the weaker ones. */
  private static Nature nature(Span clause, boolean asking, CueHits cues) {
    if (touches(cues, clause, "customer.courtesy")) {
      return Nature.PLEASANTRY;
    }
    if (touches(cues, clause, "customer.wish")) {
      return Nature.WISH;
    }
    if (touches(cues, clause, "customer.budget")) {
      return Nature.BUDGET;
    }
    if (touches(cues, clause, "customer.rhetorical")
        || touches(cues, clause, "customer.reported")) {
      return Nature.PAIN;
    }
    if (asking) {
      return Nature.QUESTION;
    }
    if (touches(cues, clause, "customer.condition")) {
      return Nature.CONDITION;
    }
    if (touches(cues, clause, "customer.fact")) {
      return Nature.FACT;
    }
    if (touches(cues, clause, "customer.pain")) {
      return Nature.PAIN;
    }
    for (Map.Entry<String, Nature> weak : WEAK.entrySet()) {
      if (touches(cues, clause, weak.getKey())) {
        return weak.getValue();
      }
    }
    return Nature.PLAIN;
  }

  private static boolean asks(String text, Span span) {
    char last = text.charAt(span.end() - 1);
    return last == '?' || last == '？';
  }

  /** What the unmarked clauses of a sentence are read as: pain if it tells of any. */
  private static Nature common(List<Nature> natures) {
    if (natures.contains(Nature.PAIN)) {
      return Nature.PAIN;
    }
    for (Nature nature : natures) {
      if (nature != Nature.PLAIN) {
        return nature;
      }
    }
    return Nature.PLAIN;
  }

  private static boolean touches(CueHits cues, Span span, String id) {
    for (Span hit : cues.of(id)) {
      if (hit.overlaps(span)) {
        return true;
      }
    }
    return false;
  }
}
