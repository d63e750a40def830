package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All cues of one language, compiled. One pass over a text tells which patterns can occur at all; a
 * cue is searched when somebody asks for it, so that cues nobody asks for on this text cost
 * nothing. Immutable, thread-safe.
 */
public final class CueBook {
  private final Language language;
  private final List<Sought> patterns = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<int[]> patternsOf = new ArrayList<>();

  /** By the first set of literals that they require: most sets do not occur in most texts. */
  private final List<List<Integer>> patternsNeeding = new ArrayList<>();

  /** Patterns that require no literal. */
  private final BitSet always = new BitSet();

  private final LiteralFinder finder;
  private final StartFinder starts;

  /**
   * A pattern and what is known of its matches.
   *
   * @param required numbers of the sets of literals of which a text must hold one each
   * @param anywhere whether a match may begin with anything
   * @param windows around which literals it may begin, null if that is not known
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sought(
      Pattern pattern, int[] required, boolean anywhere, @Nullable StartWindows windows) {}

  CueBook(Language language, List<Cue> cues) {
    this.language = language;
    boolean wholeWords = language == Language.EN;
    Map<Set<String>, Integer> literals = new LinkedHashMap<>();
    List<Set<String>> beginnings = new ArrayList<>();
    Map<String, List<Integer>> byId = new LinkedHashMap<>();
    for (Cue cue : cues) {
      for (String regex : cue.patterns()) {
        Regex tree = RegexReader.read(regex);
        List<RequiredLiterals> required = RequiredLiterals.of(tree);
        Set<String> begins = PossibleStarts.of(tree);
        boolean anywhere = begins.contains("");
        byId.computeIfAbsent(cue.id(), _ -> new ArrayList<>()).add(patterns.size());
        beginnings.add(begins);
        patterns.add(
            new Sought(
                compile(language, regex),
                required.stream()
                    .mapToInt(one -> literals.computeIfAbsent(one.literals(), _ -> literals.size()))
                    .toArray(),
                anywhere,
                windows(required, wholeWords, anywhere)));
      }
    }
    byId.forEach(
        (id, own) -> {
          numbers.put(id, patternsOf.size());
          patternsOf.add(own.stream().mapToInt(i -> i).toArray());
        });
    literals.keySet().forEach(_ -> patternsNeeding.add(new ArrayList<>()));
    for (int i = 0; i < patterns.size(); i++) {
      int[] required = patterns.get(i).required;
      if (required.length == 0) {
        always.set(i);
      } else {
        patternsNeeding.get(required[0]).add(i);
      }
    }
    this.finder = new LiteralFinder(literals.keySet());
    this.starts = new StartFinder(beginnings, wholeWords);
  }

  private static @Nullable StartWindows windows(
      List<RequiredLiterals> required, boolean wholeWords, boolean anywhere) {
    return required.stream()
        .filter(one -> one.bounded() && (anywhere || one.furthest() > 0))
        .findFirst()
        .map(one -> new StartWindows(one, wholeWords))
        .orElse(null);
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
    return Collections.unmodifiableSet(new TreeSet<>(numbers.keySet()));
  }

  /** Where the cues stand in a text. */
  public CueHits read(String text) {
    BitSet literals = finder.ownersIn(text);
    BitSet candidates = (BitSet) always.clone();
    for (int set = literals.nextSetBit(0); set >= 0; set = literals.nextSetBit(set + 1)) {
      for (int i : patternsNeeding.get(set)) {
        if (holdsAll(literals, patterns.get(i).required)) {
          candidates.set(i);
        }
      }
    }
    return new CueHits(this, text, candidates, starts.startsIn(text, candidates));
  }

  private static boolean holdsAll(BitSet literals, int[] required) {
    for (int set : required) {
      if (!literals.get(set)) {
        return false;
      }
    }
    return true;
  }

  /** How many cues there are. */
  int size() {
    return patternsOf.size();
  }

  /** The number of a cue, -1 if there is none with this id. */
  int number(String id) {
    return numbers.getOrDefault(id, -1);
  }

  /** The places of one cue, in text order. */
  List<Span> find(int cue, String text, BitSet candidates, StartFinder.Starts possible) {
    List<Span> found = List.of();
    for (int i : patternsOf.get(cue)) {
      if (candidates.get(i)) {
        Sought sought = patterns.get(i);
        int[] places = places(sought, possible.of(i), text);
        if (places == null || places.length > 0) {
          found = found.isEmpty() ? new ArrayList<>() : found;
          search(sought.pattern.matcher(text), text, places, found);
        }
      }
    }
    if (found.size() > 1) {
      Collections.sort(found);
    }
    return List.copyOf(found);
  }

  /** Where a pattern can begin; null for anywhere. */
  private static int @Nullable [] places(Sought sought, int[] starts, String text) {
    if (sought.windows == null) {
      return sought.anywhere ? null : starts;
    }
    return sought.anywhere ? sought.windows.places(text) : sought.windows.among(starts, text);
  }

  /**
   * What {@link Matcher#find} finds one after the other, tried only where it can begin.
   *
   * @param places where that is, null for anywhere
   */
  private static void search(
      Matcher matcher, String text, int @Nullable [] places, List<Span> found) {
    if (places == null) {
      while (matcher.find()) {
        add(found, matcher.start(), matcher.end());
      }
      return;
    }
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    int free = 0;
    for (int place : places) {
      if (place >= free && matcher.region(place, text.length()).lookingAt()) {
        // not start(): a ^ in a look back moves that
        add(found, place, matcher.end());
        free = matcher.end();
      }
    }
  }

  private static void add(List<Span> found, int start, int end) {
    if (end > start) {
      found.add(new Span(start, end));
    }
  }
}
