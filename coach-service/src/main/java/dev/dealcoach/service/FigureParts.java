package dev.dealcoach.service;

import dev.dealcoach.service.discovery.Questions;
import dev.dealcoach.service.store.JdbiTeamWork;
import dev.dealcoach.service.web.team.TeamParts;
import java.util.List;

/** Puts together the team's figures: lights, trends, tables and charts. */
final class FigureParts {
  private FigureParts() {}

  /**
   * The resources and pages.
   *
   * @param questions what is asked about an item that is missed
   */
  static List<Object> of(Foundation foundation, Questions questions) {
    return TeamParts.of(
        foundation.teams(),
        foundation.accounts(),
        new JdbiTeamWork(foundation.jdbi()),
        foundation.contacts(),
        foundation.figures(),
        questions,
        foundation.access(),
        foundation.messages(),
        foundation.pages(),
        foundation.clock());
  }
}
