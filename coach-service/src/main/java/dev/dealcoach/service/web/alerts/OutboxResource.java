package dev.dealcoach.service.web.alerts;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.dispatch.Outbox;
import dev.dealcoach.service.dispatch.Outbox.State;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How messages stand, as JSON; what they say is not shown. */
@Path("/api/v1/messages")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public final class OutboxResource {
  private final Outbox outbox;
  private final Access access;
  private final InstantSource clock;

  public OutboxResource(Outbox outbox, Access access, InstantSource clock) {
    this.outbox = outbox;
    this.access = access;
    this.clock = clock;
  }

  /**
   * A message that did not arrive.
   *
   * @param state {@code waiting} after a failure, or {@code failed}
   * @param problem of the last attempt; null if there was none
   * @param due when it is tried again
   * @param tried the last attempt; null if there was none
   */
  public record MessageLine(
      long number,
      String receiver,
      String channel,
      String kind,
      String state,
      int attempts,
      @Nullable String problem,
      String at,
      String due,
      @Nullable String tried) {
    static MessageLine of(Outbox.Line line) {
      return new MessageLine(
          line.number(),
          line.receiver(),
          line.channel(),
          line.kind(),
          line.state().id(),
          line.attempts(),
          line.problem(),
          line.at().toString(),
          line.due().toString(),
          line.tried() == null ? null : line.tried().toString());
    }
  }

  /** How many messages wait, were sent and have failed, and which have trouble. */
  public record MessagesBody(long waiting, long sent, long failed, List<MessageLine> troubled) {}

  /** How messages stand. */
  @GET
  public MessagesBody messages() {
    return of(outbox);
  }

  static MessagesBody of(Outbox outbox) {
    Map<State, Long> counts = outbox.counts();
    return new MessagesBody(
        counts.getOrDefault(State.WAITING, 0L),
        counts.getOrDefault(State.SENT, 0L),
        counts.getOrDefault(State.FAILED, 0L),
        outbox.troubled().stream().map(MessageLine::of).toList());
  }

  /** Has a message that has failed sent after all; 409 if it has not. */
  @POST
  @Path("{number}/again")
  public void again(@PathParam("number") String number, @BeanParam Signed signed) {
    if (!again(outbox, number, clock)) {
      throw new ClientErrorException(Response.Status.CONFLICT);
    }
    access.note(signed.viewer(), Act.CHANGED, "message", number, "again");
  }

  static boolean again(Outbox outbox, String number, InstantSource clock) {
    try {
      return outbox.again(Long.parseLong(number), clock.instant());
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
