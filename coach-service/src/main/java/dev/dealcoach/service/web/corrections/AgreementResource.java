package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.corrections.CorrectionBodies.AgreementRow;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How well machine and people agree. */
@Path("/api/v1/agreement")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.MANAGER, Role.TRAINER})
public final class AgreementResource {
  private final Desk desk;

  AgreementResource(Desk desk) {
    this.desk = desk;
  }

  /** Item by item: over the work that a manager sees, for trainers over all. */
  @GET
  public List<AgreementRow> agreement(@BeanParam Signed signed) {
    return desk.agreement(signed.viewer()).rows().stream().map(AgreementRow::of).toList();
  }
}
