package dev.dealcoach.service.web.team;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.team.TeamWork;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.ReaderLanguage;
import dev.dealcoach.service.web.account.Gate;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A manager's teams, and one person of them. From the teams a review is two clicks away. */
@Path("/team")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.MANAGER)
public final class TeamPages {
  /** Periods that can be looked at, in days. */
  private static final List<Integer> PERIODS = List.of(7, 30, 90, 365);

  private static final Set<Integer> KNOWN = Set.copyOf(PERIODS);

  /** How far back a person's contacts are shown. */
  static final Duration CONTACTS_OF = Duration.ofDays(365);

  private final TeamStore teams;
  private final AccountStore accounts;
  private final TeamWork work;
  private final ContactStore contacts;
  private final InstantSource clock;
  private final Access access;
  private final Pages pages;
  private final Overview overview;

  public TeamPages(
      TeamStore teams,
      AccountStore accounts,
      TeamWork work,
      ContactStore contacts,
      Access access,
      Pages pages,
      InstantSource clock) {
    this.contacts = contacts;
    this.clock = clock;
    this.teams = teams;
    this.accounts = accounts;
    this.work = work;
    this.access = access;
    this.pages = pages;
    this.overview = new Overview(teams, accounts, work, access, clock);
  }

  /** A period that can be looked at. */
  static int period(int days) {
    if (!KNOWN.contains(days)) {
      throw new BadRequestException();
    }
    return days;
  }

  /** The teams. */
  @GET
  public Response team(
      @QueryParam("days") @DefaultValue("30") int days,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Overview.Whole whole = overview.of(viewer, period(days));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("days", Integer.toString(days));
    model.put("periods", PERIODS.stream().map(String::valueOf).toList());
    model.put("people", Integer.toString(whole.people()));
    model.put("summaries", Integer.toString(whole.summaries()));
    model.put("discovery", whole(whole.discovery()));
    model.put("reviews", Integer.toString(whole.reviews()));
    model.put("gold", mean(whole.gold()));
    model.put(
        "teams",
        whole.teams().stream()
            .map(
                team ->
                    Map.of(
                        "name",
                        team.name(),
                        "depth",
                        Math.min(team.depth(), 3),
                        "people",
                        team.people().stream().map(TeamPages::line).toList()))
            .toList());
    model.put("former", whole.former().stream().map(TeamPages::line).toList());
    model.put(
        "first",
        whole.first().stream()
            .map(
                each ->
                    Map.of(
                        "name", each.name(),
                        "address", "/deals/" + each.deal() + "/reviews/" + each.review(),
                        "handedIn", each.handedIn(),
                        "gold", each.gold()))
            .toList());
    String path = "/team?days=" + days;
    return Signed.page(
        200, pages, "team", path, ReaderLanguage.of(uri, headers), viewer, model, uri);
  }

  /** One person: when in which of the teams, and what was handed in then. */
  @GET
  @Path("people/{id}")
  public Response person(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable String after,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    List<Membership> shared = access.person(viewer, id);
    Account account =
        accounts.find(id).filter(found -> !shared.isEmpty()).orElseThrow(NotFoundException::new);
    Page<StoredReview> page;
    try {
      page = work.reviews(id, access.sight(viewer), new PageRequest(PageRequest.USUAL, after));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    Map<UUID, String> names = teams.all().stream().collect(Collectors.toMap(Team::id, Team::name));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", id.toString());
    model.put("name", account.name());
    model.put("teams", shared.stream().map(each -> line(each, names)).toList());
    model.put("reviews", page.items().stream().map(TeamPages::line).toList());
    model.put("next", page.next() == null ? "" : page.next());
    Instant now = clock.instant();
    model.put(
        "contacts",
        contacts
            .of(id, access.sight(viewer), now.minus(CONTACTS_OF), now.plus(CONTACTS_OF))
            .reversed()
            .stream()
            .limit(PageRequest.USUAL)
            .map(TeamPages::line)
            .toList());
    List<Integer> golds =
        page.items().reversed().stream()
            .filter(review -> review.state() == ReviewState.DONE && review.gold() != null)
            .map(StoredReview::gold)
            .toList();
    model.put("trend", golds.subList(Math.max(0, golds.size() - Overview.TREND), golds.size()));
    return Signed.page(
        200,
        pages,
        "person",
        "/team/people/" + id,
        ReaderLanguage.of(uri, headers),
        viewer,
        model,
        uri);
  }

  private static Map<String, Object> line(Overview.Person person) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("address", "/team/people/" + person.id());
    line.put("name", person.name());
    line.put("leads", person.leads());
    line.put("summaries", Integer.toString(person.summaries()));
    line.put("discovery", whole(person.discovery()));
    line.put("reviews", Integer.toString(person.reviews()));
    line.put("gold", mean(person.gold()));
    line.put("trend", person.trend());
    line.put("last", person.last() == null ? "" : person.last());
    return line;
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
    return line;
  }

  private static Map<String, Object> line(Contact contact) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("address", "/deals/" + contact.deal() + "/contacts/" + contact.id());
    line.put("customer", contact.customerName());
    line.put("kind", contact.kind().id());
    line.put("held", contact.held().toString());
    line.put("score", contact.score() == null ? "" : contact.score().toString());
    line.put("filler", Boolean.TRUE.equals(contact.filler()));
    line.put("copy", contact.copyOf() != null);
    return line;
  }

  /** A whole number, or nothing. */
  private static String whole(@Nullable Double value) {
    return value == null ? "" : Long.toString(Math.round(value));
  }

  /** One decimal, or nothing. */
  private static String mean(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.1f", value);
  }
}
