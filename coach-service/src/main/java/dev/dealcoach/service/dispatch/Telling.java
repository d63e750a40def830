package dev.dealcoach.service.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is told something. It holds no words: these are made from what it is about when
 * they are sent, so that nothing of a person or a customer is left in it. Immutable.
 *
 * @param account who is told
 * @param kind permanent name of what is told
 * @param cause by which the same is told nobody twice; of this kind, unique to the account
 * @param alert what it is about; null if that is no alert
 * @param contact what it is about; null if that is no contact
 * @param onDay what it is about; null if that is no day
 */
public record Telling(
    UUID id,
    UUID account,
    String kind,
    String cause,
    @Nullable UUID alert,
    @Nullable UUID contact,
    @Nullable LocalDate onDay,
    Instant at) {
  /** An alert, to whom it is about or to the manager. */
  public static final String ALERT = "alert";

  /** One contact that went badly, to the manager. */
  public static final String RED_CONTACT = "red-contact";

  /** What was not covered on a day, to the manager. */
  public static final String DIGEST = "digest";

  /** Somebody was asked to look after an alert. */
  public static final String ASSIGNED = "assigned";

  /** About an alert. */
  public static Telling ofAlert(UUID account, UUID alert, Instant at) {
    return new Telling(UUID.randomUUID(), account, ALERT, alert.toString(), alert, null, null, at);
  }

  /** About a red contact. */
  public static Telling ofContact(UUID account, UUID contact, Instant at) {
    return new Telling(
        UUID.randomUUID(), account, RED_CONTACT, contact.toString(), null, contact, null, at);
  }

  /** About a day. */
  public static Telling ofDay(UUID account, LocalDate day, Instant at) {
    return new Telling(UUID.randomUUID(), account, DIGEST, day.toString(), null, null, day, at);
  }

  /** About an alert that somebody shall look after; each time anew. */
  public static Telling ofAssignment(UUID account, UUID alert, Instant at) {
    UUID id = UUID.randomUUID();
    return new Telling(id, account, ASSIGNED, id.toString(), alert, null, null, at);
  }
}
