package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.correction.CorrectionStore;
import dev.dealcoach.service.correction.Corrections;
import dev.dealcoach.service.correction.Deciders;
import dev.dealcoach.service.correction.LabelledCases;
import dev.dealcoach.service.correction.Subjects;
import dev.dealcoach.service.library.KnownNames;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Pages;
import java.time.InstantSource;
import java.util.List;

/** Puts the resources and pages of corrections together. */
public final class CorrectionRoutes {
  private CorrectionRoutes() {}

  /**
   * The resources and pages.
   *
   * @param red a contact's score under this is red, 0 to 100
   */
  public static List<Object> of(
      CorrectionStore store,
      TeamStore teams,
      AccountStore accounts,
      ContactStore contacts,
      ProposalStore proposals,
      KnownNames names,
      Blobs blobs,
      double red,
      Access access,
      Messages messages,
      Pages pages,
      InstantSource clock) {
    Deciders deciders = new Deciders(store, teams, accounts, contacts, proposals, access, clock);
    Corrections corrections = new Corrections(store, deciders, clock);
    Works works = new Works(contacts, proposals);
    Sheets sheets = new Sheets(store);
    Judging judging = new Judging(corrections, store, blobs, access, messages);
    DisputeDesk disputes =
        new DisputeDesk(
            store, corrections, deciders, new Subjects(contacts, proposals), works, names, access);
    Desk desk = new Desk(store, access, red, clock);
    return List.of(
        new ContactCorrectionResource(contacts, judging, sheets, works, access, messages),
        new ReviewCorrectionResource(proposals, judging, sheets, works, access, messages),
        new DisputeResource(disputes, blobs, messages),
        new DisputePages(disputes, pages),
        new QueueResource(desk, disputes),
        new QueuePages(desk, disputes, judging, works, access, pages),
        new AgreementResource(desk),
        new CaseExportResource(desk, store, new LabelledCases(names), access),
        new AgreementPages(desk, pages));
  }
}
