package dev.dealcoach.service.figure;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rep's figures over a period, with what each rests on. Immutable.
 *
 * @param account the rep
 * @param contacts how many contacts were held
 * @param scored how many of them count
 * @param discovery mean score of those that count, 0 to 100; null without any
 * @param missing in how many of those that count an item is missing, by item
 * @param partial the same of items that are partial
 * @param actions how many contacts agreed a key action
 * @param confirmed how many of these the customer confirmed
 * @param effectiveActionRate confirmed of all actions, 0 to 1; null without any
 * @param proposals how many proposals were reviewed
 * @param gold mean of their points, 0 to 3; null without any
 * @param quoted how many deals had their first quote in the period and a first contact
 * @param warmUpDays mean days from the first contact to the first quote of these; null without any
 */
public record RepFigures(
    UUID account,
    int contacts,
    int scored,
    @Nullable Double discovery,
    Map<String, Integer> missing,
    Map<String, Integer> partial,
    int actions,
    int confirmed,
    @Nullable Double effectiveActionRate,
    int proposals,
    @Nullable Double gold,
    int quoted,
    @Nullable Double warmUpDays) {
  public RepFigures {
    missing = Map.copyOf(missing);
    partial = Map.copyOf(partial);
  }
}
