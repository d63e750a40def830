package dev.dealcoach.service.web.contacts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.dealcoach.service.contact.Contact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts as they stand in JSON. Instants are ISO 8601 in UTC. */
final class ContactBodies {
  private ContactBodies() {}

  /**
   * A contact in a list.
   *
   * @param score that holds of its latest summary, 0 to 100; null while there is none
   * @param machineScore what the machine said, where a person corrected it; else null
   * @param counts whether the score counts in means; that of a copy or filler does not
   */
  record ContactLine(
      UUID id,
      UUID deal,
      String dealTitle,
      String customer,
      UUID author,
      String authorName,
      String kind,
      String people,
      String held,
      @Nullable Integer score,
      @Nullable Integer machineScore,
      @Nullable Boolean filler,
      @Nullable UUID copyOf,
      boolean counts) {
    static ContactLine of(Contact contact) {
      return new ContactLine(
          contact.id(),
          contact.deal(),
          contact.dealTitle(),
          contact.customerName(),
          contact.author(),
          contact.authorName(),
          contact.kind().id(),
          contact.people(),
          contact.held().toString(),
          contact.score(),
          contact.machineScore(),
          contact.filler(),
          contact.copyOf(),
          contact.counts());
    }
  }

  /**
   * A contact with its latest summary.
   *
   * @param number of the summary's version, from 1; null while there is none, as are the following
   * @param text as it was written
   * @param copy which earlier summary it repeats; null if none
   * @param report what the machine found: SPEC §8 {@code discovery}
   */
  record ContactBody(
      ContactLine contact,
      @Nullable Integer number,
      @Nullable String text,
      @Nullable CopyBody copy,
      @JsonRawValue @Nullable String report) {}

  /**
   * An earlier summary that is repeated.
   *
   * @param likeness in percent
   */
  record CopyBody(UUID contact, UUID deal, String customer, String held, int likeness) {}

  /**
   * A contact to be kept.
   *
   * @param kind {@code visit}, {@code call}, {@code video} or {@code message}; a visit if null
   * @param held when it took place; now if null
   * @param text the summary; null if it is written later
   */
  record NewContactBody(
      @JsonProperty @Nullable String kind,
      @JsonProperty @Nullable String people,
      @JsonProperty @Nullable Instant held,
      @JsonProperty @Nullable String text) {}

  /** A summary to be kept. */
  record NewSummaryBody(@JsonProperty @Nullable String text) {}
}
