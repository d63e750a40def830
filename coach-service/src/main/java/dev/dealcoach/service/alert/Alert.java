package dev.dealcoach.service.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody needs help. Immutable.
 *
 * @param account the rep it is about
 * @param accountName as it is shown
 * @param cause its name among those of this kind and rep: the first red day, or the contact
 * @param contact that has no summary; null if it is about days, as are deal and customer
 * @param threshold what the figures were below, 0 to 100; 0 if it is about a contact
 * @param at when it was raised
 * @param closed when it was over; null while it is not, as are the following
 * @param closing why
 * @param closedDay the last of the good days; null also if there were none
 * @param assignee who looks after it; null if nobody in particular, as are the following
 * @param due until when
 */
public record Alert(
    UUID id,
    UUID account,
    String accountName,
    AlertKind kind,
    String cause,
    @Nullable UUID contact,
    @Nullable UUID deal,
    @Nullable String customerName,
    @Nullable Instant held,
    int threshold,
    Instant at,
    @Nullable Instant closed,
    @Nullable Closing closing,
    @Nullable LocalDate closedDay,
    @Nullable UUID assignee,
    @Nullable String assigneeName,
    @Nullable LocalDate due,
    @Nullable String note) {
  /** Whether it is over. */
  public boolean over() {
    return closed != null;
  }
}
