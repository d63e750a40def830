package dev.dealcoach.service.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is asked for. Immutable.
 *
 * @param limit most items, 1 to {@value #MOST}
 * @param after the {@link Page#next} of the page before; null for the first
 */
public record PageRequest(int limit, @Nullable String after) {
  /** Most items of a page. */
  public static final int MOST = 200;

  /** Items of a page when nothing is said. */
  public static final int USUAL = 50;

  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page has 1 to " + MOST + " items");
    }
  }

  /** The first page of the usual length. */
  public static PageRequest first() {
    return new PageRequest(USUAL, null);
  }

  /**
   * A place in a list that is ordered by time and id. Immutable.
   *
   * @param at time of the last item seen
   * @param id its id
   */
  public record Place(Instant at, UUID id) {
    /** As it stands in an address. */
    public String encoded() {
      return at.getEpochSecond() + "." + at.getNano() + "." + id;
    }

    /**
     * What {@link #encoded} gave.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Place of(String encoded) {
      String[] parts = encoded.split("\\.", 3);
      if (parts.length != 3) {
        throw new IllegalArgumentException("no place in a list");
      }
      try {
        Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        return new Place(at, UUID.fromString(parts[2]));
      } catch (DateTimeException | ArithmeticException e) {
        throw new IllegalArgumentException("no place in a list", e);
      }
    }
  }
}
