package dev.dealcoach.service.web.day;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.task.TaskStore;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out what somebody's day holds. Thread-safe. */
public final class Day {
  /** A summary is due this long after the contact (SPEC §6). */
  static final Duration DUE = Duration.ofHours(2);

  private static final int RESULTS = 6;
  private static final int MOST_DEALS = 50;
  private static final Duration RECENT = Duration.ofDays(60);
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final List<String> URGENCY = List.of("missing", "partial");

  private final DealStore deals;
  private final ProposalStore proposals;
  private final ContactStore contacts;
  private final TaskStore tasks;
  private final ZoneId zone;

  /**
   * @param zone in which a day begins
   */
  public Day(
      DealStore deals,
      ProposalStore proposals,
      ContactStore contacts,
      TaskStore tasks,
      ZoneId zone) {
    this.deals = deals;
    this.proposals = proposals;
    this.contacts = contacts;
    this.tasks = tasks;
    this.zone = zone;
  }

  /**
   * A contact whose summary is not written.
   *
   * @param overdue whether the contact was more than two hours ago
   */
  public record ToWrite(Contact contact, boolean overdue) {}

  /**
   * What to ask next in a deal.
   *
   * @param item of the checklist that is most open
   * @param status of it
   * @param ask the question
   */
  public record NextStep(Deal deal, String item, String status, String ask) {}

  /**
   * What came of a contact or a proposal.
   *
   * @param name the customer's, or the file's
   * @param score 0 to 100 for a contact, 0 to 3 for a proposal; null while there is none
   * @param machine what the machine said, where a person corrected it; else null
   */
  public record Result(
      String kind,
      UUID id,
      UUID deal,
      String name,
      @Nullable Integer score,
      @Nullable Integer machine,
      Instant at) {}

  /**
   * A day. Immutable.
   *
   * @param tasks the own open ones, those due first before the others
   * @param late open tasks that were set to others and are overdue
   * @param open the open deals, the newest first
   */
  public record Content(
      List<Task> tasks,
      List<Task> late,
      LocalDate today,
      List<ToWrite> toWrite,
      List<StoredReview> refused,
      List<NextStep> next,
      List<Result> results,
      List<Deal> open) {}

  /** Somebody's own day. */
  public Content of(UUID account, Instant now, Language language) {
    Sight own = new Sight(account, Set.of());
    List<Contact> recent =
        new ArrayList<>(contacts.of(account, own, now.minus(RECENT), now.plusSeconds(1)));
    recent.sort(Comparator.comparing(Contact::held).reversed());
    List<StoredReview> reviews = proposals.reviews(own, PageRequest.first()).items();
    List<Deal> open =
        deals.deals(own, now, new PageRequest(MOST_DEALS, null)).items().stream()
            .filter(deal -> deal.outcome() == Deal.Outcome.OPEN)
            .toList();
    LocalDate today = LocalDate.ofInstant(now, zone);
    return new Content(
        tasks.open(own, now),
        tasks.late(account, today),
        today,
        recent.stream()
            .filter(contact -> contact.summary() == null)
            .map(contact -> new ToWrite(contact, contact.held().plus(DUE).isBefore(now)))
            .toList(),
        reviews.stream()
            .filter(review -> review.state() == ReviewState.REFUSED)
            .filter(review -> review.handedIn().isAfter(now.minus(Duration.ofDays(7))))
            .toList(),
        open.stream().flatMap(deal -> next(deal, own, recent, language).stream()).toList(),
        results(recent, reviews),
        open);
  }

  private Optional<NextStep> next(Deal deal, Sight own, List<Contact> recent, Language language) {
    Map<String, String> best = contacts.best(deal.id(), own);
    Optional<String> item =
        URGENCY.stream()
            .flatMap(
                status ->
                    best.entrySet().stream()
                        .filter(each -> each.getValue().equals(status))
                        .map(Map.Entry::getKey))
            .findFirst();
    return item.flatMap(
        open ->
            recent.stream()
                .filter(contact -> contact.deal().equals(deal.id()) && contact.counts())
                .flatMap(contact -> ask(contact, open, language).stream())
                .findFirst()
                .map(ask -> new NextStep(deal, open, best.get(open), ask)));
  }

  private Optional<String> ask(Contact contact, String item, Language language) {
    return Optional.ofNullable(contact.summary())
        .flatMap(summary -> contacts.report(summary, language))
        .map(
            report -> {
              try {
                JsonNode ask = JSON.readTree(report).at("/items/" + item + "/ask");
                return ask.isTextual() ? ask.asText() : null;
              } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static List<Result> results(List<Contact> recent, List<StoredReview> reviews) {
    List<Result> results = new ArrayList<>();
    for (Contact contact : recent) {
      if (contact.summary() != null) {
        results.add(
            new Result(
                "contact",
                contact.id(),
                contact.deal(),
                contact.customerName(),
                contact.score(),
                contact.machineScore(),
                contact.held()));
      }
    }
    for (StoredReview review : reviews) {
      if (review.state() != ReviewState.REFUSED) {
        results.add(
            new Result(
                "review",
                review.id(),
                review.deal(),
                review.fileName(),
                review.gold(),
                review.machineGold(),
                review.handedIn()));
      }
    }
    results.sort(Comparator.comparing(Result::at).reversed());
    return results.stream().limit(RESULTS).toList();
  }
}
