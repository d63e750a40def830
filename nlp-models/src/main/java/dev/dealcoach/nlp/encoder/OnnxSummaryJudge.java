package dev.dealcoach.nlp.encoder;

import dev.dealcoach.nlp.encoder.Windows.Window;
import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.statement.ItemJudgement;
import dev.dealcoach.nlp.statement.Statement;
import dev.dealcoach.nlp.statement.SummaryJudge;
import dev.dealcoach.nlp.statement.SummaryJudgement;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges a summary as a whole, and its clauses, with a fine-tuned encoder a language, on ONNX
 * Runtime. The whole text is encoded once; a clause is read off the tokens that lie in it, so that
 * it is judged in its context. Immutable, thread-safe; texts never meet in a batch, so a text's
 * result does not depend on what else is judged.
 */
public final class OnnxSummaryJudge implements SummaryJudge {
  private static final OnnxSummaryJudge STANDARD = new OnnxSummaryJudge(EncoderModel::resource);

  private final PerLanguage<EncoderModel> models;

  OnnxSummaryJudge(EncoderModel.Source source) {
    models =
        new PerLanguage<>(language -> EncoderModel.load("discovery-" + language.code(), source));
  }

  /**
   * With the models that are shipped; a language's is read when its first text comes, which takes
   * some hundred milliseconds and throws {@link dev.dealcoach.nlp.maxent.MissingModelException} if
   * it is not there or damaged. To be kept.
   */
  public static OnnxSummaryJudge standard() {
    return STANDARD;
  }

  @Override
  public SummaryJudgement judge(String text, Language language, List<Statement> statements) {
    return read(text, language, statements.stream().map(Statement::span).toList());
  }

  /**
   * Judges the whole and places in it.
   *
   * @param clauses places in the text; they may overlap and stand in any order
   */
  SummaryJudgement read(String text, Language language, List<Span> clauses) {
    EncoderModel model = models.of(language);
    List<Piece> pieces = model.pieces().split(text);
    if (pieces.isEmpty()) {
      List<ItemJudgement> nothing = new ArrayList<>();
      IntStream.range(0, clauses.size()).forEach(i -> nothing.addAll(silence(i)));
      return new SummaryJudgement(nothing, silence(0), 1);
    }
    List<Window> windows = Windows.over(pieces.size());
    Map<Integer, List<Integer>> seenFrom = seenFrom(windows, pieces, clauses);
    SortedMap<Integer, List<ItemJudgement>> found = new TreeMap<>();
    IntStream.range(0, clauses.size()).forEach(i -> found.put(i, silence(i)));
    List<ItemJudgement> whole = silence(0);
    double filler = 1;
    for (int w = 0; w < windows.size(); w++) {
      List<Integer> asked = seenFrom.getOrDefault(w, List.of());
      List<Span> spans = new ArrayList<>(List.of(new Span(0, text.length())));
      asked.forEach(i -> spans.add(clauses.get(i)));
      List<Piece> seen = pieces.subList(windows.get(w).from(), windows.get(w).to());
      try (Reading reading = Reading.of(model, seen, spans)) {
        whole = stronger(whole, reading.items(0, 0));
        filler = Math.min(filler, reading.filler(0));
        for (int i = 0; i < asked.size(); i++) {
          found.put(asked.get(i), reading.items(i + 1, asked.get(i)));
        }
      }
    }
    return new SummaryJudgement(
        found.values().stream().flatMap(List::stream).toList(), whole, filler);
  }

  @Override
  public List<ModelStamp> models(Language language) {
    return List.of(models.of(language).stamp());
  }

  /** Which clauses are read in which window; those in which no piece lies in none. */
  private static Map<Integer, List<Integer>> seenFrom(
      List<Window> windows, List<Piece> pieces, List<Span> clauses) {
    Map<Integer, List<Integer>> seenFrom = new TreeMap<>();
    for (int i = 0; i < clauses.size(); i++) {
      int from = -1;
      int to = -1;
      for (int p = 0; p < pieces.size(); p++) {
        if (clauses.get(i).contains(pieces.get(p).place())) {
          from = from < 0 ? p : from;
          to = p + 1;
        }
      }
      if (from >= 0) {
        seenFrom.computeIfAbsent(Windows.best(windows, from, to), w -> new ArrayList<>()).add(i);
      }
    }
    return seenFrom;
  }

  /** A place that says nothing. */
  private static List<ItemJudgement> silence(int clause) {
    return Stream.of(DiscoveryItem.values())
        .map(item -> new ItemJudgement(clause, item, 1, 0, 0))
        .toList();
  }

  /** Item by item the judgement that makes more of it; a long text is judged by its windows. */
  private static List<ItemJudgement> stronger(List<ItemJudgement> a, List<ItemJudgement> b) {
    return IntStream.range(0, a.size())
        .mapToObj(i -> b.get(i).none() < a.get(i).none() ? b.get(i) : a.get(i))
        .toList();
  }
}
