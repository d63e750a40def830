package dev.dealcoach.service.request;

import java.util.List;
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
}
