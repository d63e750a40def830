package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.correction.AgreementTable;
import dev.dealcoach.service.correction.CorrectionStore;
import dev.dealcoach.service.correction.Queue;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What waits for a manager, and how well machine and people agree. Thread-safe. */
final class Desk {
  /** What is older does not wait any more: nobody remembers the talk. */
  static final Duration BACK = Duration.ofDays(30);

  private final CorrectionStore store;
  private final Access access;
  private final double red;
  private final InstantSource clock;

  /**
   * @param red a contact's score under this is red, 0 to 100
   */
  Desk(CorrectionStore store, Access access, double red, InstantSource clock) {
    this.store = store;
    this.access = access;
    this.red = red;
    this.clock = clock;
  }

  /** A contact's score under this is red, 0 to 100. */
  double red() {
    return red;
  }

  /** What waits for this manager besides disputes. */
  Queue queue(Viewer viewer) {
    return Queue.of(store.candidates(access.sight(viewer), clock.instant().minus(BACK)), red);
  }

  /** The agreement over the work that this person sees; for trainers over all, without a name. */
  AgreementTable agreement(Viewer viewer) {
    return AgreementTable.of(store.said(sight(viewer)));
  }

  /** Whose work counts in figures and exports; null for everybody's. */
  @Nullable Sight sight(Viewer viewer) {
    return viewer.role() == Role.TRAINER ? null : access.sight(viewer);
  }
}
