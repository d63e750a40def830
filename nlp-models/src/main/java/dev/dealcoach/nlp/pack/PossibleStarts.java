package dev.dealcoach.nlp.pack;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out with which few characters a match of a regular expression can begin, so that it need be
 * tried only where they stand. Starts are made of {@link Keys}. Stateless.
 */
final class PossibleStarts {
  /** The longest start that is told apart. */
  static final int LONGEST = 4;

  private static final int MOST = 3000;

  /** Starts are made longer only while there are no more than this. */
  private static final int ENOUGH = 300;

  private PossibleStarts() {}

  /**
   * The starts, one of which every match begins with; just the empty text if it may begin with
   * anything.
   */
  static Set<String> of(@Nullable Regex regex) {
    if (regex == null) {
      return Set.of("");
    }
    Beginnings all = beginnings(regex);
    Set<String> starts = new LinkedHashSet<>(all.whole);
    starts.addAll(all.more);
    return starts.contains("") || starts.size() > MOST ? Set.of("") : starts;
  }

  /**
   * How the matches of a part of an expression begin.
   *
   * @param whole texts that are a match as they stand, so that what follows the part follows them
   * @param more texts after which anything may come
   */
  private record Beginnings(Set<String> whole, Set<String> more) {
    static Beginnings nothing() {
      return new Beginnings(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    static Beginnings of(String text) {
      Beginnings one = nothing();
      one.whole.add(text);
      return one;
    }

    static Beginnings anything() {
      Beginnings any = nothing();
      any.more.add("");
      return any;
    }

    int size() {
      return whole.size() + more.size();
    }

    void add(Beginnings other) {
      whole.addAll(other.whole);
      more.addAll(other.more);
    }

    Beginnings then(Beginnings next) {
      Beginnings joined = nothing();
      joined.more.addAll(more);
      for (String first : whole) {
        for (String second : next.whole) {
          joined.put(first + second, false);
        }
        for (String second : next.more) {
          joined.put(first + second, true);
        }
      }
      return joined;
    }

    private void put(String text, boolean open) {
      int capital = text.indexOf(Keys.CAPITAL);
      int end = Math.min(LONGEST, capital < 0 ? text.length() : capital + 1);
      boolean cut = end < text.length() || (capital >= 0 && end == capital + 1);
      (open || cut ? more : whole).add(text.substring(0, end));
    }

    Beginnings repeated() {
      Beginnings many = nothing();
      many.more.addAll(more);
      many.more.addAll(whole);
      return many;
    }
  }

  private static Beginnings beginnings(Regex regex) {
    return switch (regex) {
      case Regex.OneOf(Set<Character> keys) -> {
        Beginnings each = Beginnings.nothing();
        keys.forEach(key -> each.put(String.valueOf(key), false));
        yield each;
      }
      case Regex.Any _ -> Beginnings.anything();
      case Regex.Edge _, Regex.Look _ -> Beginnings.of("");
      case Regex.Choice choice -> {
        Beginnings all = Beginnings.nothing();
        choice.options().forEach(option -> all.add(beginnings(option)));
        yield all;
      }
      case Regex.Repeat repeat -> {
        Beginnings once = beginnings(repeat.part());
        Beginnings all = repeat.most() > 1 ? once.repeated() : once;
        if (repeat.least() == 0) {
          all.whole.add("");
        }
        yield all;
      }
      case Regex.Row row -> row(row);
    };
  }

  private static Beginnings row(Regex.Row row) {
    Beginnings so = Beginnings.of("");
    for (Regex part : row.parts()) {
      if (so.whole.isEmpty()) {
        break; // nothing behind can matter any more
      }
      Beginnings next = beginnings(part);
      if (!so.whole.contains("") && so.whole.size() * next.size() > ENOUGH) {
        return so.repeated(); // these tell enough apart; longer ones cost more than they save
      }
      so = so.then(next);
    }
    return so;
  }
}
