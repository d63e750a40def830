package dev.dealcoach.service.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a rep did on one day or in one whole month, as long as the rep's teams stayed the same.
 * Immutable.
 *
 * @param account the rep
 * @param day the day; of a month its first
 * @param part when the rep's teams last changed before it was done; who was in a team then was in
 *     it while it was done
 */
public record Stretch(UUID account, LocalDate day, Instant part, Sums sums) {}
