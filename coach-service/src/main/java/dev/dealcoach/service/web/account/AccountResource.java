package dev.dealcoach.service.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Admission;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.people.ApiToken;
import dev.dealcoach.service.people.ApiTokenStore;
import dev.dealcoach.service.people.Role;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The own account and its API tokens. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER, Role.TRAINER, Role.ADMIN})
public final class AccountResource {
  private static final int LONGEST_NAME = 200;

  private final Admission admission;
  private final ApiTokenStore tokens;
  private final Access access;

  public AccountResource(Admission admission, ApiTokenStore tokens, Access access) {
    this.admission = admission;
    this.tokens = tokens;
    this.access = access;
  }

  /**
   * Who asks.
   *
   * @param role {@code rep}, {@code manager}, {@code trainer} or {@code admin}
   */
  public record Me(UUID id, String signIn, String name, String role) {}

  /**
   * A token as it is listed.
   *
   * @param value what a program sends; only in the answer that makes it
   */
  public record TokenBody(
      UUID id,
      String name,
      String created,
      @Nullable String expires,
      @Nullable String lastUsed,
      @Nullable String value) {
    static TokenBody of(ApiToken token, @Nullable String value) {
      return new TokenBody(
          token.id(),
          token.name(),
          token.created().toString(),
          text(token.expires()),
          text(token.lastUsed()),
          value);
    }

    private static @Nullable String text(@Nullable Instant instant) {
      return instant == null ? null : instant.toString();
    }
  }

  /**
   * What is asked for a new token.
   *
   * @param name what it is for, 1 to 200 characters
   * @param expires ISO 8601; null for never
   */
  public record NewTokenBody(
      @JsonProperty @Nullable String name, @JsonProperty @Nullable Instant expires) {}

  /** The own account. */
  @GET
  public Me me(@Context ContainerRequestContext request) {
    Viewer viewer = Gate.viewer(request);
    return new Me(
        viewer.id(), viewer.account().signIn(), viewer.account().name(), viewer.role().id());
  }

  /** The own tokens, the newest first. */
  @GET
  @Path("tokens")
  public List<TokenBody> tokens(@Context ContainerRequestContext request) {
    return tokens.of(Gate.viewer(request).id()).stream()
        .map(token -> TokenBody.of(token, null))
        .toList();
  }

  /** Makes a token. */
  @POST
  @Path("tokens")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response newToken(@Nullable NewTokenBody body, @Context ContainerRequestContext request) {
    String name = Optional.ofNullable(body).map(NewTokenBody::name).map(String::strip).orElse("");
    if (body == null || name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new BadRequestException();
    }
    Admission.NewToken made = admission.newToken(Gate.viewer(request), name, body.expires());
    return Response.created(URI.create("/api/v1/me/tokens/" + made.token().id()))
        .entity(TokenBody.of(made.token(), made.value()))
        .build();
  }

  /** Withdraws a token. */
  @DELETE
  @Path("tokens/{id}")
  public void withdraw(@PathParam("id") UUID id, @Context ContainerRequestContext request) {
    Viewer viewer = Gate.viewer(request);
    if (!tokens.withdraw(viewer.id(), id)) {
      throw new NotFoundException();
    }
    access.note(viewer, Act.REMOVED, "token", id, "");
  }
}
