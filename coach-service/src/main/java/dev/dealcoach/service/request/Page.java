package dev.dealcoach.service.request;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a long list. Immutable.
 *
 * @param next what {@link PageRequest#after} must be to go on; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }

  /** The same part of the list, with each item put in another way. */
  public <S> Page<S> map(Function<? super T, S> way) {
    return new Page<>(items.stream().map(way).toList(), next);
  }
}
