package dev.dealcoach.nlp.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A cue or macro with the places of its examples: it must find the ones, leave the others, and come
 * to an end on a long text. Immutable.
 *
 * @param matchLines of the texts in {@code match}, from 1
 * @param noMatchLines of those in {@code noMatch}
 */
record SelfTest(Cue cue, List<Integer> matchLines, List<Integer> noMatchLines) {
  /** A paragraph. */
  private static final int LONG = 300;

  /** The same character so often: what grows exponentially does not end on it. */
  private static final int SAME = 60;

  /** What the standard pack's patterns need fits in many times. */
  private static final long STEPS = 5_000_000;

  SelfTest {
    matchLines = List.copyOf(matchLines);
    noMatchLines = List.copyOf(noMatchLines);
  }

  /** Whether an entry of another pack says the same and proves the same. */
  boolean sameAs(@Nullable Cue other) {
    return other != null
        && cue.patterns().equals(other.patterns())
        && cue.match().equals(other.match())
        && cue.noMatch().equals(other.noMatch());
  }

  /** What does not come out as the entry says. */
  List<PackProblem> problems() {
    List<PackProblem> problems = new ArrayList<>();
    List<Pattern> patterns = new ArrayList<>();
    for (String regex : cue.patterns()) {
      try {
        Pattern pattern = CueBook.compile(cue.language(), regex);
        if (cue.match().stream().anyMatch(text -> slow(pattern, text))) {
          problems.add(PackProblem.of(cue.file(), cue.line(), PackFault.SLOW, regex));
        } else {
          patterns.add(pattern);
        }
      } catch (PatternSyntaxException e) {
        return problems; // has been said where it was read
      }
    }
    if (!problems.isEmpty()) {
      return problems;
    }
    for (int i = 0; i < cue.match().size(); i++) {
      String text = cue.match().get(i);
      if (!found(patterns, text)) {
        problems.add(PackProblem.of(cue.file(), matchLines.get(i), PackFault.NOT_FOUND, text));
      }
    }
    for (int i = 0; i < cue.noMatch().size(); i++) {
      String text = cue.noMatch().get(i);
      if (found(patterns, text)) {
        problems.add(PackProblem.of(cue.file(), noMatchLines.get(i), PackFault.FOUND, text));
      }
    }
    return problems;
  }

  private static boolean found(List<Pattern> patterns, String text) {
    return patterns.stream()
        .anyMatch(pattern -> pattern.matcher(new MeteredText(text, STEPS)).find());
  }

  /** Tried on the example again and again, and on its first letter, without what would end it. */
  private static boolean slow(Pattern pattern, String text) {
    if (text.isEmpty()) {
      return false;
    }
    String longer = text.repeat(LONG / text.length() + 1);
    String same = text.substring(0, 1).repeat(SAME);
    for (String tried : List.of(longer + "\u0000", same + "\u0000")) {
      try {
        MeteredText metered = new MeteredText(tried, STEPS);
        var matcher = pattern.matcher(metered);
        boolean more = matcher.find();
        while (more) {
          more = matcher.find();
        }
      } catch (MeteredText.Exhausted | StackOverflowError e) {
        return true;
      }
    }
    return false;
  }
}
