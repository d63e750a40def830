package dev.dealcoach.service.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log. Holds ids, never a customer's words nor a person's name, so that it
 * may stay when a person's data are erased. Immutable.
 *
 * @param number counts up; 0 before it is written
 * @param actor the account that acted; null if nobody was signed in
 * @param what happened
 * @param kind of the thing it happened to, such as {@code review}
 * @param subject the thing's id
 * @param detail a word more, such as the role that an account was given; empty if none
 */
public record AuditEntry(
    long number,
    Instant at,
    @Nullable UUID actor,
    Act what,
    String kind,
    String subject,
    String detail) {

  /** What can happen. */
  public enum Act {
    /** Somebody signed in. */
    SIGNED_IN,
    /** A wrong password, or an account that cannot be used. */
    SIGN_IN_REFUSED,
    /** Too many wrong passwords. */
    LOCKED,
    /** Somebody signed out. */
    SIGNED_OUT,
    /** Somebody read another's work. */
    READ,
    /** Somebody asked for another's work and was told that there is none. */
    REFUSED,
    /** Something was made. */
    CREATED,
    /** Something was changed. */
    CHANGED,
    /** Something was withdrawn. */
    REMOVED
  }
}
