package dev.dealcoach.service.contact;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps contacts and their summaries. A contact is seen by who noted it, and through a team if that
 * person was in it then. Thread-safe.
 */
public interface ContactStore {
  /**
   * Adds a contact, with its summary if there is one.
   *
   * @param once makes it happen once; null if that does not matter
   */
  Creation add(NewContact contact, @Nullable NewSummary summary, @Nullable Once once);

  /**
   * Adds another version of a contact's summary; the versions before stay.
   *
   * @param once makes it happen once; null if that does not matter
   * @return the summary's id
   */
  Creation summarise(UUID contact, NewSummary summary, @Nullable Once once);

  /** The contact with this id, whoever asks. */
  Optional<Contact> find(UUID id);

  /** The contact with this id, if it can be seen. */
  Optional<Contact> find(UUID id, Sight sight);

  /** The contacts of a deal that can be seen, the latest first. */
  List<Contact> ofDeal(UUID deal, Sight sight);

  /** All contacts that can be seen, the one noted last first. */
  Page<Contact> contacts(Sight sight, PageRequest page);

  /**
   * The contacts that somebody had in a time and that can be seen, the earliest first.
   *
   * @param from first instant
   * @param until first instant after it
   */
  List<Contact> of(UUID author, Sight sight, Instant from, Instant until);

  /** The latest summary of a contact. */
  Optional<Summary> summary(UUID contact);

  /**
   * What the reader is told about a summary, as the machine has it: JSON, SPEC §8 {@code
   * discovery}.
   */
  Optional<String> report(UUID summary, Language language);

  /** The contact that a summary is of. */
  Optional<UUID> contactOf(UUID summary);

  /**
   * The statuses that hold of a summary's items by item.
   *
   * @see Judgement#items
   */
  Map<String, String> items(UUID summary);

  /**
   * The best status that each item has in the summaries of a deal that can be seen and count, in
   * the checklist's order; empty if there is none.
   */
  Map<String, String> best(UUID deal, Sight sight);

  /**
   * What somebody wrote about other contacts, the latest {@value #COMPARED} of them.
   *
   * @param contact whose own summaries are left out; null if it is new
   */
  List<Copies.Earlier> earlier(UUID author, @Nullable UUID contact);

  /** With how many earlier summaries a new one is compared. */
  int COMPARED = 500;
}
