package dev.dealcoach.service.web;

import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import jakarta.ws.rs.BadRequestException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers with part of a long list. Stateless. */
public final class Listed {
  private Listed() {}

  /**
   * The part that an address asks for.
   *
   * @throws BadRequestException if the list has no such part
   */
  public static <T> Page<T> part(
      int limit, @Nullable String after, Function<PageRequest, Page<T>> list) {
    try {
      return list.apply(new PageRequest(limit, after));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }
}
