package dev.dealcoach.service;

import dev.dealcoach.nlp.pack.Industries;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.library.Curation;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.library.LibraryUse;
import dev.dealcoach.service.library.SampleLibrary;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.retrieval.ExampleChoice;
import dev.dealcoach.service.retrieval.LibraryIndex;
import dev.dealcoach.service.retrieval.NearDuplicates;
import dev.dealcoach.service.retrieval.TalkTracks;
import dev.dealcoach.service.store.JdbiKnownNames;
import dev.dealcoach.service.store.JdbiLibrary;
import dev.dealcoach.service.store.JdbiLibraryUse;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.library.Answers;
import dev.dealcoach.service.web.library.ContactExampleResource;
import dev.dealcoach.service.web.library.ExampleExportResource;
import dev.dealcoach.service.web.library.ExampleImportResource;
import dev.dealcoach.service.web.library.ExamplePages;
import dev.dealcoach.service.web.library.ExampleResource;
import dev.dealcoach.service.web.library.ExampleSearch;
import dev.dealcoach.service.web.library.ExampleSheet;
import dev.dealcoach.service.web.library.FigurePages;
import dev.dealcoach.service.web.library.LibraryWording;
import dev.dealcoach.service.web.library.NominationResource;
import dev.dealcoach.service.web.library.ReviewExampleResource;
import dev.dealcoach.service.web.library.WorkspacePages;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Puts together the library of examples: search, answers to reviews, the trainers' workspace. */
final class LibraryParts {
  private LibraryParts() {}

  /**
   * The resources.
   *
   * @param sample whether to fill an empty library with the examples that come with the program
   */
  static List<Object> of(
      Jdbi jdbi,
      LibraryIndex index,
      Industries industries,
      AccountStore accounts,
      DealStore deals,
      ProposalStore proposals,
      ContactStore contacts,
      Access access,
      Messages messages,
      Pages pages,
      boolean sample,
      InstantSource clock) {
    LibraryStore library = new JdbiLibrary(jdbi);
    LibraryUse use = new JdbiLibraryUse(jdbi);
    if (sample) {
      SampleLibrary.load(library, clock.instant());
    }
    LibraryWording wording = new LibraryWording(messages, industries.all());
    ExampleSearch search = new ExampleSearch(library, index, wording, clock);
    Curation curation = new Curation(library, clock, index::soon);
    ExampleSheet sheet =
        new ExampleSheet(library, curation, new NearDuplicates(library, index), wording);
    Answers answers =
        new Answers(
            proposals,
            contacts,
            deals,
            new ExampleChoice(library, index, industries),
            new TalkTracks(library, industries),
            use,
            wording,
            access,
            clock);
    return List.of(
        new ReviewExampleResource(answers),
        new ContactExampleResource(answers),
        new ExampleResource(library, use, search, wording, clock),
        new ExamplePages(library, use, search, wording, pages, clock),
        new NominationResource(
            proposals,
            contacts,
            deals,
            accounts,
            new JdbiKnownNames(jdbi),
            industries,
            curation,
            access),
        new WorkspacePages(library, curation, sheet, wording, access, pages, clock),
        new FigurePages(library, use, wording, pages),
        new ExampleImportResource(library, index::soon, access, messages, clock),
        new ExampleExportResource(library, access));
  }
}
