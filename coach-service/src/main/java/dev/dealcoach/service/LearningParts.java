package dev.dealcoach.service;

import java.util.List;

/** Puts together what is learned together: tasks, brief, honours board, replay. */
final class LearningParts {
  private LearningParts() {}

  /** The resources and pages. */
  static List<Object> of(Foundation foundation) {
    return List.of();
  }
}
