package dev.dealcoach.service.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.admin.Administration;
import dev.dealcoach.service.admin.Outcome;
import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.audit.AuditLog;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.web.Listed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
  private final TeamStore teams;
  private final AuditLog audit;
  private final Administration administration;

  public AdminResource(
      AccountStore accounts, TeamStore teams, AuditLog audit, Administration administration) {
    this.accounts = accounts;
    this.teams = teams;
    this.audit = audit;
    this.administration = administration;
  }

  /** A new account. */
  public record NewAccountBody(
      @JsonProperty @Nullable String signIn,
      @JsonProperty @Nullable String name,
      @JsonProperty @Nullable String role,
      @JsonProperty @Nullable String password) {}

  /** What is changed of an account; what is null stays. */
  public record AccountChange(
      @JsonProperty @Nullable String name,
      @JsonProperty @Nullable String role,
      @JsonProperty @Nullable Boolean active,
      @JsonProperty @Nullable String password) {}

  /** A new team. */
  public record NewTeamBody(
      @JsonProperty @Nullable String name, @JsonProperty @Nullable UUID parent) {}

  /** Who comes into a team, from when on; from now on if nothing is said. */
  public record NewMemberBody(
      @JsonProperty @Nullable UUID account,
      @JsonProperty boolean leads,
      @JsonProperty @Nullable Instant since) {}

  /** Into which team somebody moves, from when on; from now on if nothing is said. */
  public record MoveBody(
      @JsonProperty @Nullable UUID team,
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
  public Response newAccount(@Nullable NewAccountBody body, @BeanParam Signed signed) {
    if (body == null
        || body.signIn() == null
        || body.name() == null
        || body.role() == null
        || body.password() == null) {
      throw new BadRequestException();
    }
    Role role = Role.ofId(body.role()).orElseThrow(BadRequestException::new);
    UUID id =
        done(
            administration.newAccount(
                signed.viewer(), body.signIn(), body.name(), role, body.password()));
    return Response.status(Response.Status.CREATED)
        .entity(accounts.find(id).orElseThrow(NotFoundException::new))
        .build();
  }

  /** Changes an account; its sessions end, unless it is only named anew. */
  @PUT
  @Path("accounts/{id}")
  public void change(
      @PathParam("id") UUID id, @Nullable AccountChange body, @BeanParam Signed signed) {
    if (body == null) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    Account account = accounts.find(id).orElseThrow(NotFoundException::new);
    if (body.name() != null || body.role() != null) {
      Role role =
          body.role() == null
              ? account.role()
              : Role.ofId(body.role()).orElseThrow(BadRequestException::new);
      String name = body.name() == null ? account.name() : body.name();
      done(administration.describe(viewer, id, name, role));
    }
    if (body.active() != null) {
      done(administration.setActive(viewer, id, body.active()));
    }
    if (body.password() != null) {
      done(administration.setPassword(viewer, id, body.password()));
    }
  }

  /** Moves somebody into a team; what he or she was in then ends. */
  @POST
  @Path("accounts/{id}/team")
  public Response move(
      @PathParam("id") UUID id, @Nullable MoveBody body, @BeanParam Signed signed) {
    if (body == null || body.team() == null) {
      throw new BadRequestException();
    }
    return created(
        id,
        done(administration.move(signed.viewer(), id, body.team(), body.leads(), body.since())));
  }

  /** The teams that somebody was in, the earliest first. */
  @GET
  @Path("accounts/{id}/memberships")
  public List<Membership> memberships(@PathParam("id") UUID id) {
    if (accounts.find(id).isEmpty()) {
      throw new NotFoundException();
    }
    return teams.of(id);
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
  public Response newTeam(@Nullable NewTeamBody body, @BeanParam Signed signed) {
    if (body == null || body.name() == null) {
      throw new BadRequestException();
    }
    UUID id = done(administration.newTeam(signed.viewer(), body.name(), body.parent()));
    return Response.status(Response.Status.CREATED)
        .entity(team(id).orElseThrow(NotFoundException::new))
        .build();
  }

  /** Gives a team the name and the parent that are said. */
  @PUT
  @Path("teams/{id}")
  public void changeTeam(
      @PathParam("id") UUID id, @Nullable NewTeamBody body, @BeanParam Signed signed) {
    if (body == null || body.name() == null) {
      throw new BadRequestException();
    }
    done(administration.changeTeam(signed.viewer(), id, body.name(), body.parent()));
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
      @PathParam("id") UUID id, @Nullable NewMemberBody body, @BeanParam Signed signed) {
    if (body == null || body.account() == null) {
      throw new BadRequestException();
    }
    return created(
        body.account(),
        done(administration.join(signed.viewer(), body.account(), id, body.leads(), body.since())));
  }

  /** Lets somebody leave a team now. */
  @POST
  @Path("memberships/{id}/end")
  public void leave(@PathParam("id") UUID id, @BeanParam Signed signed) {
    done(administration.leave(signed.viewer(), id));
  }

  private Response created(UUID account, UUID membership) {
    return Response.status(Response.Status.CREATED)
        .entity(
            teams.of(account).stream()
                .filter(each -> each.id().equals(membership))
                .findFirst()
                .orElseThrow(NotFoundException::new))
        .build();
  }

  /** The id of what was done; the answer for what was not. */
  private static UUID done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(UUID id) -> id;
      case Outcome.Refused(Outcome.Reason reason) ->
          throw switch (reason) {
            case NOT_FOUND -> new NotFoundException();
            case TAKEN, IN_HAND, CIRCLE -> new ClientErrorException(Response.Status.CONFLICT);
            case INVALID, PASSWORD, OWN_ACCOUNT -> new BadRequestException();
          };
    };
  }

  /** The audit log, the newest first; what one account did or one kind of act, if asked. */
  @GET
  @Path("audit")
  public Page<AuditEntry> audit(
      @QueryParam("actor") @Nullable UUID actor,
      @QueryParam("what") AuditEntry.@Nullable Act what,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after) {
    AuditLog.Filter filter = new AuditLog.Filter(actor, what);
    return Listed.part(limit, after, part -> audit.entries(filter, part));
  }

  private Optional<Team> team(UUID id) {
    return teams.all().stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
