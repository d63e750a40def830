package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All cues of one language, compiled. One pass over a text tells which patterns can occur at all; a
 * cue is searched when somebody asks for it, so that cues nobody asks for on this text cost
 * nothing. Immutable, thread-safe.
 */
public final class CueBook {
  private final Language language;
  private final List<Pattern> patterns = new ArrayList<>();
  private final BitSet always = new BitSet();
  private final BitSet anywhere = new BitSet();
  private final LiteralFinder finder;
  private final StartFinder starts;
  private final Map<String, List<Integer>> byId = new TreeMap<>();

  CueBook(Language language, List<Cue> cues) {
    this.language = language;
    List<Set<String>> literals = new ArrayList<>();
    List<Set<String>> beginnings = new ArrayList<>();
    for (Cue cue : cues) {
      List<Integer> own = byId.computeIfAbsent(cue.id(), _ -> new ArrayList<>());
      for (String regex : cue.patterns()) {
        Set<String> required = RequiredLiterals.of(regex);
        if (required.isEmpty()) {
          always.set(patterns.size());
        }
        literals.add(required);
        Set<String> begins = PossibleStarts.of(regex);
        anywhere.set(patterns.size(), begins.contains(""));
        beginnings.add(begins);
        own.add(patterns.size());
        patterns.add(compile(language, regex));
      }
    }
    this.finder = new LiteralFinder(literals);
    this.starts = new StartFinder(beginnings, language == Language.EN);
  }

  /** English words are matched whole and in any case; Chinese has no word boundaries to ask for. */
  static Pattern compile(Language language, String regex) {
    return language == Language.EN
        ? Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + regex + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE)
        : Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** The language whose wording this is. */
  public Language language() {
    return language;
  }

  /** The ids of all cues. */
  public Set<String> ids() {
    return Collections.unmodifiableSet(byId.keySet());
  }

  /** Where the cues stand in a text. */
  public CueHits read(String text) {
    BitSet candidates = finder.ownersIn(text);
    candidates.or(always);
    return new CueHits(this, text, candidates, starts.startsIn(text, candidates));
  }

  /** The places of one cue, in text order. */
  List<Span> find(String id, String text, BitSet candidates, StartFinder.Starts possible) {
    List<Span> found = new ArrayList<>();
    for (int i : byId.getOrDefault(id, List.of())) {
      if (candidates.get(i)) {
        Matcher matcher = patterns.get(i).matcher(text);
        if (anywhere.get(i)) {
          while (matcher.find()) {
            add(found, matcher);
          }
        } else {
          tryAt(matcher, text, possible.of(i), found);
        }
      }
    }
    Collections.sort(found);
    return List.copyOf(found);
  }

  /** What {@link Matcher#find} would find one after the other, tried only where it can begin. */
  private static void tryAt(Matcher matcher, String text, int[] places, List<Span> found) {
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    int free = 0;
    for (int place : places) {
      if (place >= free && matcher.region(place, text.length()).lookingAt()) {
        add(found, matcher);
        free = matcher.end();
      }
    }
  }

  private static void add(List<Span> found, Matcher matcher) {
    if (matcher.end() > matcher.start()) {
      found.add(new Span(matcher.start(), matcher.end()));
    }
  }
}
