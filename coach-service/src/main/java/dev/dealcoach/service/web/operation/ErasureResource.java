package dev.dealcoach.service.web.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.retention.Erasure;
import dev.dealcoach.service.retention.Erasure.Erased;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deletes all data of an account, a customer or a deal for good. */
@Path("/api/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public final class ErasureResource {
  private final Erasure erasure;
  private final Access access;

  public ErasureResource(Erasure erasure, Access access) {
    this.erasure = erasure;
    this.access = access;
  }

  /** Whose data; exactly one of them. */
  public record ErasureBody(
      @JsonProperty @Nullable UUID account,
      @JsonProperty @Nullable UUID customer,
      @JsonProperty @Nullable UUID deal) {}

  /** How much was deleted. */
  public record ErasedBody(long rows, int files) {}

  /** Deletes. */
  @POST
  public ErasedBody erase(@Nullable ErasureBody body, @BeanParam Signed signed) {
    if (body == null) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    if (body.account() != null && body.customer() == null && body.deal() == null) {
      if (body.account().equals(viewer.id())) {
        throw new BadRequestException(); // nobody would be left to answer for it
      }
      return erased(viewer, "account", body.account(), erasure.account(body.account()));
    }
    if (body.customer() != null && body.account() == null && body.deal() == null) {
      return erased(viewer, "customer", body.customer(), erasure.customer(body.customer()));
    }
    if (body.deal() != null && body.account() == null && body.customer() == null) {
      return erased(viewer, "deal", body.deal(), erasure.deal(body.deal()));
    }
    throw new BadRequestException();
  }

  private ErasedBody erased(Viewer viewer, String kind, UUID id, Erased erased) {
    if (!erased.any()) {
      throw new NotFoundException();
    }
    access.note(
        viewer, Act.REMOVED, kind, id, erased.rows() + " rows, " + erased.files() + " files");
    return new ErasedBody(erased.rows(), erased.files());
  }
}
