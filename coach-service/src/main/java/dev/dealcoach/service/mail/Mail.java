package dev.dealcoach.service.mail;

import java.util.List;

/**
 * A mail. Immutable.
 *
 * @param from as it is written in the mail; empty if it is not
 * @param subject empty if there is none
 * @param paragraphs the writer's own words, in order; at least one
 */
public record Mail(String from, String subject, List<String> paragraphs) {
  public Mail {
    paragraphs = List.copyOf(paragraphs);
  }
}
