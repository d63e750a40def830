package dev.dealcoach.service;

import java.util.List;

/** Puts together the team's figures: lights, trends, tables and charts. */
final class FigureParts {
  private FigureParts() {}

  /** The resources and pages. */
  static List<Object> of(Foundation foundation) {
    return List.of();
  }
}
