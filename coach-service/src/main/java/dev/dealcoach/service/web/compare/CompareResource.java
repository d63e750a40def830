package dev.dealcoach.service.web.compare;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.compare.Comparison;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What changed from one version of a proposal to another. */
@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class CompareResource {
  private final Versions versions;

  public CompareResource(Versions versions) {
    this.versions = versions;
  }

  /**
   * The comparison with another review of the deal, else with the version before.
   *
   * @param before the review that it was compared with
   * @param after the review that was asked for
   */
  public record Body(
      UUID before, int beforeVersion, UUID after, int afterVersion, Comparison comparison) {}

  /** Compares. */
  @GET
  @Path("{id}/comparison")
  public Body compare(
      @PathParam("id") UUID id, @QueryParam("with") @Nullable UUID with, @BeanParam Signed signed) {
    Versions.Pair pair =
        versions
            .pair(signed.viewer(), id, with, signed.language())
            .orElseThrow(NotFoundException::new);
    return new Body(
        pair.before().id(),
        pair.before().version(),
        pair.after().id(),
        pair.after().version(),
        pair.comparison());
  }
}
