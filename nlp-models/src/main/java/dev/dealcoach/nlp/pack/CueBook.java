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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All cues of one language, compiled. A text is read once for all of them: one pass tells which
 * patterns can occur at all, and only these are searched. Immutable, thread-safe.
 */
public final class CueBook {
  private final Language language;
  private final List<Compiled> patterns = new ArrayList<>();
  private final BitSet always = new BitSet();
  private final LiteralFinder finder;
  private final Set<String> ids = new TreeSet<>();

  CueBook(Language language, List<Cue> cues) {
    this.language = language;
    List<Set<String>> literals = new ArrayList<>();
    for (Cue cue : cues) {
      ids.add(cue.id());
      for (String regex : cue.patterns()) {
        Set<String> required = RequiredLiterals.of(regex);
        if (required.isEmpty()) {
          always.set(patterns.size());
        }
        literals.add(required);
        patterns.add(new Compiled(cue.id(), compile(language, regex)));
      }
    }
    this.finder = new LiteralFinder(literals);
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
    return Collections.unmodifiableSet(ids);
  }

  /** All places of all cues in a text. */
  public CueHits read(String text) {
    BitSet candidates = finder.ownersIn(text);
    candidates.or(always);
    Map<String, List<Span>> found = new TreeMap<>();
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      Compiled compiled = patterns.get(i);
      Matcher matcher = compiled.pattern.matcher(text);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          found
              .computeIfAbsent(compiled.id, _ -> new ArrayList<>())
              .add(new Span(matcher.start(), matcher.end()));
        }
      }
    }
    found.values().forEach(Collections::sort);
    return new CueHits(found);
  }

  private record Compiled(String id, Pattern pattern) {}
}
