package dev.dealcoach.service;

import java.util.List;

/** Puts together what people say about scores: confirmations, overrides, disputes, the queue. */
final class CorrectionParts {
  private CorrectionParts() {}

  /** The resources and pages. */
  static List<Object> of(Foundation foundation) {
    return List.of();
  }
}
