package dev.dealcoach.service.request;

import java.util.UUID;

/** What came of a request to create something. */
public sealed interface Creation {
  /**
   * It was created.
   *
   * @param id of the new thing
   */
  record New(UUID id) implements Creation {}

  /**
   * It had been created before under the same key.
   *
   * @param id of the thing from then
   */
  record Earlier(UUID id) implements Creation {}

  /** The key was used before for something else; nothing was created. */
  record KeyTaken() implements Creation {}
}
