package dev.dealcoach.nlp.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Literal strings of which every match of a regular expression, with what it looks ahead and back
 * to, holds at least one. A text that holds none of them need not be searched, and a match begins
 * only near one. Literals are made of {@link Keys}. Immutable.
 *
 * @param literals the strings, none of them empty
 * @param nearest least distance from the beginning of the match to that of the literal, negative
 *     where the match looks back to it
 * @param furthest most distance; {@link Regex#UNBOUNDED} or more if there is no bound
 */
record RequiredLiterals(Set<String> literals, int nearest, int furthest) {
  private static final int MOST = 512;

  /** Further ones save less than they cost. */
  private static final int ENOUGH = 3;

  /** What one more character of a literal is worth: so many times fewer texts hold it. */
  private static final double CHARACTER = 32;

  /** The rarest first: those that few long literals stand for. */
  private static final Comparator<RequiredLiterals> RAREST_FIRST =
      Comparator.comparingDouble(RequiredLiterals::frequency);

  /** The sets that are known of an expression, the rarest first; empty if there are none. */
  static List<RequiredLiterals> of(@Nullable Regex regex) {
    return regex == null
        ? List.of()
        : part(regex).required.stream().distinct().sorted(RAREST_FIRST).limit(ENOUGH).toList();
  }

  /** Whether it is known how far before a literal a match begins at most. */
  boolean bounded() {
    return furthest < Regex.UNBOUNDED;
  }

  private double frequency() {
    return literals.stream().mapToDouble(text -> Math.pow(CHARACTER, -text.length())).sum();
  }

  private RequiredLiterals shifted(int least, int most) {
    return new RequiredLiterals(literals, nearest + least, sum(furthest, most));
  }

  private static int sum(int a, int b) {
    return Math.min(Regex.UNBOUNDED, a + b);
  }

  /** How long the matches of a part are, and what each of them holds. */
  private record Part(int shortest, int longest, List<RequiredLiterals> required) {}

  private static Part part(Regex regex) {
    return switch (regex) {
      case Regex.Any any -> new Part(1, any.longest(), List.of());
      case Regex.Edge _ -> new Part(0, 0, List.of());
      case Regex.OneOf(Set<Character> keys) -> {
        Set<String> each = new LinkedHashSet<>();
        keys.forEach(key -> each.add(String.valueOf(key)));
        boolean known = !keys.contains(Keys.CAPITAL);
        yield new Part(1, 1, known ? List.of(new RequiredLiterals(each, 0, 0)) : List.of());
      }
      case Regex.Look look -> look(look);
      case Regex.Repeat repeat -> {
        Part once = part(repeat.part());
        yield new Part(
            once.shortest * repeat.least(),
            (int) Math.min(Regex.UNBOUNDED, (long) once.longest * repeat.most()),
            repeat.least() > 0 ? once.required : List.of());
      }
      case Regex.Choice choice -> choice(choice.options().stream().map(o -> part(o)).toList());
      case Regex.Row row -> row(row.parts());
    };
  }

  private static Part look(Regex.Look look) {
    Part inside = part(look.part());
    List<RequiredLiterals> required =
        look.ahead()
            ? inside.required
            : inside.required.stream()
                .filter(one -> inside.longest < Regex.UNBOUNDED)
                .map(one -> one.shifted(-inside.longest, -inside.shortest))
                .toList();
    return new Part(0, 0, required);
  }

  /** The rarest literals of every option, and the rarest of those whose place is bounded. */
  private static Part choice(List<Part> options) {
    List<RequiredLiterals> required = new ArrayList<>();
    RequiredLiterals any = union(options, false);
    if (any != null) {
      required.add(any);
    }
    if (any == null || !any.bounded()) {
      RequiredLiterals near = union(options, true);
      if (near != null) {
        required.add(near);
      }
    }
    return new Part(
        options.stream().mapToInt(Part::shortest).min().orElse(0),
        options.stream().mapToInt(Part::longest).max().orElse(0),
        required);
  }

  private static @Nullable RequiredLiterals union(List<Part> options, boolean bounded) {
    Set<String> literals = new LinkedHashSet<>();
    int nearest = Integer.MAX_VALUE;
    int furthest = Integer.MIN_VALUE;
    for (Part option : options) {
      RequiredLiterals best =
          option.required.stream()
              .filter(one -> one.bounded() || !bounded)
              .min(RAREST_FIRST)
              .orElse(null);
      if (best == null) {
        return null;
      }
      literals.addAll(best.literals);
      nearest = Math.min(nearest, best.nearest);
      furthest = Math.max(furthest, best.furthest);
    }
    return literals.size() > MOST ? null : new RequiredLiterals(literals, nearest, furthest);
  }

  private static Part row(List<Regex> parts) {
    List<RequiredLiterals> required = new ArrayList<>();
    int shortest = 0;
    int longest = 0;
    StringBuilder run = new StringBuilder();
    for (Regex regex : parts) {
      Part part = part(regex);
      boolean letter =
          regex instanceof Regex.OneOf(Set<Character> keys)
              && keys.size() == 1
              && !part.required.isEmpty();
      if (letter) {
        run.append(part.required.getFirst().literals.iterator().next());
      } else {
        run(run, shortest, longest, required);
        for (RequiredLiterals one : part.required) {
          required.add(one.shifted(shortest, longest));
        }
      }
      shortest = sum(shortest, part.shortest);
      longest = sum(longest, part.longest);
    }
    run(run, shortest, longest, required);
    return new Part(shortest, longest, required);
  }

  /** Adds a run of letters that ends at these distances from the row's beginning. */
  private static void run(
      StringBuilder run, int shortest, int longest, List<RequiredLiterals> required) {
    if (!run.isEmpty()) {
      int length = run.length();
      int furthest = longest < Regex.UNBOUNDED ? longest - length : Regex.UNBOUNDED;
      required.add(new RequiredLiterals(Set.of(run.toString()), shortest - length, furthest));
      run.setLength(0);
    }
  }
}
