package dev.dealcoach.nlp.statement;

import dev.dealcoach.nlp.maxent.TrainedModel;
import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.PerLanguage;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Splits a summary in clauses: at punctuation; in Chinese at the pauses, which a transcript shows
 * as single spaces; and inside stretches without either at the places that a trained model takes
 * for boundaries. A clause is never empty, begins and ends with no space or punctuation, and splits
 * no surrogate pair. Immutable, thread-safe.
 */
public final class Clauses {
  /** Stretches shorter than this hold one clause, in characters (zh) and words (en). */
  private static final Map<Language, Integer> SHORTEST_TO_SPLIT =
      new EnumMap<>(Map.of(Language.ZH, 12, Language.EN, 12));

  /** No boundary nearer than this to another. */
  private static final Map<Language, Integer> NEAREST =
      new EnumMap<>(Map.of(Language.ZH, 4, Language.EN, 4));

  /** Rounded to 1e-3 before the comparison, so that the last bits of a sum decide nothing. */
  private static final double BOUNDARY = 0.45;

  private final PerLanguage<TrainedModel> models;

  /**
   * @param models boundary models
   */
  Clauses(PerLanguage<TrainedModel> models) {
    this.models = models;
  }

  /** With the models that are shipped; a language's is read when its first text comes. */
  public static Clauses standard() {
    return new Clauses(DiscoveryModels.of("boundary"));
  }

  /**
   * The model behind it for a language.
   *
   * @throws dev.dealcoach.nlp.maxent.MissingModelException if it is not in the resources
   */
  public SummaryJudge.ModelStamp model(Language language) {
    return DiscoveryModels.stamp(models.of(language));
  }

  /** The clauses of a text, in order. */
  public List<Span> split(String text, Language language) {
    List<Span> clauses = new ArrayList<>();
    for (Span stretch : stretches(text, language)) {
      clauses.addAll(divide(text, stretch, language));
    }
    return List.copyOf(clauses);
  }

  /** What lies between punctuation marks and pauses. */
  static List<Span> stretches(String text, Language language) {
    List<Span> stretches = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || breaks(text, i, language)) {
        add(text, start, i, stretches);
        start = i + 1;
      }
    }
    return stretches;
  }

  private static void add(String text, int start, int end, List<Span> stretches) {
    int from = start;
    int to = end;
    while (from < to && !content(text.charAt(from))) {
      from++;
    }
    while (to > from && !content(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      stretches.add(new Span(from, to));
    }
  }

  private static boolean content(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMoney(c) || c == '%';
  }

  private static boolean isMoney(char c) {
    return c == '$' || c == '£' || c == '€' || c == '¥' || c == '￥';
  }

  private static boolean breaks(String text, int i, Language language) {
    char c = text.charAt(i);
    char before = i > 0 ? text.charAt(i - 1) : ' ';
    char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    return switch (c) {
      case '，', '。', '！', '？', '；', '：', '…', '!', '?', ';', '\n', '—' -> true;
      case ':' -> !Character.isDigit(after);
      case ',' -> !Character.isDigit(before) || !Character.isDigit(after);
      case '.' ->
          !Character.isDigit(after)
              && !Character.isLetter(after)
              && !isAbbreviation(text, i)
              && (after == ' '
                  || after == '"'
                  || after == '”'
                  || after == '\n'
                  || Han.isHan(after));
      case ' ' -> language == Language.ZH && (Han.isWide(before) || Han.isWide(after));
      default -> false;
    };
  }

  /** "Mr." and "p.m." before a small letter end no sentence. */
  private static boolean isAbbreviation(String text, int dot) {
    int start = dot;
    while (start > 0
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    String word = text.substring(start, dot).toLowerCase(java.util.Locale.ROOT);
    if (word.equals("mr")
        || word.equals("mrs")
        || word.equals("ms")
        || word.equals("dr")
        || word.equals("no")
        || word.equals("rs")
        || word.equals("st")) {
      return true;
    }
    boolean dotted = word.indexOf('.') >= 0;
    int next = dot + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return dotted && next < text.length() && Character.isLowerCase(text.charAt(next));
  }

  private List<Span> divide(String text, Span stretch, Language language) {
    List<Integer> places = places(text, stretch, language);
    if (places.size() < SHORTEST_TO_SPLIT.get(language)) {
      return List.of(stretch);
    }
    TrainedModel model = models.of(language);
    int boundary = model.place("B");
    double[] chance = new double[places.size()];
    for (int i = 0; i < chance.length; i++) {
      double p =
          model.probabilities(BoundaryFeatures.of(text, places, i, stretch, language))[boundary];
      chance[i] = Math.round(p * 1000) / 1000.0;
    }
    BitSet cuts = cuts(chance, NEAREST.get(language));
    List<Span> clauses = new ArrayList<>();
    int start = stretch.start();
    for (int i = cuts.nextSetBit(0); i >= 0; i = cuts.nextSetBit(i + 1)) {
      add(text, start, places.get(i), clauses);
      start = places.get(i);
    }
    add(text, start, stretch.end(), clauses);
    return clauses;
  }

  /** The likeliest first, none too near to one that is set. */
  private static BitSet cuts(double[] chance, int nearest) {
    BitSet cuts = new BitSet();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < chance.length; i++) {
      if (chance[i] >= BOUNDARY && i + 1 >= nearest && chance.length - i >= nearest - 1) {
        order.add(i);
      }
    }
    order.sort((a, b) -> chance[a] != chance[b] ? Double.compare(chance[b], chance[a]) : a - b);
    for (int i : order) {
      int before = cuts.previousSetBit(i);
      int after = cuts.nextSetBit(i);
      if ((before < 0 || i - before >= nearest) && (after < 0 || after - i >= nearest)) {
        cuts.set(i);
      }
    }
    return cuts;
  }

  /** Where a clause could begin inside a stretch: before a character (zh) or a word (en). */
  static List<Integer> places(String text, Span stretch, Language language) {
    List<Integer> places = new ArrayList<>();
    for (int i = stretch.start() + 1; i < stretch.end(); i++) {
      char c = text.charAt(i);
      char before = text.charAt(i - 1);
      boolean possible =
          language == Language.EN
              ? before == ' ' && c != ' '
              : Han.isHan(c) || (Han.isHan(before) && Character.isLetterOrDigit(c));
      if (possible && !Character.isLowSurrogate(c)) {
        places.add(i);
      }
    }
    return places;
  }
}
