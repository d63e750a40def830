package dev.dealcoach.service.web.replay;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.Summary;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.people.TeamTree;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.replay.Draw;
import dev.dealcoach.service.replay.Replay;
import dev.dealcoach.service.replay.ReplayStore;
import dev.dealcoach.service.replay.Timeline;
import dev.dealcoach.service.web.library.Nominations;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may be done with replays, by page and by program alike. Thread-safe. */
public final class ReplayDesk {
  /** A month's replay draws from deals that were won in it or in the two months before it. */
  private static final int MONTHS = 3;

  private final ReplayStore replays;
  private final DealStore deals;
  private final ContactStore contacts;
  private final ProposalStore proposals;
  private final LibraryStore library;
  private final Nominations nominations;
  private final TeamStore teams;
  private final Access access;
  private final Supplier<WorkCalendar> calendar;
  private final LongSupplier seeds;
  private final InstantSource clock;

  /**
   * @param calendar says which day it is
   * @param seeds gives a new seed for every draw
   */
  public ReplayDesk(
      ReplayStore replays,
      DealStore deals,
      ContactStore contacts,
      ProposalStore proposals,
      LibraryStore library,
      Nominations nominations,
      TeamStore teams,
      Access access,
      Supplier<WorkCalendar> calendar,
      LongSupplier seeds,
      InstantSource clock) {
    this.replays = replays;
    this.deals = deals;
    this.contacts = contacts;
    this.proposals = proposals;
    this.library = library;
    this.nominations = nominations;
    this.teams = teams;
    this.access = access;
    this.calendar = calendar;
    this.seeds = seeds;
    this.clock = clock;
  }

  /** The teams whose deals this person plays back, in the order of the tree. */
  List<TeamTree.Branch> teams(Viewer viewer) {
    Set<UUID> seen = access.sight(viewer).teams();
    return TeamTree.of(teams.all().stream().filter(team -> seen.contains(team.id())).toList())
        .branches();
  }

  /** The last month that is over. */
  YearMonth lastMonth() {
    return thisMonth().minusMonths(1);
  }

  private YearMonth thisMonth() {
    return WorkCalendar.month(calendar.get().day(clock.instant()));
  }

  /** The replays of these teams, the latest month first. */
  List<Replay> replays(Viewer viewer) {
    return replays.of(access.sight(viewer).teams());
  }

  /**
   * Draws a team's deals of a month; what was drawn once stays drawn.
   *
   * @param month ISO 8601
   * @throws NotFoundException if the team is not seen
   * @throws BadRequestException if it is no month, or it has not begun
   */
  UUID draw(Viewer viewer, UUID team, String month) {
    YearMonth wanted;
    try {
      wanted = YearMonth.parse(month.strip());
    } catch (DateTimeParseException e) {
      throw new BadRequestException(e);
    }
    if (wanted.isAfter(thisMonth())) {
      throw new BadRequestException();
    }
    Sight sight = access.team(viewer, team, "replay").orElseThrow(NotFoundException::new);
    List<UUID> pool =
        replays.won(
            sight,
            calendar.get().start(wanted.minusMonths(MONTHS - 1L).atDay(1)),
            calendar.get().start(wanted.plusMonths(1).atDay(1)));
    long seed = seeds.getAsLong();
    UUID id =
        replays.keep(
            team, wanted, seed, pool.size(), Draw.of(pool, seed), viewer.id(), clock.instant());
    access.note(viewer, Act.CREATED, "replay", id, "");
    return id;
  }

  /** A replay of a team that this person sees. */
  Replay replay(Viewer viewer, UUID id) {
    Optional<Replay> found = replays.find(id);
    Optional<Replay> seen =
        found.filter(replay -> access.sight(viewer).teams().contains(replay.team()));
    if (seen.isEmpty() && found.isPresent()) {
      access.note(viewer, Act.REFUSED, "replay", id, "");
    }
    return seen.orElseThrow(NotFoundException::new);
  }

  /** The deals of a replay that this person sees, in the order in which they are played. */
  List<Deal> deals(Viewer viewer, Replay replay) {
    Sight sight = access.sight(viewer);
    return replay.deals().stream()
        .flatMap(deal -> deals.find(deal, sight, clock.instant()).stream())
        .toList();
  }

  /** A deal of a replay; reading another's is noted. */
  Deal deal(Viewer viewer, Replay replay, UUID id) {
    if (!replay.deals().contains(id)) {
      throw new NotFoundException();
    }
    return access.deal(viewer, id).orElseThrow(NotFoundException::new);
  }

  /** How a deal went, as far as this person sees it. */
  List<Timeline.Event> timeline(Viewer viewer, Deal deal) {
    Sight sight = access.sight(viewer);
    return Timeline.of(
        deal,
        contacts.ofDeal(deal.id(), sight).stream().map(this::held).toList(),
        proposals.ofDeal(deal.id(), sight),
        deals.statements(deal.id(), sight),
        calendar.get().zone());
  }

  private Timeline.Held held(Contact contact) {
    UUID summary = contact.summary();
    return new Timeline.Held(
        contact,
        contacts.summary(contact.id()).map(Summary::text).orElse(""),
        summary == null ? Map.of() : contacts.items(summary));
  }

  /** What people marked. */
  List<ReplayStore.Mark> marks(Replay replay) {
    return replays.marks(replay.id());
  }

  /** What was chosen. */
  List<ReplayStore.Action> actions(Replay replay) {
    return replays.actions(replay.id());
  }

  /** How a nomination stands; empty if it was erased. */
  String state(ReplayStore.Action action) {
    UUID example = action.example();
    return example == null ? "" : library.find(example).map(found -> found.state().id()).orElse("");
  }

  /**
   * Marks a turning point.
   *
   * @param event of the deal's timeline, see {@link Timeline.Event#key}
   * @throws BadRequestException if there is no such event, or the note is missing or too long
   */
  void mark(Viewer viewer, UUID replay, UUID dealId, String event, String note) {
    Replay of = replay(viewer, replay);
    Deal deal = deal(viewer, of, dealId);
    String said = note.strip();
    if (said.isEmpty()
        || said.length() > ReplayStore.LONGEST_NOTE
        || timeline(viewer, deal).stream().noneMatch(each -> each.key().equals(event))) {
      throw new BadRequestException();
    }
    replays.mark(replay, deal.id(), viewer.id(), event, said, clock.instant());
  }

  /** Takes a mark of one's own back. */
  void unmark(Viewer viewer, UUID replay, UUID mark) {
    replay(viewer, replay);
    if (!replays.unmark(replay, mark, viewer.id())) {
      throw new NotFoundException();
    }
  }

  /**
   * Chooses an action and puts its passage before the trainers.
   *
   * @return whether it was chosen; not, if there are as many already as are chosen
   * @throws BadRequestException if the title is missing or too long, or the passage does not stand
   *     there
   */
  boolean choose(
      Viewer viewer,
      UUID replay,
      UUID dealId,
      @Nullable UUID contact,
      @Nullable UUID review,
      String title,
      String text) {
    Replay of = replay(viewer, replay);
    Deal deal = deal(viewer, of, dealId);
    String named = title.strip();
    if (named.isEmpty() || named.length() > ReplayStore.LONGEST_TITLE) {
      throw new BadRequestException();
    }
    boolean ofDeal =
        contact != null
            ? contacts.find(contact).filter(each -> each.deal().equals(deal.id())).isPresent()
            : review != null
                && proposals.find(review).filter(each -> each.deal().equals(deal.id())).isPresent();
    if (!ofDeal) {
      throw new NotFoundException();
    }
    if (actions(of).size() >= ReplayStore.ACTIONS) {
      return false;
    }
    Nominations.Nominated made =
        nominations.nominate(viewer, new Nominations.Passage(review, contact, text), List.of());
    return replays.choose(
        replay, deal.id(), viewer.id(), named, made.link(), made.id(), clock.instant());
  }
}
