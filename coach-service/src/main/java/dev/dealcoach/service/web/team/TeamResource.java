package dev.dealcoach.service.web.team;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.team.TeamWork;
import dev.dealcoach.service.web.account.Gate;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A manager's teams as JSON. */
@Path("/api/v1/team")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.MANAGER)
public final class TeamResource {
  private final Overview overview;
  private final TeamWork work;
  private final ContactStore contacts;
  private final Access access;
  private final InstantSource clock;

  public TeamResource(
      TeamStore teams,
      AccountStore accounts,
      TeamWork work,
      ContactStore contacts,
      Access access,
      InstantSource clock) {
    this.contacts = contacts;
    this.clock = clock;
    this.overview = new Overview(teams, accounts, work, access, clock);
    this.work = work;
    this.access = access;
  }

  /**
   * A review in the list of a person.
   *
   * @param refusal why there is no result; null unless refused
   * @param gold points of the gold standard, 0 to 3; null until done
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
          review.handedIn().toString());
    }
  }

  /**
   * A contact in the list of a person.
   *
   * @param held ISO 8601
   * @param score of the latest summary, 0 to 100; null while there is none
   * @param counts whether the score counts in means
   */
  public record ContactLine(
      UUID id, UUID deal, String kind, String held, @Nullable Integer score, boolean counts) {
    static ContactLine of(Contact contact) {
      return new ContactLine(
          contact.id(),
          contact.deal(),
          contact.kind().id(),
          contact.held().toString(),
          contact.score(),
          contact.counts());
    }
  }

  /** The teams, who is in them, and what their reviews of the last days come to. */
  @GET
  public Object team(
      @QueryParam("days") @DefaultValue("30") int days, @Context ContainerRequestContext request) {
    return overview.of(Gate.viewer(request), TeamPages.period(days));
  }

  /** The contacts that one person had in the last year while in these teams, the latest first. */
  @GET
  @Path("people/{id}/contacts")
  public List<ContactLine> contacts(
      @PathParam("id") UUID id, @Context ContainerRequestContext request) {
    Viewer viewer = Gate.viewer(request);
    if (access.person(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    Instant now = clock.instant();
    return contacts
        .of(
            id,
            access.sight(viewer),
            now.minus(TeamPages.CONTACTS_OF),
            now.plus(TeamPages.CONTACTS_OF))
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
      @Context ContainerRequestContext request) {
    Viewer viewer = Gate.viewer(request);
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
