package dev.dealcoach.service.web.corrections;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.correction.Correction;
import dev.dealcoach.service.correction.CorrectionStore;
import dev.dealcoach.service.correction.Corrections;
import dev.dealcoach.service.correction.Corrections.Why;
import dev.dealcoach.service.correction.Deciders;
import dev.dealcoach.service.correction.Dispute;
import dev.dealcoach.service.correction.Held;
import dev.dealcoach.service.correction.Subject;
import dev.dealcoach.service.correction.Subjects;
import dev.dealcoach.service.library.KnownNames;
import dev.dealcoach.service.library.Masking;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.web.corrections.CorrectionBodies.DisputeBody;
import dev.dealcoach.service.web.corrections.CorrectionBodies.DisputeLine;
import dev.dealcoach.service.web.corrections.CorrectionBodies.SaidBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Shows disputes to those whom they concern and takes decisions. Trainers read without names.
 * Thread-safe.
 */
final class DisputeDesk {
  private final CorrectionStore store;
  private final Corrections corrections;
  private final Deciders deciders;
  private final Subjects subjects;
  private final Works works;
  private final KnownNames names;
  private final Access access;

  DisputeDesk(
      CorrectionStore store,
      Corrections corrections,
      Deciders deciders,
      Subjects subjects,
      Works works,
      KnownNames names,
      Access access) {
    this.store = store;
    this.corrections = corrections;
    this.deciders = deciders;
    this.subjects = subjects;
    this.works = works;
    this.names = names;
    this.access = access;
  }

  /** A dispute that the viewer may see. */
  record Case(Dispute dispute, Subject subject) {}

  /**
   * The dispute, if it concerns this person; empty as if there were none otherwise.
   *
   * @param part what of it is read, for the audit log
   */
  Optional<Case> find(Viewer viewer, UUID id, String part) {
    Optional<Case> found =
        store
            .dispute(id)
            .flatMap(dispute -> subjects.then(dispute).map(subject -> new Case(dispute, subject)));
    Optional<Case> seen = found.filter(each -> concerns(viewer, each, part));
    if (found.isPresent() && seen.isEmpty()) {
      access.note(viewer, Act.REFUSED, "dispute", id, part);
    } else if (seen.isPresent() && !seen.get().dispute().author().equals(viewer.id())) {
      access.note(viewer, Act.READ, "dispute", id, part);
    }
    return seen;
  }

  private boolean concerns(Viewer viewer, Case each, String part) {
    Dispute dispute = each.dispute();
    if (dispute.author().equals(viewer.id())) {
      return true;
    }
    return switch (viewer.role()) {
      case TRAINER ->
          dispute.open()
              ? deciders.trainersDecide(dispute, each.subject())
              : dispute.trainers()
                  || deciders.judges(each.subject(), dispute.item()).contains(viewer.id());
      case MANAGER ->
          (deciders.may(viewer, dispute, each.subject())
                  || deciders.judges(each.subject(), dispute.item()).contains(viewer.id()))
              && sees(viewer, each.subject(), part);
      case REP, ADMIN -> false;
    };
  }

  private boolean sees(Viewer viewer, Subject subject, String part) {
    return subject.kind() == Subject.Kind.CONTACT
        ? access.contact(viewer, subject.id(), "dispute-" + part).isPresent()
        : access.review(viewer, subject.id(), "dispute-" + part).isPresent();
  }

  /** The open disputes that this person may decide, the earliest first. */
  List<DisputeLine> open(Viewer viewer) {
    List<DisputeLine> lines = new ArrayList<>();
    boolean masked = viewer.role() == Role.TRAINER;
    for (Dispute dispute : store.open()) {
      subjects
          .then(dispute)
          .filter(subject -> deciders.may(viewer, dispute, subject))
          .ifPresent(
              subject ->
                  lines.add(
                      new DisputeLine(
                          dispute.id(),
                          subject.kind().id(),
                          dispute.item().id(),
                          dispute.state().id(),
                          masked ? "" : subject.name(),
                          masked ? "" : dispute.authorName(),
                          dispute.at().toString())));
    }
    return lines;
  }

  /** The dispute as this person reads it. */
  DisputeBody body(Viewer viewer, Case found) {
    Dispute dispute = found.dispute();
    Subject subject = found.subject();
    boolean masked = viewer.role() == Role.TRAINER;
    Masking.Known known = masked ? names.of(subject.deal()) : Masking.Known.NOBODY;
    UnaryOperator<String> shown =
        text -> masked ? Masking.mask(text, known, Language.of(text)).text() : text;
    Optional<Held> held =
        store.held(subject).stream().filter(each -> each.item() == dispute.item()).findFirst();
    boolean current = subjects.now(dispute).filter(now -> now.equals(subject)).isPresent();
    boolean may = current && deciders.may(viewer, dispute, subject);
    return new DisputeBody(
        dispute.id(),
        subject.kind().id(),
        dispute.item().id(),
        dispute.state().id(),
        masked ? "" : subject.name(),
        masked ? "" : dispute.authorName(),
        masked ? "" : subject.link(),
        shown.apply(dispute.text()),
        dispute.disputed(),
        held.map(Held::machine).orElse(dispute.disputed()),
        current ? held.map(Held::value).orElse(null) : null,
        dispute.item().scale().grades(),
        shown.apply(works.text(subject)),
        works.statements(subject).stream().map(shown).toList(),
        store.corrections(subject).stream()
            .filter(each -> each.item() == dispute.item())
            .filter(each -> each.kind() != Correction.Kind.BLIND)
            .map(
                each ->
                    new SaidBody(
                        each.kind().id(),
                        each.machine(),
                        each.given(),
                        shown.apply(each.reason()),
                        masked ? "" : each.authorName(),
                        each.at().toString()))
            .toList(),
        dispute.file() != null,
        masked ? "" : dispute.fileName(),
        may,
        may && viewer.role() == Role.MANAGER && !dispute.trainers(),
        dispute.at().toString(),
        dispute.ended() == null ? null : dispute.ended().toString());
  }

  /** Decides it, if this person may; whether he or she sees it is asked before. */
  Optional<Why> decide(Viewer viewer, Case found, @Nullable String value, @Nullable String reason) {
    if (!deciders.may(viewer, found.dispute(), found.subject())) {
      return Optional.of(found.dispute().open() ? Why.OWN : Why.SETTLED);
    }
    Optional<Why> why = corrections.decide(viewer, found.subject(), found.dispute(), value, reason);
    if (why.isEmpty()) {
      access.note(viewer, Act.CHANGED, "dispute", found.dispute().id(), "decided");
      store.corrections(found.subject()).stream()
          .filter(each -> found.dispute().id().equals(each.dispute()))
          .findFirst()
          .ifPresent(
              said ->
                  access.note(
                      viewer,
                      Act.CHANGED,
                      found.subject().kind().id(),
                      found.subject().id(),
                      Judging.detail(said)));
    }
    return why;
  }

  /** Leaves it to the trainers, if this person may decide. */
  Optional<Why> toTrainers(Viewer viewer, Case found) {
    if (!deciders.may(viewer, found.dispute(), found.subject())) {
      return Optional.of(found.dispute().open() ? Why.OWN : Why.SETTLED);
    }
    if (!corrections.toTrainers(found.dispute())) {
      return Optional.of(Why.OVERTAKEN);
    }
    access.note(viewer, Act.CHANGED, "dispute", found.dispute().id(), "to trainers");
    return Optional.empty();
  }
}
