package dev.dealcoach.service.web.admin;

import com.codahale.metrics.health.HealthCheck;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.admin.Operations;
import dev.dealcoach.service.admin.Outcome;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.account.Gate;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Jobs, storage and health as JSON. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public final class OperationsResource {
  private final Operations operations;
  private final Supplier<SortedMap<String, HealthCheck.Result>> health;

  /**
   * @param health runs the health checks
   */
  public OperationsResource(
      Operations operations, Supplier<SortedMap<String, HealthCheck.Result>> health) {
    this.operations = operations;
    this.health = health;
  }

  /**
   * What a health check says.
   *
   * @param message what is wrong; null if nothing is
   */
  public record Health(boolean healthy, @Nullable String message) {}

  /** How the jobs stand: counts, reviews that have not ended, and those that were refused. */
  @GET
  @Path("jobs")
  public Operations.Jobs jobs() {
    return operations.jobs();
  }

  /** Lets a refused review be made again; 409 if it was not refused or is still in hand. */
  @POST
  @Path("jobs/{id}/again")
  public void again(@PathParam("id") UUID id, @Context ContainerRequestContext request) {
    if (operations.again(Gate.viewer(request), id) instanceof Outcome.Refused) {
      throw new ClientErrorException(Response.Status.CONFLICT);
    }
  }

  /** How much is kept, and how much room there is. */
  @GET
  @Path("storage")
  public Operations.Storage storage() {
    return operations.storage();
  }

  /** What the health checks say, by name. */
  @GET
  @Path("health")
  public SortedMap<String, Health> health() {
    SortedMap<String, Health> all = new TreeMap<>();
    health
        .get()
        .forEach(
            (name, result) -> all.put(name, new Health(result.isHealthy(), result.getMessage())));
    return all;
  }
}
