package dev.dealcoach.service.web.alerts;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.dispatch.Outbox;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.alerts.OutboxResource.MessageLine;
import dev.dealcoach.service.web.alerts.OutboxResource.MessagesBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The administrator's list of messages that did not arrive. */
@Path("/manage/messages")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.ADMIN)
public final class OutboxPages {
  private final Outbox outbox;
  private final Access access;
  private final Pages pages;
  private final InstantSource clock;

  public OutboxPages(Outbox outbox, Access access, Pages pages, InstantSource clock) {
    this.outbox = outbox;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /** How messages stand. */
  @GET
  public Response messages(
      @QueryParam("done") @DefaultValue("") String done, @BeanParam Signed signed) {
    MessagesBody body = OutboxResource.of(outbox);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("waiting", Long.toString(body.waiting()));
    model.put("sent", Long.toString(body.sent()));
    model.put("failed", Long.toString(body.failed()));
    model.put("troubled", body.troubled().stream().map(OutboxPages::line).toList());
    model.put("done", done);
    model.put("problem", "");
    return signed.page(pages, "messages", "/manage/messages", model);
  }

  /** Has a message that has failed sent after all. */
  @POST
  @Path("{number}/again")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response again(@PathParam("number") String number, @BeanParam Signed signed) {
    if (!OutboxResource.again(outbox, number, clock)) {
      throw new NotFoundException();
    }
    access.note(signed.viewer(), Act.CHANGED, "message", number, "again");
    return Response.seeOther(URI.create("/manage/messages?done=message-again")).build();
  }

  private static Map<String, Object> line(MessageLine line) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("number", Long.toString(line.number()));
    model.put("receiver", line.receiver());
    model.put("channel", line.channel());
    model.put("kind", line.kind());
    model.put("state", line.state());
    model.put("attempts", Integer.toString(line.attempts()));
    model.put("problem", line.problem() == null ? "" : line.problem());
    model.put("at", line.at());
    model.put("due", line.due());
    return model;
  }
}
