package dev.dealcoach.service.web.contacts;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.NewContact;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.web.Created;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.contacts.ContactBodies.ContactLine;
import dev.dealcoach.service.web.contacts.ContactBodies.NewContactBody;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of a deal. A contact is kept with its summary, or without and the summary follows.
 */
@Path("/api/v1/deals")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class DealContactResource {
  private final ContactStore contacts;
  private final Writing writing;
  private final Access access;
  private final Messages messages;
  private final InstantSource clock;

  public DealContactResource(
      ContactStore contacts,
      Writing writing,
      Access access,
      Messages messages,
      InstantSource clock) {
    this.contacts = contacts;
    this.writing = writing;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  /** The contacts of a deal that the viewer sees, the latest first. */
  @GET
  @Path("{id}/contacts")
  public List<ContactLine> contacts(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    if (access.deal(viewer, id).isEmpty()) {
      throw new NotFoundException();
    }
    return contacts.ofDeal(id, access.sight(viewer)).stream().map(ContactLine::of).toList();
  }

  /** Keeps a contact, and scores its summary if there is one. */
  @POST
  @Path("{id}/contacts")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response newContact(
      @PathParam("id") UUID id,
      @Nullable NewContactBody body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    Deal deal = access.ownDeal(viewer, id).orElseThrow(NotFoundException::new);
    if (body == null) {
      throw new BadRequestException();
    }
    Instant now = clock.instant();
    NewContact contact;
    Once once;
    try {
      contact =
          new NewContact(
              id,
              viewer.id(),
              Contact.Kind.ofId(Objects.requireNonNullElse(body.kind(), "visit"))
                  .orElseThrow(BadRequestException::new),
              Objects.requireNonNullElse(body.people(), ""),
              Objects.requireNonNullElse(body.held(), now),
              now);
      once =
          Once.of(
              viewer.id(),
              key,
              "contact",
              id,
              contact.kind(),
              contact.people(),
              body.held(),
              body.text());
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    NewSummary summary = null;
    if (body.text() != null) {
      switch (writing.judged(body.text(), deal.industry(), viewer.id(), null, now, language)) {
        case Writing.Written.Refused(Response answer) -> {
          return answer;
        }
        case Writing.Written.Judged(NewSummary judged) -> summary = judged;
      }
    }
    return Created.answer(
        contacts.add(contact, summary, once),
        made -> ContactLine.of(contacts.find(made).orElseThrow(NotFoundException::new)),
        "/api/v1/contacts/",
        messages,
        language);
  }
}
