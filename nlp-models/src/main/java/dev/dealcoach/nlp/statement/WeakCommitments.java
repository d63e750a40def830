package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.maxent.TrainedModel;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the places of a text where somebody commits to nothing that he could be held to. A model
 * decides sentence by sentence; what is marked are the clauses in it that hedge or put off.
 * Immutable, thread-safe.
 */
public final class WeakCommitments {
  /** The outcome of the models for a weak commitment. */
  static final String WEAK = "weak";

  private static final String[] HEDGES = {"say.weak", "say.hedge", "say.loose"};

  /** A text of no more clauses is one statement. */
  private static final int SHORT = 4;

  /** In a summary most sentences commit to nothing at all: there more certainty is asked for. */
  private static final double IN_SUMMARY = 0.8;

  /** Chosen on a part of the training sentences: the model sees more firm sentences than weak. */
  private static final double ALONE = 0.22;

  private final StatementReader reader;
  private final PerLanguage<TrainedModel> models = DiscoveryModels.of("weak");

  private WeakCommitments(StatementReader reader) {
    this.reader = reader;
  }

  /**
   * With the models that are shipped; a language's is read when its first text comes, and {@link
   * dev.dealcoach.nlp.maxent.MissingModelException} thrown if it is not in the resources.
   */
  public static WeakCommitments standard(StatementReader reader) {
    return new WeakCommitments(reader);
  }

  /** The model behind it for a language. */
  public SummaryJudge.ModelStamp model(Language language) {
    return DiscoveryModels.stamp(models.of(language));
  }

  /**
   * The places, in text order, not overlapping.
   *
   * @param statements of the text, all of them
   */
  public List<Span> find(String text, Language language, List<Statement> statements) {
    String heard = reader.heard(text, language);
    List<Span> found = new ArrayList<>();
    TrainedModel model = models.of(language);
    double needed = statements.size() <= SHORT ? ALONE : IN_SUMMARY;
    for (List<Statement> unit : units(heard, statements)) {
      double p =
          model.probabilities(CommitmentFeatures.of(heard, language, unit))[model.place(WEAK)];
      if (Math.round(p * 1000) / 1000.0 >= needed && !onlySeemsWeak(unit)) {
        found.add(place(unit));
      }
    }
    return List.copyOf(found);
  }

  /** Whether all that sounds like a hedge is part of something else ("可能性评估", "争取到了"). */
  private static boolean onlySeemsWeak(List<Statement> unit) {
    List<Span> seeming = places(unit, Statement::plain, "plain.no-hedge");
    List<Span> hedges = places(unit, Statement::facts, HEDGES);
    return !seeming.isEmpty()
        && hedges.stream().allMatch(hedge -> seeming.stream().anyMatch(hedge::overlaps));
  }

  private static List<Span> places(
      List<Statement> unit,
      Function<Statement, SortedMap<String, List<Span>>> said,
      String... ids) {
    return unit.stream()
        .flatMap(
            s -> Stream.of(ids).flatMap(id -> said.apply(s).getOrDefault(id, List.of()).stream()))
        .toList();
  }

  /** Sentences; in a text without their marks every clause, unless the whole text is short. */
  static List<List<Statement>> units(String text, List<Statement> statements) {
    List<List<Statement>> units = new ArrayList<>();
    if (statements.isEmpty()) {
      return units;
    }
    boolean marked = text.chars().anyMatch(c -> "，。！？；,.!?;".indexOf(c) >= 0);
    if (statements.size() <= SHORT) {
      return List.of(statements);
    }
    List<Statement> unit = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      unit.add(statements.get(i));
      int end = statements.get(i).span().end();
      int next = i + 1 < statements.size() ? statements.get(i + 1).span().start() : text.length();
      boolean sentence =
          text.substring(end, next).chars().anyMatch(c -> "。！？；.!?;".indexOf(c) >= 0);
      if (!marked || sentence || i + 1 == statements.size()) {
        units.add(List.copyOf(unit));
        unit.clear();
      }
    }
    return units;
  }

  /** From the first clause with a hedge or delay to the last; the whole sentence if none shows. */
  private static Span place(List<Statement> unit) {
    List<Statement> marked = unit.stream().filter(s -> s.saysAny(HEDGES)).toList();
    List<Statement> held = marked.isEmpty() ? unit : marked;
    return new Span(held.getFirst().span().start(), held.getLast().span().end());
  }
}
