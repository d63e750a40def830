package dev.dealcoach.service;

import java.util.List;

/** Puts together rule packs in the trainers' workspace. */
final class PackParts {
  private PackParts() {}

  /** The resources and pages. */
  static List<Object> of(Foundation foundation) {
    return List.of();
  }
}
