package dev.dealcoach.service.web.day;

import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.trend.Trend;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody's own scores went in the last weeks. Thread-safe. */
public final class History {
  /** How many weeks are shown. */
  static final int WEEKS = 12;

  private final ProposalStore proposals;
  private final ContactStore contacts;
  private final ZoneId zone;

  /**
   * @param zone in which weeks begin
   */
  public History(ProposalStore proposals, ContactStore contacts, ZoneId zone) {
    this.proposals = proposals;
    this.contacts = contacts;
    this.zone = zone;
  }

  /**
   * A week from Monday on.
   *
   * @param discovery mean of the summaries that count, 0 to 100; null without any
   * @param gold mean of the proposals, 0 to 3; null without any
   * @param corrected how many of these scores people corrected
   */
  public record Week(
      LocalDate monday,
      @Nullable Double discovery,
      int contacts,
      @Nullable Double gold,
      int proposals,
      int corrected) {
    Map<String, Object> line() {
      return Map.of(
          "monday",
          monday.toString(),
          "discovery",
          discovery == null ? "" : String.format(Locale.ROOT, "%.0f", discovery),
          "contacts",
          contacts,
          "gold",
          gold == null ? "" : String.format(Locale.ROOT, "%.1f", gold),
          "proposals",
          proposals,
          "corrected",
          corrected);
    }
  }

  /** The last weeks, the earliest first. */
  public record Content(List<Week> weeks) {
    boolean any() {
      return weeks.stream().anyMatch(week -> week.contacts() + week.proposals() > 0);
    }
  }

  /** Somebody's own history. */
  public Content of(UUID account, Instant now) {
    Sight own = new Sight(account, Set.of());
    Instant from = Trend.begin(now, WEEKS, zone);
    List<Trend.Scored> said = new ArrayList<>();
    List<Trend.Scored> corrected = new ArrayList<>();
    for (Contact contact : contacts.of(account, own, from, now.plusSeconds(1))) {
      if (contact.counts() && contact.score() != null) {
        said.add(new Trend.Scored(contact.held(), contact.score()));
        if (contact.machineScore() != null) {
          corrected.add(said.getLast());
        }
      }
    }
    List<Trend.Week> discovery = Trend.weeks(said, now, WEEKS, zone);
    List<Trend.Week> gold = Trend.weeks(handedIn(own, from, corrected), now, WEEKS, zone);
    List<Trend.Week> changed = Trend.weeks(corrected, now, WEEKS, zone);
    List<Week> weeks = new ArrayList<>();
    for (int i = 0; i < WEEKS; i++) {
      Trend.Week one = discovery.get(i);
      Trend.Week other = gold.get(i);
      weeks.add(
          new Week(
              one.monday(),
              one.mean(),
              one.count(),
              other.mean(),
              other.count(),
              changed.get(i).count()));
    }
    return new Content(List.copyOf(weeks));
  }

  private List<Trend.Scored> handedIn(Sight own, Instant from, List<Trend.Scored> corrected) {
    List<Trend.Scored> scored = new ArrayList<>();
    String after = null;
    boolean more = true;
    while (more) {
      Page<StoredReview> page = proposals.reviews(own, new PageRequest(PageRequest.MOST, after));
      for (StoredReview review : page.items()) {
        if (review.gold() != null && !review.handedIn().isBefore(from)) {
          scored.add(new Trend.Scored(review.handedIn(), review.gold()));
          if (review.machineGold() != null) {
            corrected.add(scored.getLast());
          }
        }
      }
      after = page.next();
      more = after != null && page.items().getLast().handedIn().isAfter(from);
    }
    return scored;
  }
}
