package dev.dealcoach.service.web.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.service.access.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Supplier;

/** The description of the HTTP interface, made from the resources themselves. */
@Path("/api/v1/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
  private final Supplier<List<Class<?>>> resources;

  /**
   * @param resources everything that is registered; what has no path is left out
   */
  public OpenApiResource(Supplier<List<Class<?>>> resources) {
    this.resources = resources;
  }

  /** OpenAPI 3.1. */
  @GET
  @OpenToAll
  public JsonNode document() {
    return new OpenApi(resources.get()).document();
  }
}
