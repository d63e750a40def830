package dev.dealcoach.service.web.team;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.team.TeamWork;
import dev.dealcoach.service.web.FileName;
import dev.dealcoach.service.web.Messages;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A manager's teams as JSON. */
@Path("/api/v1/team")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.MANAGER)
public final class TeamResource {
  private static final Map<String, String> TYPES =
      Map.of(
          "csv",
          "text/csv;charset=UTF-8",
          "xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** How far back a person's contacts are told. */
  private static final Duration CONTACTS_OF = Duration.ofDays(365);

  private final Overview overview;
  private final TeamWork work;
  private final ContactStore contacts;
  private final Access access;
  private final Messages messages;
  private final InstantSource clock;

  TeamResource(
      Overview overview,
      TeamWork work,
      ContactStore contacts,
      Access access,
      Messages messages,
      InstantSource clock) {
    this.overview = overview;
    this.work = work;
    this.contacts = contacts;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A review in the list of a person.
   *
   * @param refusal why there is no result; null unless refused
   * @param gold points of the gold standard that hold, 0 to 3; null until done
   * @param machineGold what the machine said, where a person corrected a point; else null
   * @param handedIn ISO 8601
   */
  public record Line(
      UUID id,
      UUID deal,
      UUID proposal,
      String title,
      int version,
      String fileName,
      String state,
      @Nullable String refusal,
      @Nullable Integer gold,
      @Nullable Integer machineGold,
      String handedIn) {
    static Line of(StoredReview review) {
      return new Line(
          review.id(),
          review.deal(),
          review.proposal(),
          review.title(),
          review.version(),
          review.fileName(),
          review.state().id(),
          review.refusal(),
          review.gold(),
          review.machineGold(),
          review.handedIn().toString());
    }
  }

  /**
   * A contact in the list of a person.
   *
   * @param held ISO 8601
   * @param score of the latest summary, what holds, 0 to 100; null while there is none
   * @param machineScore what the machine said, where a person corrected the score; else null
   * @param counts whether the score counts in means
   */
  public record ContactLine(
      UUID id,
      UUID deal,
      String kind,
      String held,
      @Nullable Integer score,
      @Nullable Integer machineScore,
      boolean counts) {
    static ContactLine of(Contact contact) {
      return new ContactLine(
          contact.id(),
          contact.deal(),
          contact.kind().id(),
          contact.held().toString(),
          contact.score(),
          contact.machineScore(),
          contact.counts());
    }
  }

  /** The teams, who is in them, and their figures of the last days. */
  @GET
  public Object team(@QueryParam("days") @DefaultValue("30") int days, @BeanParam Signed signed) {
    return overview.of(signed.viewer(), days, signed.language());
  }

  /** One person's figures of the last days, as far as they are of these teams. */
  @GET
  @Path("people/{id}/figures")
  public Object figures(
      @PathParam("id") UUID id,
      @QueryParam("days") @DefaultValue("90") int days,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (access.person(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    return overview.person(viewer, id, days, signed.language());
  }

  /**
   * The people of the teams with their figures as a file, or how often each item was not covered,
   * team by team.
   *
   * @param of {@code people} or {@code items}; the other choices are of people
   * @param format {@code csv} or {@code xlsx}
   */
  @GET
  @Path("export")
  @Produces(MediaType.WILDCARD)
  public Response export(
      @QueryParam("days") @DefaultValue("30") int days,
      @QueryParam("team") @DefaultValue("") String team,
      @QueryParam("light") @DefaultValue("") String light,
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("order") @DefaultValue("help") String order,
      @QueryParam("of") @DefaultValue("people") String of,
      @QueryParam("format") @DefaultValue("csv") String format,
      @BeanParam Signed signed)
      throws IOException {
    if (!TYPES.containsKey(format) || !List.of("people", "items").contains(of)) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    Choice choice = new Choice(days, team, light, name, order);
    Overview.Whole whole = overview.of(viewer, days, language);
    access.note(viewer, Act.READ, "team", "export", format);
    TeamTable table = new TeamTable(messages, language);
    return of.equals("items")
        ? file(table.items(whole.teams()), "team-items", format)
        : file(table.people(choice.of(whole)), "team", format);
  }

  private static Response file(TeamTable.Sheet sheet, String name, String format)
      throws IOException {
    return Response.ok(format.equals("csv") ? sheet.csv() : sheet.xlsx())
        .type(TYPES.get(format))
        .header(HttpHeaders.CONTENT_DISPOSITION, FileName.of(name + "." + format).attachment())
        .build();
  }

  /**
   * One person's weeks, for a year months, as a file.
   *
   * @param format {@code csv} or {@code xlsx}
   */
  @GET
  @Path("people/{id}/export")
  @Produces(MediaType.WILDCARD)
  public Response weeks(
      @PathParam("id") UUID id,
      @QueryParam("days") @DefaultValue("90") int days,
      @QueryParam("format") @DefaultValue("csv") String format,
      @BeanParam Signed signed)
      throws IOException {
    if (!TYPES.containsKey(format)) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    if (access.person(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    Language language = signed.language();
    Overview.Single single = overview.person(viewer, id, days, language);
    return file(
        new TeamTable(messages, language).spans(single.spans(), days > 90), "weeks", format);
  }

  /** The contacts that one person had in the last year while in these teams, the latest first. */
  @GET
  @Path("people/{id}/contacts")
  public List<ContactLine> contacts(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (access.person(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    Instant now = clock.instant();
    return contacts
        .of(id, access.sight(viewer), now.minus(CONTACTS_OF), now.plus(CONTACTS_OF))
        .reversed()
        .stream()
        .map(ContactLine::of)
        .toList();
  }

  /** What one person handed in while in these teams, the newest first. */
  @GET
  @Path("people/{id}/reviews")
  public Page<Line> reviews(
      @PathParam("id") UUID id,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (access.person(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    try {
      Page<StoredReview> page =
          work.reviews(id, access.sight(viewer), new PageRequest(limit, after));
      return new Page<>(page.items().stream().map(Line::of).toList(), page.next());
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }
}
