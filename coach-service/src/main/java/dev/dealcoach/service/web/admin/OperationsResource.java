package dev.dealcoach.service.web.admin;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.admin.Operations;
import dev.dealcoach.service.admin.Outcome;
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
import java.util.UUID;

/** Jobs and storage as JSON. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public final class OperationsResource {
  private final Operations operations;

  public OperationsResource(Operations operations) {
    this.operations = operations;
  }

  /**
   * How the jobs stand: counts, reviews that have not ended, those that were refused, and the same
   * of recordings.
   */
  @GET
  @Path("jobs")
  public Operations.Jobs jobs() {
    return operations.jobs();
  }

  /** Lets a refused review be made again; 409 if it was not refused or is still in hand. */
  @POST
  @Path("jobs/{id}/again")
  public void again(@PathParam("id") UUID id, @BeanParam Signed signed) {
    if (operations.again(signed.viewer(), id) instanceof Outcome.Refused) {
      throw new ClientErrorException(Response.Status.CONFLICT);
    }
  }

  /** Lets a refused recording be transcribed again; 409 if it was not refused or is in hand. */
  @POST
  @Path("jobs/recordings/{id}/again")
  public void transcribeAgain(@PathParam("id") UUID id, @BeanParam Signed signed) {
    if (operations.transcribeAgain(signed.viewer(), id) instanceof Outcome.Refused) {
      throw new ClientErrorException(Response.Status.CONFLICT);
    }
  }

  /** How much is kept, and how much room there is. */
  @GET
  @Path("storage")
  public Operations.Storage storage() {
    return operations.storage();
  }
}
