package dev.dealcoach.service.replay;

import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.StoredReview;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a deal went, and where it turned. Stateless. */
public final class Timeline {
  private static final String DECIDER = "decision_maker";
  private static final String COVERED = "covered";

  private Timeline() {}

  /** What happened. */
  public enum Kind {
    /** The customer said something. */
    STATEMENT,
    /** A contact. */
    CONTACT,
    /** A version of a proposal. */
    PROPOSAL,
    /** The first quote. */
    QUOTE,
    /** The deal was won. */
    WON;

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Why an event is a turning point. */
  public sealed interface Turn {
    /** An item of the checklist was covered for the first time. */
    record Covered(String item) implements Turn {}

    /** The person who decides was met for the first time. */
    record DeciderMet() implements Turn {}

    /** A proposal had more points of the gold standard than any before. */
    record GoldGained(int before, int after) implements Turn {}

    /** The customer's own words were noted for the first time. */
    record CustomerSpoke() implements Turn {}

    /** The customer got a price. */
    record Quoted() implements Turn {}

    /** It was won. */
    record Won() implements Turn {}
  }

  /**
   * A contact with its latest summary.
   *
   * @param text of the summary; empty without one
   * @param items statuses by item
   */
  public record Held(Contact contact, String text, Map<String, String> items) {
    public Held {
      // in the checklist's order
      items = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }
  }

  /**
   * Something that happened.
   *
   * @param id of the statement, contact or review; the deal's for the others
   * @param score what holds, of a contact 0 to 100, of a proposal 0 to 3; null without one
   * @param machineScore what the machine said, where a person corrected it; else null
   * @param text what was said or written; a proposal's file name
   * @param title how the contact was held, see {@link Contact.Kind}, with whom; else empty
   * @param turns why it is a turning point; empty if it is none
   */
  public record Event(
      Kind kind,
      UUID id,
      Instant at,
      @Nullable Integer score,
      @Nullable Integer machineScore,
      String title,
      String text,
      Map<String, String> items,
      List<Turn> turns) {
    public Event {
      turns = List.copyOf(turns);
    }

    /** Names the event in marks. */
    public String key() {
      return kind.id() + ":" + id;
    }
  }

  /**
   * What happened in a deal, the earliest first.
   *
   * @param contacts that are seen, as all the following
   * @param zone in which a day begins
   */
  public static List<Event> of(
      Deal deal,
      List<Held> contacts,
      List<StoredReview> reviews,
      List<Statement> statements,
      ZoneId zone) {
    List<Event> events = new ArrayList<>();
    statements(statements, events);
    contacts(contacts, events);
    proposals(reviews, events);
    LocalDate quoted = deal.firstQuote();
    if (quoted != null) {
      events.add(
          new Event(
              Kind.QUOTE,
              deal.id(),
              quoted.atStartOfDay(zone).toInstant(),
              null,
              null,
              "",
              "",
              Map.of(),
              List.of(new Turn.Quoted())));
    }
    Instant closed = deal.closed();
    if (closed != null && deal.outcome() == Deal.Outcome.WON) {
      events.add(
          new Event(
              Kind.WON, deal.id(), closed, null, null, "", "", Map.of(), List.of(new Turn.Won())));
    }
    events.sort(
        Comparator.comparing(Event::at).thenComparing(Event::kind).thenComparing(Event::id));
    return List.copyOf(events);
  }

  private static void statements(List<Statement> statements, List<Event> events) {
    boolean first = true;
    for (Statement each :
        statements.stream().sorted(Comparator.comparing(Statement::at)).toList()) {
      events.add(
          new Event(
              Kind.STATEMENT,
              each.id(),
              each.at(),
              null,
              null,
              "",
              each.text(),
              Map.of(),
              first ? List.of(new Turn.CustomerSpoke()) : List.of()));
      first = false;
    }
  }

  private static void contacts(List<Held> contacts, List<Event> events) {
    Set<String> covered = new HashSet<>();
    for (Held each :
        contacts.stream().sorted(Comparator.comparing(held -> held.contact().held())).toList()) {
      List<Turn> turns = new ArrayList<>();
      if (each.contact().counts()) {
        each.items()
            .forEach(
                (item, status) -> {
                  if (status.equals(COVERED) && covered.add(item)) {
                    turns.add(
                        item.equals(DECIDER) ? new Turn.DeciderMet() : new Turn.Covered(item));
                  }
                });
      }
      events.add(
          new Event(
              Kind.CONTACT,
              each.contact().id(),
              each.contact().held(),
              each.contact().score(),
              each.contact().machineScore(),
              each.contact().people(),
              each.text(),
              each.items(),
              turns));
    }
  }

  private static void proposals(List<StoredReview> reviews, List<Event> events) {
    int best = 0;
    for (StoredReview each :
        reviews.stream().sorted(Comparator.comparing(StoredReview::handedIn)).toList()) {
      List<Turn> turns = new ArrayList<>();
      Integer gold = each.gold();
      if (each.state() == ReviewState.DONE && gold != null && gold > best) {
        turns.add(new Turn.GoldGained(best, gold));
        best = gold;
      }
      events.add(
          new Event(
              Kind.PROPOSAL,
              each.id(),
              each.handedIn(),
              gold,
              each.machineGold(),
              "",
              each.fileName(),
              Map.of(),
              turns));
    }
  }
}
