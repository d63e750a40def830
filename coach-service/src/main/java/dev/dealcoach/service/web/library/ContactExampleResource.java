package dev.dealcoach.service.web.library;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
  public Answers.Body examples(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return answers.contact(id, signed.viewer(), signed.language());
  }
}
