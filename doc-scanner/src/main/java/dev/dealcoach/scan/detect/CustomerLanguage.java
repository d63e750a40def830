package dev.dealcoach.scan.detect;

import java.util.List;

/**
 * How far the proposal speaks to what the customer said (SPEC §3 "customer_language"). Immutable.
 *
 * @param statements the customer's statements of pain or wish
 * @param terms the customer's terms, the weightiest first
 */
public record CustomerLanguage(List<Statement> statements, List<Term> terms) {
  public CustomerLanguage {
    statements = List.copyOf(statements);
    terms = List.copyOf(terms);
  }

  /**
   * A statement of pain or wish.
   *
   * @param source index among the customer's statements, from 0
   * @param addressed whether the proposal speaks to it
   */
  public record Statement(int source, boolean addressed) {}

  /**
   * A term of the customer's.
   *
   * @param text as the customer says it
   * @param weight more than 0; rarer and oftener said terms weigh more
   * @param used whether the proposal uses it
   */
  public record Term(String text, double weight, boolean used) {}
}
