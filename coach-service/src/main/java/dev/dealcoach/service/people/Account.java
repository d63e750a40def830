package dev.dealcoach.service.people;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A person's account. Immutable.
 *
 * @param signIn what the person types to sign in, 1 to 100 characters, lower case, unique
 * @param name as others see it, 1 to 200 characters
 * @param active whether it can be used
 * @param created when it was made
 */
public record Account(
    UUID id, String signIn, String name, Role role, boolean active, Instant created) {
  private static final int LONGEST_SIGN_IN = 100;
  private static final int LONGEST_NAME = 200;

  public Account {
    signIn = normalised(signIn);
    name = name.strip();
    if (signIn.isEmpty() || signIn.length() > LONGEST_SIGN_IN) {
      throw new IllegalArgumentException("a sign-in name has 1 to 100 characters");
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to 200 characters");
    }
  }

  /** The form in which sign-in names are compared. */
  public static String normalised(String signIn) {
    return signIn.strip().toLowerCase(Locale.ROOT);
  }
}
