package dev.dealcoach.service.contact;

import java.time.Instant;
import java.util.UUID;

/**
 * A contact that is to be kept. Immutable.
 *
 * @param author the account that had it
 * @param people of the customer who took part, at most {@value #LONGEST} characters; may be empty
 * @param held when it took place, not after {@code at}
 * @param at now
 */
public record NewContact(
    UUID deal, UUID author, Contact.Kind kind, String people, Instant held, Instant at) {
  /** Longest list of people, in characters. */
  public static final int LONGEST = 200;

  public NewContact {
    people = people.strip();
    if (people.length() > LONGEST) {
      throw new IllegalArgumentException("people: at most " + LONGEST + " characters");
    }
    if (held.isAfter(at)) {
      throw new IllegalArgumentException("a contact that is kept has taken place");
    }
  }
}
