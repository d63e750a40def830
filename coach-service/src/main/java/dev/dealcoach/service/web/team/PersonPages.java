package dev.dealcoach.service.web.team;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.team.TeamWork;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person of a manager's teams: figures, weeks, and the contacts and proposals behind them. */
@Path("/team/people")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.MANAGER)
public final class PersonPages {
  /** How many contacts, and how many proposals, the page shows. */
  private static final int MOST = 50;

  private final TeamStore teams;
  private final AccountStore accounts;
  private final TeamWork work;
  private final ContactStore contacts;
  private final Overview overview;
  private final Figures figures;
  private final Access access;
  private final Pages pages;
  private final InstantSource clock;

  PersonPages(
      TeamStore teams,
      AccountStore accounts,
      TeamWork work,
      ContactStore contacts,
      Overview overview,
      Figures figures,
      Access access,
      Pages pages,
      InstantSource clock) {
    this.teams = teams;
    this.accounts = accounts;
    this.work = work;
    this.contacts = contacts;
    this.overview = overview;
    this.figures = figures;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /** What is listed: a week or month of the trend, or the whole period. */
  private record Range(LocalDate from, LocalDate until, String chosen) {
    static Range of(@Nullable String span, Period period) {
      if (span == null || span.isEmpty()) {
        return new Range(period.from(), period.until(), "");
      }
      try {
        LocalDate first = LocalDate.parse(span);
        LocalDate begin = period.days() > 90 ? first.withDayOfMonth(1) : WorkCalendar.week(first);
        return new Range(
            begin, period.days() > 90 ? begin.plusMonths(1) : begin.plusWeeks(1), begin.toString());
      } catch (DateTimeParseException e) {
        throw new BadRequestException(e);
      }
    }
  }

  /**
   * A person.
   *
   * @param span a day of the week, for a year of the month, whose contacts and proposals are
   *     listed; null for the whole period
   */
  @GET
  @Path("{id}")
  public Response person(
      @PathParam("id") UUID id,
      @QueryParam("days") @DefaultValue("90") int days,
      @QueryParam("span") @Nullable String span,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    List<Membership> shared = access.person(viewer, id);
    Account account =
        accounts.find(id).filter(found -> !shared.isEmpty()).orElseThrow(NotFoundException::new);
    Period period = Period.of(days, figures.calendar().day(clock.instant()));
    Range range = Range.of(span, period);
    Overview.Single single = overview.person(viewer, id, days, language);
    Map<UUID, String> names = teams.all().stream().collect(Collectors.toMap(Team::id, Team::name));
    String address = "/team/people/" + id;

    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", account.name());
    model.put("address", address);
    model.put("days", Integer.toString(days));
    model.put("periods", Period.OFFERED.stream().map(String::valueOf).toList());
    model.put("teams", shared.stream().map(each -> line(each, names)).toList());
    model.put("figures", Shown.four(single.figures()));
    model.put("improved", Shown.improved(single.improvement()));
    model.put("shares", Shown.shares(single.items()));
    model.put("missed", Shown.missed(single.missed()));
    model.put("spans", Shown.spans(single.spans()));
    model.put("byMonth", days > 90);
    model.put("span", range.chosen());
    model.put("thresholds", TeamPages.thresholds(figures.lights()));
    Sight sight = access.sight(viewer);
    Instant from = figures.calendar().start(range.from());
    Instant until = figures.calendar().start(range.until());
    model.put(
        "reviews",
        work.reviews(id, sight, from, until).stream().limit(MOST).map(PersonPages::line).toList());
    model.put(
        "contacts",
        contacts.of(id, sight, from, until).reversed().stream()
            .limit(MOST)
            .map(this::line)
            .toList());
    String path =
        address + "?days=" + days + (range.chosen().isEmpty() ? "" : "&span=" + range.chosen());
    return signed.page(pages, "person", path, model);
  }

  private static Map<String, Object> line(Membership membership, Map<UUID, String> names) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", names.getOrDefault(membership.team(), ""));
    line.put("since", membership.since().toString());
    line.put("until", membership.until() == null ? "" : membership.until().toString());
    return line;
  }

  private static Map<String, Object> line(StoredReview review) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("address", "/deals/" + review.deal() + "/reviews/" + review.id());
    line.put("fileName", review.fileName());
    line.put("version", Integer.toString(review.version()));
    line.put("state", review.state().id());
    line.put("refusal", review.refusal() == null ? "" : review.refusal());
    line.put("handedIn", review.handedIn().toString());
    line.put("gold", review.gold() == null ? -1 : review.gold());
    line.put("machine", review.machineGold() == null ? "" : review.machineGold().toString());
    return line;
  }

  private Map<String, Object> line(Contact contact) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("address", "/deals/" + contact.deal() + "/contacts/" + contact.id());
    line.put("customer", contact.customerName());
    line.put("kind", contact.kind().id());
    line.put("held", contact.held().toString());
    line.put("score", contact.score() == null ? "" : contact.score().toString());
    line.put("machine", contact.machineScore() == null ? "" : contact.machineScore().toString());
    line.put(
        "light",
        contact.counts() && contact.score() != null
            ? figures.lights().discovery((double) contact.score()).id()
            : "none");
    boolean taken = Boolean.FALSE.equals(contact.aside()); // a person said that it counts
    line.put("aside", Boolean.TRUE.equals(contact.aside()));
    line.put("filler", !taken && Boolean.TRUE.equals(contact.filler()));
    line.put("copy", !taken && contact.copyOf() != null);
    return line;
  }
}
