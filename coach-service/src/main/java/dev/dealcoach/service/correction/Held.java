package dev.dealcoach.service.correction;

/**
 * What holds of an item. Immutable.
 *
 * @param machine what the machine said
 * @param value what holds: the same, or what a person said
 */
public record Held(Item item, String machine, String value) {
  /** Whether a person's word holds. */
  public boolean corrected() {
    return !machine.equals(value);
  }
}
