package dev.dealcoach.service.web.contacts;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.NewSummary;
import dev.dealcoach.service.contact.Summary;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.web.Created;
import dev.dealcoach.service.web.FileName;
import dev.dealcoach.service.web.Listed;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.contacts.ContactBodies.ContactBody;
import dev.dealcoach.service.web.contacts.ContactBodies.ContactLine;
import dev.dealcoach.service.web.contacts.ContactBodies.CopyBody;
import dev.dealcoach.service.web.contacts.ContactBodies.NewSummaryBody;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts and how their summaries were scored. */
@Path("/api/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class ContactResource {
  private final ContactStore contacts;
  private final DealStore deals;
  private final Writing writing;
  private final Access access;
  private final Messages messages;
  private final InstantSource clock;

  public ContactResource(
      ContactStore contacts,
      DealStore deals,
      Writing writing,
      Access access,
      Messages messages,
      InstantSource clock) {
    this.contacts = contacts;
    this.deals = deals;
    this.writing = writing;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  /** The contacts that the viewer sees, the one noted last first. */
  @GET
  public Page<ContactLine> contacts(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    Sight sight = access.sight(signed.viewer());
    return Listed.part(limit, after, part -> contacts.contacts(sight, part)).map(ContactLine::of);
  }

  /** A contact with its latest summary and the report on it. */
  @GET
  @Path("{id}")
  public ContactBody contact(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Contact contact = access.contact(viewer, id, "report").orElseThrow(NotFoundException::new);
    return body(contact, viewer, signed.language());
  }

  private ContactBody body(Contact contact, Viewer viewer, Language language) {
    Summary summary = contacts.summary(contact.id()).orElse(null);
    if (summary == null) {
      return new ContactBody(ContactLine.of(contact), null, null, null, null);
    }
    return new ContactBody(
        ContactLine.of(contact),
        summary.number(),
        summary.text(),
        copy(summary, viewer),
        contacts.report(summary.id(), language).orElse(null));
  }

  private @Nullable CopyBody copy(Summary summary, Viewer viewer) {
    if (summary.copyOf() == null || summary.likeness() == null) {
      return null;
    }
    int likeness = summary.likeness();
    return contacts
        .contactOf(summary.copyOf())
        .flatMap(of -> contacts.find(of, access.sight(viewer)))
        .map(
            of ->
                new CopyBody(of.id(), of.deal(), of.customerName(), of.held().toString(), likeness))
        .orElse(null);
  }

  /** Keeps another version of the summary and scores it; the versions before stay. */
  @POST
  @Path("{id}/summaries")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response summarise(
      @PathParam("id") UUID id,
      @Nullable NewSummaryBody body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    Contact contact = access.ownContact(viewer, id).orElseThrow(NotFoundException::new);
    if (body == null || body.text() == null) {
      throw new BadRequestException();
    }
    Once once = signed.once(key, "summary", id, body.text());
    String industry = deals.find(contact.deal()).map(Deal::industry).orElse("");
    return switch (writing.judged(
        body.text(), industry, viewer.id(), id, clock.instant(), language)) {
      case Writing.Written.Refused(Response answer) -> answer;
      case Writing.Written.Judged(NewSummary judged) ->
          Created.answer(
              contacts.summarise(id, judged, once),
              made -> body(contacts.find(id).orElseThrow(NotFoundException::new), viewer, language),
              "/api/v1/contacts/" + id + "#",
              messages,
              language);
    };
  }

  /** The report alone, as the command line gives it. */
  @GET
  @Path("{id}/report.json")
  public Response report(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Contact contact =
        access.contact(signed.viewer(), id, "report").orElseThrow(NotFoundException::new);
    String report =
        contacts
            .summary(contact.id())
            .flatMap(summary -> contacts.report(summary.id(), signed.language()))
            .orElseThrow(NotFoundException::new);
    return Response.ok(report)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            FileName.of(contact.customerName() + ".dealcoach.json").attachment())
        .build();
  }
}
