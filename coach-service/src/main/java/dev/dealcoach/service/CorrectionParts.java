package dev.dealcoach.service;

import dev.dealcoach.service.store.JdbiCorrections;
import dev.dealcoach.service.store.JdbiKnownNames;
import dev.dealcoach.service.web.corrections.CorrectionRoutes;
import java.util.List;

/** Puts together what people say about scores: confirmations, overrides, disputes, the queue. */
final class CorrectionParts {
  private CorrectionParts() {}

  /** The resources and pages. */
  static List<Object> of(Foundation foundation) {
    return CorrectionRoutes.of(
        new JdbiCorrections(foundation.jdbi()),
        foundation.teams(),
        foundation.accounts(),
        foundation.contacts(),
        foundation.proposals(),
        new JdbiKnownNames(foundation.jdbi()),
        foundation.blobs(),
        foundation.figures().lights().discoveryRed(),
        foundation.access(),
        foundation.messages(),
        foundation.pages(),
        foundation.clock());
  }
}
