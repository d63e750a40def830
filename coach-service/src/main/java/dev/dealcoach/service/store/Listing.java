package dev.dealcoach.service.store;

import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.request.PageRequest.Place;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;

/** Pages of lists that begin with the newest. */
final class Listing {
  /** Later than anything, and within what both databases can store. */
  private static final Place START =
      new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

  private Listing() {}

  /** What follows {@code where …} in the query. */
  static String part(String at, String id) {
    return " and ("
        + at
        + " < :placeAt or ("
        + at
        + " = :placeAt and "
        + id
        + " > :placeId)) order by "
        + at
        + " desc, "
        + id
        + " fetch first :placeMost rows only";
  }

  /** Runs a query that ends in {@link #part}. */
  static <T> Page<T> page(Query query, PageRequest page, Class<T> type, Function<T, Place> place) {
    Place after = page.after() == null ? START : Place.of(page.after());
    List<T> some =
        query
            .bind("placeAt", after.at())
            .bind("placeId", after.id())
            .bind("placeMost", page.limit() + 1)
            .mapTo(type)
            .list();
    boolean more = some.size() > page.limit();
    List<T> items = more ? some.subList(0, page.limit()) : some;
    return new Page<>(items, more ? place.apply(items.getLast()).encoded() : null);
  }
}
