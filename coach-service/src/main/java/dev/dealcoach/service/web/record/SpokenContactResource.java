package dev.dealcoach.service.web.record;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.Summary;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.recording.ContactFacts;
import dev.dealcoach.service.recording.RecordingStore;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.web.Created;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.record.RecordingBodies.ConfirmedBody;
import dev.dealcoach.service.web.record.RecordingBodies.SpokenContact;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a contact has besides its summary: recording, facts, photo, and what the customer said. */
@Path("/api/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class SpokenContactResource {
  private static final int MOST = 50;

  private final ContactStore contacts;
  private final RecordingStore recordings;
  private final DealStore deals;
  private final Blobs blobs;
  private final Shown shown;
  private final Access access;
  private final Messages messages;
  private final InstantSource clock;

  public SpokenContactResource(
      ContactStore contacts,
      RecordingStore recordings,
      DealStore deals,
      Blobs blobs,
      Shown shown,
      Access access,
      Messages messages,
      InstantSource clock) {
    this.contacts = contacts;
    this.recordings = recordings;
    this.deals = deals;
    this.blobs = blobs;
    this.shown = shown;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  /** The recording of a contact with what was noted, and how its checklist stands. */
  @GET
  @Path("{id}/recording")
  public SpokenContact recording(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Contact contact = access.contact(viewer, id, "transcript").orElseThrow(NotFoundException::new);
    return shown.of(contact, viewer, signed.language());
  }

  /** The picture of a contact. */
  @GET
  @Path("{id}/photo")
  @Produces("image/jpeg")
  public Response photo(@PathParam("id") UUID id, @BeanParam Signed signed) throws IOException {
    if (access.contact(signed.viewer(), id, "photo").isEmpty()) {
      throw new NotFoundException();
    }
    ContactFacts facts = recordings.facts(id).orElseThrow(NotFoundException::new);
    if (facts.photo() == null || facts.photoBytes() == null) {
      throw new NotFoundException();
    }
    java.nio.file.Path file =
        blobs
            .find(new Blob(facts.photo(), facts.photoBytes()))
            .orElseThrow(() -> new IllegalStateException("a picture is not in the store"));
    return FilePart.answer(file, "image/jpeg", null);
  }

  /**
   * Keeps sentences of the summary as what the customer said; only who had the contact knows, and
   * proposals handed in later are judged by them.
   */
  @POST
  @Path("{id}/statements")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response confirm(
      @PathParam("id") UUID id,
      @Nullable ConfirmedBody body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Contact contact = access.ownContact(viewer, id).orElseThrow(NotFoundException::new);
    List<String> texts = body == null || body.statements() == null ? List.of() : body.statements();
    if (texts.isEmpty() || texts.size() > MOST) {
      throw new BadRequestException();
    }
    String summary = contacts.summary(id).map(Summary::text).orElse("");
    if (!texts.stream().allMatch(text -> text != null && Spoken.holds(summary, text))) {
      throw new BadRequestException();
    }
    Once once = signed.once(key, "confirmed", id, texts);
    return Created.answer(
        deals.say(
            texts.stream()
                .map(
                    text ->
                        new Statement(
                            UUID.randomUUID(),
                            contact.deal(),
                            viewer.id(),
                            Statement.Source.VOICE,
                            text,
                            clock.instant()))
                .toList(),
            once),
        first -> recording(id, signed),
        "/api/v1/deals/" + contact.deal() + "/statements#",
        messages,
        signed.language());
  }
}
