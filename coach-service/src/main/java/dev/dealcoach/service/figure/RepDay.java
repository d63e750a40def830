package dev.dealcoach.service.figure;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What a rep did on one day, in one team: sums, so that days can be added up. Immutable.
 *
 * @param account the rep
 * @param day in the company's zone
 * @param contacts how many contacts were held
 * @param scored how many of them count: with a summary that is no filler and no copy
 * @param scoreSum sum of their discovery scores as they stand after corrections, each 0 to 100
 * @param missing in how many of those that count an item is missing, by item; items never missing
 *     are left out
 * @param partial the same of items that are partial
 * @param actions how many contacts agreed a key action
 * @param confirmed how many of these the customer confirmed
 * @param proposals how many proposals were reviewed that were handed in on this day
 * @param goldSum sum of their points as they stand after corrections, each 0 to 3
 */
public record RepDay(
    UUID account,
    LocalDate day,
    int contacts,
    int scored,
    int scoreSum,
    Map<String, Integer> missing,
    Map<String, Integer> partial,
    int actions,
    int confirmed,
    int proposals,
    int goldSum) {
  public RepDay {
    missing = Map.copyOf(missing);
    partial = Map.copyOf(partial);
  }
}
