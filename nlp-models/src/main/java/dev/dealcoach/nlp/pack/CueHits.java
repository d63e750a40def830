package dev.dealcoach.nlp.pack;

import dev.dealcoach.nlp.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the cues of a {@link CueBook} stand in one text. Immutable, thread-safe. */
public final class CueHits {
  private final Map<String, List<Span>> hits;

  CueHits(Map<String, List<Span>> hits) {
    this.hits = hits;
  }

  /** The places of a cue, in text order; they may overlap. */
  public List<Span> of(String id) {
    return hits.getOrDefault(id, List.of());
  }

  /** The places of a cue that lie wholly inside a span. */
  public List<Span> of(String id, Span within) {
    return of(id).stream().filter(within::contains).toList();
  }

  /** Whether the cue occurs at all. */
  public boolean has(String id) {
    return hits.containsKey(id);
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
    return hits.keySet();
  }
}
