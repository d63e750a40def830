package dev.dealcoach.service.web.library;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.ReaderLanguage;
import dev.dealcoach.service.web.account.Gate;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** How top sellers asked for what a summary does not say. */
@Path("/api/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class ContactExampleResource {
  private final Answers answers;

  public ContactExampleResource(Answers answers) {
    this.answers = answers;
  }

  /** The examples, at most three, with what each answers. */
  @GET
  @Path("{id}/examples")
  public Answers.Body examples(
      @PathParam("id") UUID id,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return answers.contact(id, Gate.viewer(request), ReaderLanguage.of(uri, headers));
  }
}
