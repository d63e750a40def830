package dev.dealcoach.service.web.corrections;

import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.correction.Correction;
import dev.dealcoach.service.correction.CorrectionStore;
import dev.dealcoach.service.correction.Dispute;
import dev.dealcoach.service.correction.Held;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.corrections.CorrectionBodies.ItemBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.ItemDispute;
import dev.dealcoach.service.web.corrections.CorrectionBodies.SaidBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.SheetBody;
import java.util.List;

/** Puts together what holds of a piece of work and who said so. Thread-safe. */
final class Sheets {
  private final CorrectionStore store;

  Sheets(CorrectionStore store) {
    this.store = store;
  }

  /** What holds. */
  SheetBody of(ScoredWork work, Viewer viewer) {
    Subject subject = work.subject();
    List<Correction> said = store.corrections(subject);
    List<Dispute> disputes = store.disputes(subject);
    boolean own = viewer.id().equals(subject.author());
    boolean bare = subject.kind() == Subject.Kind.CONTACT && subject.summary() == null;
    return new SheetBody(
        subject.id(),
        subject.kind().id(),
        work.score(),
        work.machineScore(),
        !own && viewer.role() == Role.MANAGER,
        own && !bare,
        store.held(subject).stream().map(held -> item(held, bare, said, disputes)).toList());
  }

  private static ItemBody item(
      Held held, boolean bare, List<Correction> said, List<Dispute> disputes) {
    return new ItemBody(
        held.item().id(),
        // what has no words can only be agreed with
        bare ? List.of(held.value()) : held.item().scale().grades(),
        held.machine(),
        held.value(),
        said.stream().filter(each -> each.item() == held.item()).map(SaidBody::of).toList(),
        disputes.stream()
            .filter(each -> each.item() == held.item())
            .findFirst()
            .map(ItemDispute::of)
            .orElse(null));
  }
}
