package dev.dealcoach.service.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges what a rep wrote and compares it with what the same rep wrote before. Thread-safe. */
public final class Summaries {
  private final ContactStore contacts;
  private final Judge judge;

  public Summaries(ContactStore contacts, Judge judge) {
    this.contacts = contacts;
    this.judge = judge;
  }

  /**
   * A summary with its score.
   *
   * @param text as it was written
   * @param industry of the customer; empty if not known
   * @param author who wrote it
   * @param contact that it is of; null if that is new
   */
  public NewSummary judged(
      String text, String industry, UUID author, @Nullable UUID contact, Instant at) {
    return new NewSummary(
        text,
        judge.judge(text, industry),
        Copies.find(text, contacts.earlier(author, contact)).orElse(null),
        at);
  }
}
