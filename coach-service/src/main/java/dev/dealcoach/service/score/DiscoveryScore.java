package dev.dealcoach.service.score;

import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.text.Span;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The discovery score of a summary. Immutable.
 *
 * @param filler whether the summary says nothing that could be checked; then all items are missing
 * @param items all five, in the checklist's order
 * @param vague weak commitments, in text order
 */
public record DiscoveryScore(
    boolean filler, Map<DiscoveryItem, ItemScore> items, List<Span> vague) {
  /** Checks that all five items are there. */
  public DiscoveryScore {
    if (items.size() != DiscoveryItem.values().length) {
      throw new IllegalArgumentException("items are missing: " + items.keySet());
    }
    items = Collections.unmodifiableMap(new EnumMap<>(items));
    vague = List.copyOf(vague);
  }

  /** 0 to 100: 20 a covered item, 10 a partial one. */
  public int score() {
    return items.values().stream().mapToInt(item -> item.status().points()).sum();
  }
}
