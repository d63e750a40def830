package dev.dealcoach.service.deal;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Something the customer said. Immutable.
 *
 * @param author the account that noted it
 * @param text the customer's words, 1 to {@value #LONGEST} characters
 */
public record Statement(UUID id, UUID deal, UUID author, Source source, String text, Instant at) {
  /** Longest statement, in characters. */
  public static final int LONGEST = 4_000;

  /** Where it comes from. */
  public enum Source {
    /** Typed or pasted by the rep. */
    TYPED,
    /** From a mail of the customer. */
    MAIL,
    /** From a spoken summary. */
    VOICE;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Statement {
    text = text.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new IllegalArgumentException("a statement has 1 to " + LONGEST + " characters");
    }
  }
}
