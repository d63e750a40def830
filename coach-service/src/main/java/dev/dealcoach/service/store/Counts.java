package dev.dealcoach.service.store;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Small maps from ids to counts as the text of a column, {@code pain:2,budget:1}, in the order of
 * the ids: equal maps are equal texts.
 */
final class Counts {
  private Counts() {}

  static String write(Map<?, Integer> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .collect(Collectors.joining(","));
  }

  static Map<String, Integer> read(String text) {
    return read(text, id -> id);
  }

  static Map<Integer, Integer> numbers(String text) {
    return read(text, Integer::valueOf);
  }

  private static <T> Map<T, Integer> read(String text, Function<String, T> id) {
    if (text.isEmpty()) {
      return Map.of();
    }
    Map<T, Integer> counts = new HashMap<>();
    int from = 0;
    while (from < text.length()) {
      int colon = text.indexOf(':', from);
      int comma = text.indexOf(',', colon);
      int end = comma < 0 ? text.length() : comma;
      counts.put(id.apply(text.substring(from, colon)), Integer.parseInt(text, colon + 1, end, 10));
      from = end + 1;
    }
    return counts;
  }
}
