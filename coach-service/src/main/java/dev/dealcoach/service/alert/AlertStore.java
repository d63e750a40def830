package dev.dealcoach.service.alert;

import dev.dealcoach.service.dispatch.Mailing;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keeps alerts. An alert is seen by the rep it is about, through a team if the rep was in it when
 * it was raised, and by who shall look after it. Thread-safe.
 */
public interface AlertStore {
  /** Which alerts are listed. */
  enum Shelf {
    /** Those that are not over. */
    OPEN,
    /** Of these, those that the reader shall look after. */
    ASSIGNED,
    /** Those that are over. */
    CLOSED;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The shelf with this id. */
    public static Optional<Shelf> ofId(String id) {
      return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
  }

  /** Alerts that can be seen, the newest first. */
  Page<Alert> alerts(Sight sight, Shelf shelf, PageRequest page);

  /**
   * Alerts that wait for this person: not over, and either to be looked after or not acknowledged
   * yet. The newest first.
   *
   * @param most how many at most
   */
  List<Alert> waiting(Sight sight, int most);

  /** How many alerts wait for this person. */
  int waiting(Sight sight);

  /** The alert with this id, if it can be seen. */
  Optional<Alert> find(UUID id, Sight sight);

  /** The alert with this id, whoever asks. */
  Optional<Alert> find(UUID id);

  /** The red days of an alert, in their order. */
  List<Measured> days(UUID alert);

  /** What was missed most, the most first. */
  List<Missed> missed(UUID alert);

  /** Of these alerts, those that this person has acknowledged. */
  Set<UUID> acknowledged(UUID account, Set<UUID> alerts);

  /** This person knows of the alert; once is enough. */
  void acknowledge(UUID alert, UUID account, Instant at);

  /** Somebody looks after the alert from now on, and is told. */
  void assign(Assignment assignment, Mailing mailing);

  /**
   * Contacts that were summarised in this time by those who were then in a team that somebody
   * leads, with an item that is not covered; by rep, then time.
   */
  List<Uncovered> digest(UUID leader, Instant from, Instant until);

  /** Whether something of a rep has changed that nobody has looked at. */
  boolean anyChanged();

  /**
   * Does something with nobody else doing so, in one transaction.
   *
   * @return false if another process is at it; nothing was done then
   */
  boolean alone(Instant now, Consumer<Turn> work);
}
