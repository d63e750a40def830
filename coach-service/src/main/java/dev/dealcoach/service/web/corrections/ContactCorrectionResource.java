package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.Messages;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;

/** What people say of the items of a contact's latest summary. */
@Path("/api/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class ContactCorrectionResource extends CorrectionResource {
  private final ContactStore contacts;
  private final Access access;

  ContactCorrectionResource(
      ContactStore contacts,
      Judging judging,
      Sheets sheets,
      Works works,
      Access access,
      Messages messages) {
    super(judging, sheets, works, messages);
    this.contacts = contacts;
    this.access = access;
  }

  @Override
  Optional<ScoredWork> seen(Viewer viewer, UUID id, String part) {
    return access.contact(viewer, id, part).map(ScoredWork::of);
  }

  @Override
  Optional<Subject> own(Viewer viewer, UUID id) {
    return access.ownContact(viewer, id).map(Subject::of);
  }

  @Override
  Optional<ScoredWork> now(UUID id) {
    return contacts.find(id).map(ScoredWork::of);
  }
}
