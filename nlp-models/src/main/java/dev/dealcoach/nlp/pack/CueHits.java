package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Where the cues of a {@link CueBook} stand in one text. Each cue is searched once, when it is
 * first asked for; the answers never change. Thread-safe.
 */
public final class CueHits {
  private final CueBook book;
  private final String text;
  private final BitSet candidates;
  private final StartFinder.Starts starts;
  private final AtomicReferenceArray<List<Span>> known; // by number of the cue

  /**
   * @param candidates numbers of the patterns that can occur in the text
   * @param starts where each of these can begin
   */
  CueHits(CueBook book, String text, BitSet candidates, StartFinder.Starts starts) {
    this.book = book;
    this.text = text;
    this.candidates = candidates;
    this.starts = starts;
    this.known = new AtomicReferenceArray<>(book.size());
  }

  /** The places of a cue, in text order; they may overlap. */
  public List<Span> of(String id) {
    int cue = book.number(id);
    if (cue < 0) {
      return List.of();
    }
    List<Span> places = known.get(cue);
    if (places == null) {
      places = book.find(cue, text, candidates, starts);
      known.set(cue, places);
    }
    return places;
  }

  /** The places of a cue that lie wholly inside a span. */
  public List<Span> of(String id, Span within) {
    List<Span> all = of(id);
    if (all.isEmpty()) {
      return all;
    }
    List<Span> inside = new ArrayList<>();
    for (Span hit : all) {
      if (within.contains(hit)) {
        inside.add(hit);
      }
    }
    return List.copyOf(inside);
  }

  /** Whether the cue occurs at all. */
  public boolean has(String id) {
    return !of(id).isEmpty();
  }

  /** Whether the cue occurs wholly inside a span. */
  public boolean has(String id, Span within) {
    List<Span> all = of(id);
    for (int i = 0; i < all.size(); i++) {
      if (within.contains(all.get(i))) {
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
