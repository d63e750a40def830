package dev.dealcoach.service.web.operation;

/**
 * How much may be asked for in a minute. Immutable.
 *
 * @param requests by an account, or by an address without one
 * @param uploads of these, how many may bring a file
 * @param signIns by an address
 */
public record Rates(int requests, int uploads, int signIns) {
  public Rates {
    if (requests < 1 || uploads < 1 || signIns < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
