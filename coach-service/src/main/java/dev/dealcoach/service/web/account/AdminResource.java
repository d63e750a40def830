package dev.dealcoach.service.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Passwords;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.audit.AuditLog;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.SessionStore;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator does: accounts, teams, and reading the audit log. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public final class AdminResource {
  private final AccountStore accounts;
  private final SessionStore sessions;
  private final TeamStore teams;
  private final AuditLog audit;
  private final Passwords passwords;
  private final Access access;
  private final InstantSource clock;

  public AdminResource(
      AccountStore accounts,
      SessionStore sessions,
      TeamStore teams,
      AuditLog audit,
      Passwords passwords,
      Access access,
      InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.teams = teams;
    this.audit = audit;
    this.passwords = passwords;
    this.access = access;
    this.clock = clock;
  }

  /** A new account. */
  public record NewAccountBody(
      @JsonProperty @Nullable String signIn,
      @JsonProperty @Nullable String name,
      @JsonProperty @Nullable String role,
      @JsonProperty @Nullable String password) {}

  /** What is changed of an account; what is null stays. */
  public record AccountChange(
      @JsonProperty @Nullable Boolean active, @JsonProperty @Nullable String password) {}

  /** A new team. */
  public record NewTeamBody(
      @JsonProperty @Nullable String name, @JsonProperty @Nullable UUID parent) {}

  /** Who comes into a team, from when on; from now on if nothing is said. */
  public record NewMemberBody(
      @JsonProperty @Nullable UUID account,
      @JsonProperty boolean leads,
      @JsonProperty @Nullable Instant since) {}

  /** All accounts. */
  @GET
  @Path("accounts")
  public List<Account> accounts() {
    return accounts.all();
  }

  /** Makes an account. */
  @POST
  @Path("accounts")
  public Response newAccount(
      @Nullable NewAccountBody body, @Context ContainerRequestContext request) {
    if (body == null
        || body.signIn() == null
        || body.name() == null
        || body.role() == null
        || body.password() == null
        || !Passwords.acceptable(body.password())) {
      throw new BadRequestException();
    }
    Role role = Role.ofId(body.role()).orElseThrow(BadRequestException::new);
    Account account;
    try {
      account =
          new Account(UUID.randomUUID(), body.signIn(), body.name(), role, true, clock.instant());
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    if (!accounts.add(account, passwords.hash(body.password()))) {
      throw new ClientErrorException(Response.Status.CONFLICT);
    }
    access.note(Gate.viewer(request), Act.CREATED, "account", account.id(), role.id());
    return Response.status(Response.Status.CREATED).entity(account).build();
  }

  /** Opens or closes an account, or sets its password; its sessions end. */
  @PUT
  @Path("accounts/{id}")
  public void change(
      @PathParam("id") UUID id,
      @Nullable AccountChange body,
      @Context ContainerRequestContext request) {
    if (accounts.find(id).isEmpty()) {
      throw new NotFoundException();
    }
    Viewer viewer = Gate.viewer(request);
    boolean closesItself =
        body != null && Boolean.FALSE.equals(body.active()) && viewer.id().equals(id);
    if (body == null
        || closesItself
        || (body.password() != null && !Passwords.acceptable(body.password()))) {
      throw new BadRequestException();
    }
    if (body.active() != null) {
      accounts.setActive(id, body.active());
      access.note(viewer, Act.CHANGED, "account", id, body.active() ? "opened" : "closed");
    }
    if (body.password() != null) {
      accounts.setSecret(id, passwords.hash(body.password()));
      access.note(viewer, Act.CHANGED, "account", id, "password");
    }
    sessions.closeAll(id);
  }

  /** All teams. */
  @GET
  @Path("teams")
  public List<Team> teams() {
    return teams.all();
  }

  /** Makes a team. */
  @POST
  @Path("teams")
  public Response newTeam(@Nullable NewTeamBody body, @Context ContainerRequestContext request) {
    String name = Optional.ofNullable(body).map(NewTeamBody::name).map(String::strip).orElse("");
    if (body == null || name.isEmpty() || name.length() > 200) {
      throw new BadRequestException();
    }
    if (body.parent() != null && team(body.parent()).isEmpty()) {
      throw new BadRequestException();
    }
    Team team = new Team(UUID.randomUUID(), name, body.parent());
    teams.add(team);
    access.note(Gate.viewer(request), Act.CREATED, "team", team.id(), "");
    return Response.status(Response.Status.CREATED).entity(team).build();
  }

  /** Who was in a team when. */
  @GET
  @Path("teams/{id}/members")
  public List<Membership> members(@PathParam("id") UUID id) {
    if (team(id).isEmpty()) {
      throw new NotFoundException();
    }
    return teams.in(id);
  }

  /** Puts somebody into a team. */
  @POST
  @Path("teams/{id}/members")
  public Response join(
      @PathParam("id") UUID id,
      @Nullable NewMemberBody body,
      @Context ContainerRequestContext request) {
    if (team(id).isEmpty()) {
      throw new NotFoundException();
    }
    if (body == null || body.account() == null || accounts.find(body.account()).isEmpty()) {
      throw new BadRequestException();
    }
    Instant since = body.since() == null ? clock.instant() : body.since();
    Membership membership =
        new Membership(UUID.randomUUID(), body.account(), id, body.leads(), since, null);
    teams.join(membership);
    access.note(Gate.viewer(request), Act.CREATED, "membership", membership.id(), "");
    return Response.status(Response.Status.CREATED).entity(membership).build();
  }

  /** Lets somebody leave a team now. */
  @POST
  @Path("memberships/{id}/end")
  public void leave(@PathParam("id") UUID id, @Context ContainerRequestContext request) {
    if (!teams.leave(id, clock.instant())) {
      throw new NotFoundException();
    }
    access.note(Gate.viewer(request), Act.CHANGED, "membership", id, "ended");
  }

  /** The audit log, the newest first. */
  @GET
  @Path("audit")
  public Page<AuditEntry> audit(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after) {
    try {
      return audit.entries(new PageRequest(limit, after));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  private Optional<Team> team(UUID id) {
    return teams.all().stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
