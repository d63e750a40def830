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

/** Examples for what a review lacks. */
@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class ReviewExampleResource {
  private final Answers answers;

  public ReviewExampleResource(Answers answers) {
    this.answers = answers;
  }

  /** The examples, at most three, with what each answers. */
  @GET
  @Path("{id}/examples")
  public Answers.Body examples(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return answers.review(id, signed.viewer(), signed.language());
  }
}
