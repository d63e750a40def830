package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Span;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the cues of a {@link CueBook} stand in one text. Each cue is searched once, when it is
 * first asked for; the answers never change. Thread-safe.
 */
public final class CueHits {
  private final CueBook book;
  private final String text;
  private final BitSet candidates;
  private final StartFinder.Starts starts;
  private final Map<String, List<Span>> known = new ConcurrentHashMap<>(8);

  /**
   * @param candidates numbers of the patterns that can occur in the text
   * @param starts where each of these can begin
   */
  CueHits(CueBook book, String text, BitSet candidates, StartFinder.Starts starts) {
    this.book = book;
    this.text = text;
    this.candidates = candidates;
    this.starts = starts;
  }

  /** The places of a cue, in text order; they may overlap. */
  public List<Span> of(String id) {
    List<Span> places = known.get(id);
    if (places == null) {
      places = book.find(id, text, candidates, starts);
      known.put(id, places);
    }
    return places;
  }

  /** The places of a cue that lie wholly inside a span. */
  public List<Span> of(String id, Span within) {
    return of(id).stream().filter(within::contains).toList();
  }

  /** Whether the cue occurs at all. */
  public boolean has(String id) {
    return !of(id).isEmpty();
  }

  /** Whether the cue occurs wholly inside a span. */
  public boolean has(String id, Span within) {
    for (Span hit : of(id)) {
      if (within.contains(hit)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the cues occurs wholly inside a span. */
  public boolean hasAny(Span within, String... ids) {
    for (String id : ids) {
      if (has(id, within)) {
        return true;
      }
    }
    return false;
  }

  /** The ids of all cues that occur. */
  public Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    book.ids().stream().filter(this::has).forEach(ids::add);
    return ids;
  }
}
