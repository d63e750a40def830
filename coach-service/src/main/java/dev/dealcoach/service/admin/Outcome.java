package dev.dealcoach.service.admin;

import java.util.Locale;
import java.util.UUID;

/** What became of an administrator's wish. */
public sealed interface Outcome {
  /**
   * It is done.
   *
   * @param id of what was made or changed
   */
  record Done(UUID id) implements Outcome {}

  /** Nothing was changed. */
  record Refused(Reason reason) implements Outcome {}

  /** Why nothing was changed. */
  enum Reason {
    /** There is no such account, team, membership or review. */
    NOT_FOUND,
    /** A name is empty or too long, or a team or person that was named is not there. */
    INVALID,
    /** The sign-in name belongs to somebody else. */
    TAKEN,
    /** The password is too short or too long. */
    PASSWORD,
    /** Nobody shuts himself out. */
    OWN_ACCOUNT,
    /** A team cannot stand below itself. */
    CIRCLE,
    /** The review is still in hand, or has a result. */
    IN_HAND;

    /** The name in addresses and sentences. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
