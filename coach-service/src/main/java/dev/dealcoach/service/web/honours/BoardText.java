package dev.dealcoach.service.web.honours;

import java.util.List;

/**
 * A board in the reader's words. Immutable.
 *
 * @param team name of the branch
 * @param month ISO 8601, such as {@code 2026-03}
 */
public record BoardText(
    String team, String month, List<PraiseText> praised, List<RepairText> repeated) {

  /**
   * Somebody who improved.
   *
   * @param rate in per cent, 1 to 100
   * @param path how often something was lacking before and after, in a sentence
   */
  public record PraiseText(String name, int rate, String path, List<StepText> steps) {}

  /**
   * What became better.
   *
   * @param change before and after, in words
   * @param link to what shows it; empty for who may not see it, as is {@code sentence}
   * @param sentence the words that show it
   */
  public record StepText(String name, String change, String link, String sentence) {}

  /**
   * What is repeated, with what helps.
   *
   * @param kind {@code contact} or {@code proposal}
   * @param advice the question to ask, or what to do; may be empty
   * @param example may be empty, as are the following
   * @param exampleLink the page that shows all of it
   * @param exampleWhy why it works
   */
  public record RepairText(
      String name,
      String kind,
      String advice,
      String example,
      String exampleLink,
      String exampleWhy) {}
}
