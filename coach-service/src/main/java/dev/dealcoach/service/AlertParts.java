package dev.dealcoach.service;

import java.util.List;

/** Puts together who is told what in time: alerts, inbox, robots, mail. */
final class AlertParts {
  private AlertParts() {}

  /** The resources and pages. */
  static List<Object> of(Foundation foundation) {
    return List.of();
  }
}
