package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.correction.Corrections.Why;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.UploadLimit;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.corrections.CorrectionBodies.BlindBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.BlindValues;
import dev.dealcoach.service.web.corrections.CorrectionBodies.JudgeBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.SheetBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/** What people say of a score, whatever work it is the score of. */
public abstract class CorrectionResource {
  private final Judging judging;
  private final Sheets sheets;
  private final Works works;
  private final Messages messages;

  CorrectionResource(Judging judging, Sheets sheets, Works works, Messages messages) {
    this.judging = judging;
    this.sheets = sheets;
    this.works = works;
    this.messages = messages;
  }

  /**
   * The work, if this person may see it.
   *
   * @param part what of it is read, for the audit log
   */
  abstract Optional<ScoredWork> seen(Viewer viewer, UUID id, String part);

  /** The work, if it is this person's own. */
  abstract Optional<Subject> own(Viewer viewer, UUID id);

  /** The work as it is now, for who has just been let at it. */
  abstract Optional<ScoredWork> now(UUID id);

  private SheetBody sheet(UUID id, Signed signed) {
    return sheets.of(now(id).orElseThrow(NotFoundException::new), signed.viewer());
  }

  private Subject subject(Signed signed, UUID id, String part) {
    return seen(signed.viewer(), id, part)
        .map(ScoredWork::subject)
        .orElseThrow(NotFoundException::new);
  }

  /** What holds of the items, and who said so. */
  @GET
  @Path("{id}/corrections")
  public SheetBody corrections(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    return sheets.of(seen(viewer, id, "report").orElseThrow(NotFoundException::new), viewer);
  }

  /** Confirms what the machine said of an item, or puts something else in its place. */
  @POST
  @Path("{id}/corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.MANAGER)
  public Response judge(
      @PathParam("id") UUID id,
      @Nullable JudgeBody body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @BeanParam Signed signed) {
    return judging.judge(signed, subject(signed, id, "judge"), body, key, () -> sheet(id, signed));
  }

  /** The words to be judged without what the machine said; a problem if it was looked at. */
  @GET
  @Path("{id}/blind")
  @Allowed(Role.MANAGER)
  public Response blind(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Subject subject = subject(signed, id, "blind");
    BlindBody body = works.blind(subject);
    if (body == null) {
      throw new NotFoundException();
    }
    return judging.mayBlind(signed.viewer(), subject)
        ? Response.ok(body).build()
        : Refusals.of(Why.SEEN, messages, signed.language());
  }

  /** Keeps what was said blind; the answer has both words. */
  @POST
  @Path("{id}/blind")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.MANAGER)
  public Response say(
      @PathParam("id") UUID id,
      @Nullable BlindValues body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @BeanParam Signed signed) {
    return judging.blind(signed, subject(signed, id, "blind"), body, key, () -> sheet(id, signed));
  }

  /**
   * Disputes what holds of an item of the own work: the fields {@code item} and {@code text}, and
   * perhaps a {@code file}.
   */
  @POST
  @Path("{id}/disputes")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @UploadLimit.Applies
  public Response dispute(
      @PathParam("id") UUID id,
      FormDataMultiPart form,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @BeanParam Signed signed)
      throws IOException {
    return judging.dispute(
        signed,
        own(signed.viewer(), id).orElseThrow(NotFoundException::new),
        form,
        key,
        () -> sheet(id, signed));
  }
}
