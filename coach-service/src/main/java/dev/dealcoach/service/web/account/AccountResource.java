package dev.dealcoach.service.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Admission;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.people.ApiToken;
import dev.dealcoach.service.people.ApiTokenStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
  private final Messages messages;

  public AccountResource(
      Admission admission, ApiTokenStore tokens, Access access, Messages messages) {
    this.messages = messages;
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
  public Me me(@BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    return new Me(
        viewer.id(), viewer.account().signIn(), viewer.account().name(), viewer.role().id());
  }

  /**
   * Another password.
   *
   * @param present the one that holds
   * @param next the one that shall hold, 10 to 200 characters
   */
  public record PasswordBody(
      @JsonProperty @Nullable String present, @JsonProperty @Nullable String next) {}

  /** Changes the own password; the account's other sessions end. */
  @POST
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response password(@Nullable PasswordBody body, @BeanParam Signed signed) {
    if (body == null || body.present() == null || body.next() == null) {
      throw new BadRequestException();
    }
    Language language = signed.language();
    return switch (admission.changePassword(signed.viewer(), body.present(), body.next())) {
      case DONE -> Response.noContent().build();
      case WRONG -> Problem.of("password-wrong", 422, messages, language).response();
      case UNACCEPTABLE -> Problem.of("password-unfit", 422, messages, language).response();
    };
  }

  /** The own tokens, the newest first. */
  @GET
  @Path("tokens")
  public List<TokenBody> tokens(@BeanParam Signed signed) {
    return tokens.of(signed.viewer().id()).stream()
        .map(token -> TokenBody.of(token, null))
        .toList();
  }

  /** Makes a token. */
  @POST
  @Path("tokens")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response newToken(@Nullable NewTokenBody body, @BeanParam Signed signed) {
    String name = Optional.ofNullable(body).map(NewTokenBody::name).map(String::strip).orElse("");
    if (body == null || name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new BadRequestException();
    }
    Admission.NewToken made = admission.newToken(signed.viewer(), name, body.expires());
    return Response.created(URI.create("/api/v1/me/tokens/" + made.token().id()))
        .entity(TokenBody.of(made.token(), made.value()))
        .build();
  }

  /** Withdraws a token. */
  @DELETE
  @Path("tokens/{id}")
  public void withdraw(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (!tokens.withdraw(viewer.id(), id)) {
      throw new NotFoundException();
    }
    access.note(viewer, Act.REMOVED, "token", id, "");
  }
}
