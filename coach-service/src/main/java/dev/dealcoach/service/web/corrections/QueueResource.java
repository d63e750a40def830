package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.correction.Queue;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.corrections.CorrectionBodies.QueueBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.QueueLine;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What waits for a manager. */
@Path("/api/v1/queue")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.MANAGER)
public final class QueueResource {
  private final Desk desk;
  private final DisputeDesk disputes;

  QueueResource(Desk desk, DisputeDesk disputes) {
    this.desk = desk;
    this.disputes = disputes;
  }

  /**
   * Disputes to decide, and of the last 30 days contacts below the threshold, contacts that look
   * like gaming, and one piece of work in twenty to be judged blind.
   */
  @GET
  public QueueBody queue(@BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Queue queue = desk.queue(viewer);
    return new QueueBody(
        disputes.open(viewer),
        queue.red().stream().map(each -> QueueLine.of(each, false)).toList(),
        queue.flagged().stream().map(each -> QueueLine.of(each, false)).toList(),
        queue.sampled().stream().map(each -> QueueLine.of(each, true)).toList());
  }
}
