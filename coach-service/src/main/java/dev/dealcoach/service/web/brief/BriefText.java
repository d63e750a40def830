package dev.dealcoach.service.web.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brief in the reader's words, as page, paper and JSON say it. Immutable.
 *
 * @param monday ISO 8601
 * @param period its days in words
 * @param answer how the team stands, in a sentence
 */
public record BriefText(
    String team,
    String monday,
    String title,
    String period,
    String answer,
    List<Line> reps,
    List<GapText> gaps,
    List<TaskText> tasks,
    List<String> points) {

  /**
   * A figure.
   *
   * @param light {@code red}, {@code yellow}, {@code green} or {@code none}
   * @param text with the count that it rests on
   */
  public record Figure(String light, String text) {}

  /** How somebody stood. */
  public record Line(String name, String address, Figure discovery, Figure rate, String gold) {}

  /**
   * What is lacking.
   *
   * @param often how often
   * @param advice the question to ask, or what to do; may be empty
   * @param example null if the library has none
   */
  public record GapText(String name, String often, String advice, @Nullable ExampleText example) {}

  /**
   * Who did it well.
   *
   * @param from whose it is; may be empty
   * @param why it works; may be empty
   */
  public record ExampleText(String link, String text, String from, String why) {}

  /**
   * A task.
   *
   * @param state id, with {@code late} for one that is overdue
   * @param text owner, day and state
   */
  public record TaskText(String link, String title, String state, String text) {}
}
