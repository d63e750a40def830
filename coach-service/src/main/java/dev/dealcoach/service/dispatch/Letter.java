package dev.dealcoach.service.dispatch;

import java.util.List;
import java.util.UUID;

/**
 * The words of a message, in the receiver's language. Immutable.
 *
 * @param id the same at every attempt
 * @param title one plain sentence
 * @param lines what follows, a line each
 * @param link where the place is, an address people can open; empty if none is configured
 * @param linkText what stands for the link
 * @param mail the receiver's mail address; empty if none is known
 */
public record Letter(
    UUID id, String title, List<String> lines, String link, String linkText, String mail) {
  public Letter {
    lines = List.copyOf(lines);
  }
}
