package dev.dealcoach.service.web.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.alert.Mailings;
import dev.dealcoach.service.dispatch.Wishes;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the viewer wants to be told, as JSON. */
@Path("/api/v1/me/messages")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER, Role.TRAINER, Role.ADMIN})
public final class WishResource {
  private final Mailings mailings;
  private final Wishes.Store wishes;
  private final Messages messages;

  public WishResource(Mailings mailings, Wishes.Store wishes, Messages messages) {
    this.mailings = mailings;
    this.wishes = wishes;
    this.messages = messages;
  }

  /**
   * Wishes.
   *
   * @param channels that are wished
   * @param offered that can be
   * @param language {@code zh} or {@code en}
   * @param mail address; empty for none
   * @param quietFrom hours and minutes; empty for the company's, as is the following
   */
  public record WishBody(
      @JsonProperty @Nullable List<String> channels,
      @JsonProperty @Nullable List<String> offered,
      @JsonProperty @Nullable String language,
      @JsonProperty @Nullable String mail,
      @JsonProperty @Nullable String quietFrom,
      @JsonProperty @Nullable String quietUntil) {}

  /** The wishes. */
  @GET
  public WishBody wishes(@BeanParam Signed signed) {
    return body(signed.viewer().id());
  }

  private WishBody body(UUID account) {
    Wishes own = mailings.of(account);
    Wishes.Quiet quiet = own.quiet();
    return new WishBody(
        List.copyOf(new TreeSet<>(own.channels())),
        List.copyOf(mailings.channels()),
        own.language().code(),
        own.mail(),
        quiet == null ? "" : quiet.from().toString(),
        quiet == null ? "" : quiet.until().toString());
  }

  /** From now on it shall be so. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response set(@Nullable WishBody body, @BeanParam Signed signed) {
    if (body == null) {
      throw new BadRequestException();
    }
    UUID viewer = signed.viewer().id();
    Optional<Wishes> read =
        WishForm.of(
            mailings,
            Objects.requireNonNullElse(body.channels(), List.of()),
            Objects.requireNonNullElse(body.language(), ""),
            Objects.requireNonNullElse(body.mail(), ""),
            Objects.requireNonNullElse(body.quietFrom(), ""),
            Objects.requireNonNullElse(body.quietUntil(), ""));
    if (read.isEmpty()) {
      return Problem.of("wishes", 422, messages, signed.language()).response();
    }
    wishes.set(viewer, read.get());
    return Response.ok(body(viewer)).build();
  }
}
