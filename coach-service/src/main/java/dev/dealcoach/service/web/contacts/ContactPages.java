package dev.dealcoach.service.web.contacts;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.Summary;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.tasks.TaskDesk;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The pages of a contact: writing its summary, and reading how it was scored. */
@Path("/deals")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER})
public final class ContactPages {
  private final ContactStore contacts;
  private final TaskDesk tasks;
  private final double red;
  private final Access access;
  private final Pages pages;

  /**
   * @param red a score under this is red, 0 to 100
   */
  public ContactPages(
      ContactStore contacts, TaskDesk tasks, double red, Access access, Pages pages) {
    this.contacts = contacts;
    this.tasks = tasks;
    this.red = red;
    this.access = access;
    this.pages = pages;
  }

  /** Where a contact is noted and its summary is written. */
  @GET
  @Path("{id}/contacts/new")
  public Response newContact(@PathParam("id") UUID id, @BeanParam Signed signed) {
    Deal deal = access.ownDeal(signed.viewer(), id).orElseThrow(NotFoundException::new);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("deal", id.toString());
    model.put("title", deal.title());
    model.put("customer", deal.customerName());
    model.put("contact", "");
    model.put("text", "");
    return signed.page(pages, "contact-new", "/deals/" + id + "/contacts/new", model);
  }

  /** Where the summary of a contact is written anew. */
  @GET
  @Path("{deal}/contacts/{id}/summary")
  public Response summary(
      @PathParam("deal") UUID dealId, @PathParam("id") UUID id, @BeanParam Signed signed) {
    Contact contact =
        access
            .ownContact(signed.viewer(), id)
            .filter(found -> found.deal().equals(dealId))
            .orElseThrow(NotFoundException::new);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("deal", dealId.toString());
    model.put("title", contact.dealTitle());
    model.put("customer", contact.customerName());
    model.put("contact", id.toString());
    model.put("text", contacts.summary(id).map(Summary::text).orElse(""));
    return signed.page(pages, "contact-new", path(contact) + "/summary", model);
  }

  /** A contact with its summary's score card. */
  @GET
  @Path("{deal}/contacts/{id}")
  public Response contact(
      @PathParam("deal") UUID dealId, @PathParam("id") UUID id, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Contact contact =
        access
            .contact(viewer, id, "page")
            .filter(found -> found.deal().equals(dealId))
            .orElseThrow(NotFoundException::new);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("deal", dealId.toString());
    model.put("contact", id.toString());
    model.put("title", contact.dealTitle());
    model.put("customer", contact.customerName());
    model.put("kind", contact.kind().id());
    model.put("people", contact.people());
    model.put("held", contact.held().toString());
    model.put("mine", contact.author().equals(viewer.id()));
    model.put("author", contact.authorName());
    model.put("summary", contact.summary() != null);
    model.put("red", Double.toString(red));
    model.put("task", tasks.form(viewer, contact.author(), path(contact)));
    return signed.page(pages, "contact", path(contact), model);
  }

  private static String path(Contact contact) {
    return "/deals/" + contact.deal() + "/contacts/" + contact.id();
  }
}
