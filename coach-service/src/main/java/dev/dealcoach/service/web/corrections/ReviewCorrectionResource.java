package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.correction.Corrections.Why;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.ReaderLanguage;
import dev.dealcoach.service.web.UploadLimit;
import dev.dealcoach.service.web.account.Gate;
import dev.dealcoach.service.web.corrections.CorrectionBodies.BlindBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.BlindValues;
import dev.dealcoach.service.web.corrections.CorrectionBodies.JudgeBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.SheetBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/** What people say of the gold standard's points of a proposal. */
@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class ReviewCorrectionResource {
  private final ProposalStore proposals;
  private final Judging judging;
  private final Sheets sheets;
  private final Works works;
  private final Access access;
  private final Messages messages;

  ReviewCorrectionResource(
      ProposalStore proposals,
      Judging judging,
      Sheets sheets,
      Works works,
      Access access,
      Messages messages) {
    this.proposals = proposals;
    this.judging = judging;
    this.sheets = sheets;
    this.works = works;
    this.access = access;
    this.messages = messages;
  }

  /** What holds of the points, and who said so. */
  @GET
  @Path("{id}/corrections")
  public SheetBody corrections(@PathParam("id") UUID id, @Context ContainerRequestContext request) {
    Viewer viewer = Gate.viewer(request);
    return sheet(access.review(viewer, id, "report").orElseThrow(NotFoundException::new), viewer);
  }

  private SheetBody sheet(StoredReview review, Viewer viewer) {
    return sheets.of(Subject.of(review), viewer, review.gold(), review.machineGold());
  }

  private SheetBody sheet(UUID id, Viewer viewer) {
    return sheet(proposals.find(id).orElseThrow(NotFoundException::new), viewer);
  }

  /** Confirms what the machine said of a point, or puts something else in its place. */
  @POST
  @Path("{id}/corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.MANAGER)
  public Response judge(
      @PathParam("id") UUID id,
      @Nullable JudgeBody body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    StoredReview review = access.review(viewer, id, "judge").orElseThrow(NotFoundException::new);
    return judging.judge(
        viewer,
        Subject.of(review),
        body,
        key,
        ReaderLanguage.of(uri, headers),
        () -> sheet(id, viewer));
  }

  /** The words to be judged without what the machine said; a problem if it was looked at. */
  @GET
  @Path("{id}/blind")
  @Allowed(Role.MANAGER)
  public Response blind(
      @PathParam("id") UUID id,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Subject subject =
        Subject.of(access.review(viewer, id, "blind").orElseThrow(NotFoundException::new));
    BlindBody body = works.blind(subject);
    if (body == null) {
      throw new NotFoundException();
    }
    return judging.mayBlind(viewer, subject)
        ? Response.ok(body).build()
        : Refusals.of(Why.SEEN, messages, ReaderLanguage.of(uri, headers));
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
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    StoredReview review = access.review(viewer, id, "blind").orElseThrow(NotFoundException::new);
    return judging.blind(
        viewer,
        Subject.of(review),
        body,
        key,
        ReaderLanguage.of(uri, headers),
        () -> sheet(id, viewer));
  }

  /**
   * Disputes what holds of a point of the own proposal: the fields {@code item} and {@code text},
   * and perhaps a {@code file}.
   */
  @POST
  @Path("{id}/disputes")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @UploadLimit.Applies
  public Response dispute(
      @PathParam("id") UUID id,
      FormDataMultiPart form,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers)
      throws IOException {
    Viewer viewer = Gate.viewer(request);
    StoredReview review = own(viewer, id);
    return judging.dispute(
        viewer,
        Subject.of(review),
        form,
        key,
        ReaderLanguage.of(uri, headers),
        () -> sheet(id, viewer));
  }

  /** The review, if this person handed the proposal in. */
  private StoredReview own(Viewer viewer, UUID id) {
    return access
        .review(viewer, id, "dispute")
        .filter(review -> review.owner().equals(viewer.id()))
        .orElseThrow(NotFoundException::new);
  }
}
