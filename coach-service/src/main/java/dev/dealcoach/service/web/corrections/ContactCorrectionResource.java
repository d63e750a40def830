package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.correction.Corrections.Why;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.people.Role;
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

/** What people say of a contact's score. */
@Path("/api/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class ContactCorrectionResource {
  private final ContactStore contacts;
  private final Judging judging;
  private final Sheets sheets;
  private final Works works;
  private final Access access;
  private final Messages messages;

  ContactCorrectionResource(
      ContactStore contacts,
      Judging judging,
      Sheets sheets,
      Works works,
      Access access,
      Messages messages) {
    this.contacts = contacts;
    this.judging = judging;
    this.sheets = sheets;
    this.works = works;
    this.access = access;
    this.messages = messages;
  }

  /** What holds of the latest summary's items, and who said so. */
  @GET
  @Path("{id}/corrections")
  public SheetBody corrections(@PathParam("id") UUID id, @Context ContainerRequestContext request) {
    Viewer viewer = Gate.viewer(request);
    return sheet(access.contact(viewer, id, "report").orElseThrow(NotFoundException::new), viewer);
  }

  private SheetBody sheet(Contact contact, Viewer viewer) {
    return sheets.of(Subject.of(contact), viewer, contact.score(), contact.machineScore());
  }

  private SheetBody sheet(UUID id, Viewer viewer) {
    return sheet(contacts.find(id).orElseThrow(NotFoundException::new), viewer);
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
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Viewer viewer = Gate.viewer(request);
    Contact contact = access.contact(viewer, id, "judge").orElseThrow(NotFoundException::new);
    return judging.judge(
        viewer,
        Subject.of(contact),
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
        Subject.of(access.contact(viewer, id, "blind").orElseThrow(NotFoundException::new));
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
    Contact contact = access.contact(viewer, id, "blind").orElseThrow(NotFoundException::new);
    return judging.blind(
        viewer,
        Subject.of(contact),
        body,
        key,
        ReaderLanguage.of(uri, headers),
        () -> sheet(id, viewer));
  }

  /**
   * Disputes what holds of an item of the own contact: the fields {@code item} and {@code text},
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
    Contact contact = access.ownContact(viewer, id).orElseThrow(NotFoundException::new);
    return judging.dispute(
        viewer,
        Subject.of(contact),
        form,
        key,
        ReaderLanguage.of(uri, headers),
        () -> sheet(id, viewer));
  }
}
