package dev.dealcoach.service.web.alerts;

import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.alert.Alert;
import dev.dealcoach.service.alert.AlertKind;
import dev.dealcoach.service.alert.AlertStore;
import dev.dealcoach.service.alert.AlertWording;
import dev.dealcoach.service.alert.Assignment;
import dev.dealcoach.service.alert.DigestTime;
import dev.dealcoach.service.alert.ItemWording;
import dev.dealcoach.service.alert.Mailings;
import dev.dealcoach.service.alert.Measured;
import dev.dealcoach.service.alert.Missed;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Superiors;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.retrieval.ExampleChoice;
import dev.dealcoach.service.web.alerts.AlertBodies.AlertBody;
import dev.dealcoach.service.web.alerts.AlertBodies.AlertLine;
import dev.dealcoach.service.web.alerts.AlertBodies.DayBody;
import dev.dealcoach.service.web.alerts.AlertBodies.ExampleBody;
import dev.dealcoach.service.web.alerts.AlertBodies.PersonBody;
import dev.dealcoach.service.web.alerts.AlertBodies.PlaceBody;
import dev.dealcoach.service.web.alerts.AlertBodies.QuestionBody;
import dev.dealcoach.service.web.alerts.AlertBodies.UncoveredBody;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody's alerts hold, and what can be done with them. Thread-safe. */
public final class Inbox {
  /** Most contacts that an alert leads to. */
  private static final int PLACES = 12;

  private final AlertStore alerts;
  private final AccountStore accounts;
  private final TeamStore teams;
  private final ContactStore contacts;
  private final ExampleChoice choice;
  private final ItemWording itemWording;
  private final AlertWording wording;
  private final Mailings mailings;
  private final Figures figures;
  private final LocalTime digest;
  private final Access access;
  private final InstantSource clock;

  /**
   * @param digest when managers are told what was not covered
   */
  public Inbox(
      AlertStore alerts,
      AccountStore accounts,
      TeamStore teams,
      ContactStore contacts,
      ExampleChoice choice,
      ItemWording itemWording,
      AlertWording wording,
      Mailings mailings,
      Figures figures,
      LocalTime digest,
      Access access,
      InstantSource clock) {
    this.alerts = alerts;
    this.accounts = accounts;
    this.teams = teams;
    this.contacts = contacts;
    this.choice = choice;
    this.itemWording = itemWording;
    this.wording = wording;
    this.mailings = mailings;
    this.figures = figures;
    this.digest = digest;
    this.access = access;
    this.clock = clock;
  }

  /** What became of an assignment. */
  enum Assigned {
    DONE,
    /** This person cannot look after it, or the note is too long. */
    REFUSED
  }

  Page<AlertLine> list(Viewer viewer, AlertStore.Shelf shelf, PageRequest page, Language language) {
    Page<Alert> found = alerts.alerts(access.sight(viewer), shelf, page);
    return new Page<>(lines(found.items(), viewer, language), found.next());
  }

  int waiting(Viewer viewer) {
    return alerts.waiting(access.sight(viewer));
  }

  private List<AlertLine> lines(List<Alert> some, Viewer viewer, Language language) {
    Set<UUID> acknowledged =
        alerts.acknowledged(viewer.id(), some.stream().map(Alert::id).collect(Collectors.toSet()));
    return some.stream()
        .map(
            each ->
                line(
                    each,
                    alerts.days(each.id()),
                    acknowledged.contains(each.id()),
                    viewer,
                    language))
        .toList();
  }

  private AlertLine line(
      Alert alert, List<Measured> days, boolean acknowledged, Viewer viewer, Language language) {
    boolean own = alert.account().equals(viewer.id());
    return new AlertLine(
        alert.id(),
        alert.kind().id(),
        wording.cause(alert, days, own, true, language),
        alert.account(),
        alert.accountName(),
        own,
        alert.at().toString(),
        acknowledged,
        alert.closed() == null ? null : alert.closed().toString(),
        alert.closing() == null ? null : alert.closing().id(),
        alert.assignee(),
        alert.assigneeName(),
        alert.due() == null ? null : alert.due().toString(),
        alert.note());
  }

  /** The alert, if this person may see it; as if there were none otherwise. */
  private Alert seen(Viewer viewer, UUID id, String part) {
    Optional<Alert> seen = alerts.find(id, access.sight(viewer));
    if (seen.isEmpty()) {
      if (alerts.find(id).isPresent()) {
        access.note(viewer, Act.REFUSED, "alert", id, part);
      }
      throw new NotFoundException();
    }
    return seen.get();
  }

  AlertBody alert(Viewer viewer, UUID id, Language language) {
    Alert alert = seen(viewer, id, "page");
    if (!alert.account().equals(viewer.id())) {
      access.note(viewer, Act.READ, "alert", id, "");
    }
    List<Measured> days = alerts.days(id);
    List<Missed> missed = alerts.missed(id);
    boolean acknowledged = alerts.acknowledged(viewer.id(), Set.of(id)).contains(id);
    return new AlertBody(
        line(alert, days, acknowledged, viewer, language),
        days.stream().map(each -> new DayBody(each.day().toString(), each.figure())).toList(),
        missed.stream().map(each -> question(each, language)).toList(),
        examples(missed, language),
        places(alert, days, access.sight(viewer)),
        assignees(alert, viewer));
  }

  private QuestionBody question(Missed missed, Language language) {
    Rule.Wording words = itemWording.of(missed.rule(), language);
    return new QuestionBody(
        missed.item(),
        wording.sentence(language, "item." + missed.item()),
        words.message(),
        words.advice(),
        missed.missing(),
        missed.partial());
  }

  private List<ExampleBody> examples(List<Missed> missed, Language language) {
    if (missed.isEmpty()) {
      return List.of();
    }
    List<String> rules = missed.stream().map(Missed::rule).toList();
    return choice
        .choose(
            new ExampleChoice.Asked(
                rules, "", "", language, figures.calendar().day(clock.instant())))
        .map(
            chosen ->
                chosen.picks().stream()
                    .map(
                        pick ->
                            new ExampleBody(
                                pick.example().id(),
                                pick.finding(),
                                item(missed, pick.finding()),
                                pick.example().content().text(),
                                pick.example().content().language().code(),
                                pick.example().content().seller(),
                                "/examples/" + pick.example().id()))
                    .toList())
        .orElse(List.of());
  }

  private static String item(List<Missed> missed, String rule) {
    return missed.stream()
        .filter(each -> each.rule().equals(rule))
        .map(Missed::item)
        .findFirst()
        .orElse("");
  }

  /** The contacts of the red days, or the one without a summary. */
  private List<PlaceBody> places(Alert alert, List<Measured> days, Sight sight) {
    if (alert.kind() == AlertKind.OVERDUE) {
      UUID contact = alert.contact();
      return Optional.ofNullable(contact)
          .flatMap(id -> contacts.find(id, sight))
          .map(each -> List.of(place(each, alert.account().equals(sight.self()))))
          .orElse(List.of());
    }
    if (alert.kind() == AlertKind.COACHING) {
      return List.of();
    }
    List<PlaceBody> places = new ArrayList<>();
    for (Measured day : days.reversed()) {
      Instant from = figures.calendar().start(day.day());
      Instant until = figures.calendar().start(day.day().plusDays(1));
      contacts.of(alert.account(), sight, from, until).stream()
          .filter(each -> alert.kind() == AlertKind.ACTIONS || each.counts())
          .forEach(each -> places.add(place(each, false)));
    }
    return places.stream().limit(PLACES).toList();
  }

  private static PlaceBody place(Contact contact, boolean toWrite) {
    String link = "/deals/" + contact.deal() + "/contacts/" + contact.id();
    return new PlaceBody(
        toWrite && contact.summary() == null ? link + "/summary" : link,
        contact.customerName(),
        contact.held().toString(),
        contact.score(),
        contact.machineScore());
  }

  /** The reader, the rep, and who leads the rep: nobody else sees what it is about. */
  private List<PersonBody> assignees(Alert alert, Viewer viewer) {
    if (alert.account().equals(viewer.id())) {
      return List.of();
    }
    Set<UUID> people = new LinkedHashSet<>();
    people.add(viewer.id());
    people.add(alert.account());
    people.addAll(Superiors.of(teams, alert.account(), clock.instant()));
    return people.stream()
        .flatMap(each -> accounts.find(each).stream())
        .filter(Account::active)
        .map(each -> new PersonBody(each.id(), each.name()))
        .toList();
  }

  void acknowledge(Viewer viewer, UUID id) {
    Alert alert = seen(viewer, id, "acknowledge");
    alerts.acknowledge(alert.id(), viewer.id(), clock.instant());
    access.note(viewer, Act.CHANGED, "alert", id, "acknowledged");
  }

  Assigned assign(
      Viewer viewer, UUID id, @Nullable UUID assignee, @Nullable LocalDate due, String note) {
    Alert alert = seen(viewer, id, "assign");
    Set<UUID> possible = new HashSet<>();
    assignees(alert, viewer).forEach(each -> possible.add(each.id()));
    Instant now = clock.instant();
    if (assignee == null
        || !possible.contains(assignee)
        || alert.over()
        || note.strip().length() > Assignment.LONGEST
        || (due != null && due.isBefore(figures.calendar().day(now)))) {
      return Assigned.REFUSED;
    }
    alerts.assign(
        new Assignment(id, assignee, viewer.id(), due, note, now), mailings.mailing(assignee, now));
    access.note(viewer, Act.CHANGED, "alert", id, "assigned " + assignee);
    return Assigned.DONE;
  }

  List<UncoveredBody> digest(Viewer viewer, LocalDate day) {
    DigestTime time = DigestTime.of(day, digest, figures.calendar());
    List<UncoveredBody> found =
        alerts.digest(viewer.id(), time.from(), time.until()).stream()
            .map(
                each ->
                    new UncoveredBody(
                        each.contact(),
                        "/deals/" + each.deal() + "/contacts/" + each.contact(),
                        each.rep(),
                        each.repName(),
                        each.customerName(),
                        each.held().toString(),
                        each.score(),
                        each.machineScore(),
                        each.missing(),
                        each.partial()))
            .toList();
    access.note(viewer, Act.READ, "digest", day.toString(), "");
    return found;
  }

  /** The day that it is. */
  LocalDate today() {
    return figures.calendar().day(clock.instant());
  }

  /** What waits for this person: how many alerts, and the newest of them in a sentence. */
  public List<Line> newest(Viewer viewer, int most, Language language) {
    return lines(alerts.waiting(access.sight(viewer), most), viewer, language).stream()
        .map(each -> new Line("/alerts/" + each.id(), each.sentence(), each.at()))
        .toList();
  }

  /** How many alerts wait for this person. */
  public int count(Viewer viewer) {
    return waiting(viewer);
  }

  /** An alert on another page. */
  public record Line(String address, String sentence, String at) {}
}
