package dev.dealcoach.service.alert;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.dispatch.Letter;
import dev.dealcoach.service.dispatch.Letters;
import dev.dealcoach.service.dispatch.Telling;
import dev.dealcoach.service.dispatch.Wishes;
import dev.dealcoach.service.figure.Figures;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Words messages from what is in the database when they are sent. What customers said is in none;
 * their names are, if that was switched on. Thread-safe.
 */
public final class AlertLetters implements Letters {
  /** How many people a digest names before it counts. */
  private static final int NAMED = 12;

  private final AlertStore alerts;
  private final ContactStore contacts;
  private final Mailings mailings;
  private final ItemWording itemWording;
  private final AlertWording wording;
  private final Figures figures;
  private final LocalTime digest;
  private final String address;
  private final boolean customers;

  /**
   * @param digest when managers are told what was not covered
   * @param address of the service as people open it; empty if links shall not be sent
   * @param customers whether customers may be named
   */
  public AlertLetters(
      AlertStore alerts,
      ContactStore contacts,
      Mailings mailings,
      ItemWording itemWording,
      AlertWording wording,
      Figures figures,
      LocalTime digest,
      String address,
      boolean customers) {
    this.alerts = alerts;
    this.contacts = contacts;
    this.mailings = mailings;
    this.itemWording = itemWording;
    this.wording = wording;
    this.figures = figures;
    this.digest = digest;
    this.address = address;
    this.customers = customers;
  }

  @Override
  public Optional<Letter> of(Telling telling) {
    Wishes wishes = mailings.of(telling.account());
    return switch (telling.kind()) {
      case Telling.ALERT, Telling.ASSIGNED -> alert(telling, wishes);
      case Telling.RED_CONTACT -> contact(telling, wishes);
      case Telling.DIGEST -> digest(telling, wishes);
      default -> Optional.empty();
    };
  }

  private Optional<Letter> alert(Telling telling, Wishes wishes) {
    UUID id = telling.alert();
    // who has mended it meanwhile need not be told
    return Optional.ofNullable(id)
        .flatMap(alerts::find)
        .filter(alert -> !alert.over())
        .map(
            alert -> {
              Language language = wishes.language();
              List<String> lines = new ArrayList<>();
              boolean assigned = telling.kind().equals(Telling.ASSIGNED);
              if (assigned) {
                lines.add(asked(alert, language));
              }
              List<Missed> missed = alerts.missed(alert.id());
              if (!missed.isEmpty()) {
                lines.add(wording.sentence(language, "alert.letter.questions"));
                missed.forEach(each -> lines.add(question(each, language)));
              }
              boolean own = alert.account().equals(telling.account());
              String cause =
                  wording.cause(alert, alerts.days(alert.id()), own, customers, language);
              return letter(telling, wishes, cause, lines, "/alerts/" + alert.id());
            });
  }

  private String asked(Alert alert, Language language) {
    String sentence =
        wording.sentence(
            language, alert.due() == null ? "alert.letter.assigned" : "alert.letter.assigned.due");
    return alert.due() == null
        ? sentence
        : sentence.replace("{due}", AlertWording.day(alert.due(), language));
  }

  private String question(Missed missed, Language language) {
    String name = wording.sentence(language, "item." + missed.item());
    return (language == Language.ZH ? name + "：" : name + ": ")
        + itemWording.of(missed.rule(), language).advice();
  }

  private Optional<Letter> contact(Telling telling, Wishes wishes) {
    UUID id = telling.contact();
    return Optional.ofNullable(id)
        .flatMap(contacts::find)
        .filter(contact -> contact.score() != null)
        .map(
            contact -> {
              Language language = wishes.language();
              String cause =
                  wording
                      .sentence(
                          language, customers ? "alert.red-contact" : "alert.red-contact.plain")
                      .replace("{name}", contact.authorName())
                      .replace("{customer}", customers ? contact.customerName() : "")
                      .replace("{score}", String.valueOf(contact.score()));
              return letter(
                  telling,
                  wishes,
                  cause,
                  uncovered(contact, language),
                  "/deals/" + contact.deal() + "/contacts/" + contact.id());
            });
  }

  private List<String> uncovered(Contact contact, Language language) {
    List<String> lines = new ArrayList<>();
    if (contact.summary() != null) {
      contacts
          .items(contact.summary())
          .forEach(
              (item, status) -> {
                if (!status.equals("covered")) {
                  lines.add(
                      wording.sentence(language, "item." + item)
                          + (language == Language.ZH ? "：" : ": ")
                          + wording.sentence(language, "status." + status));
                }
              });
    }
    return lines;
  }

  private Optional<Letter> digest(Telling telling, Wishes wishes) {
    if (telling.onDay() == null) {
      return Optional.empty();
    }
    Language language = wishes.language();
    DigestTime time = DigestTime.of(telling.onDay(), digest, figures.calendar());
    List<Uncovered> found = alerts.digest(telling.account(), time.from(), time.until());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, List<Uncovered>> byRep = new LinkedHashMap<>();
    found.forEach(each -> byRep.computeIfAbsent(each.rep(), fresh -> new ArrayList<>()).add(each));
    List<String> lines = new ArrayList<>();
    byRep.values().stream().limit(NAMED).forEach(each -> lines.add(line(each, language)));
    if (byRep.size() > NAMED) {
      lines.add(
          wording
              .sentence(language, "alert.digest.more")
              .replace("{n}", Integer.toString(byRep.size() - NAMED)));
    }
    String title =
        wording
            .sentence(language, "alert.digest.title")
            .replace("{day}", AlertWording.day(telling.onDay(), language))
            .replace("{contacts}", Integer.toString(found.size()))
            .replace("{people}", Integer.toString(byRep.size()));
    return Optional.of(letter(telling, wishes, title, lines, "/alerts/digest/" + telling.onDay()));
  }

  private String line(List<Uncovered> ofRep, Language language) {
    List<String> items =
        ofRep.stream()
            .flatMap(each -> each.missing().stream())
            .distinct()
            .map(item -> wording.sentence(language, "item." + item))
            .toList();
    String key = items.isEmpty() ? "alert.digest.line.partial" : "alert.digest.line";
    return wording
        .sentence(language, key)
        .replace("{name}", ofRep.getFirst().repName())
        .replace("{n}", Integer.toString(ofRep.size()))
        .replace("{items}", String.join(language == Language.ZH ? "、" : ", ", items));
  }

  private Letter letter(
      Telling telling, Wishes wishes, String title, List<String> lines, String path) {
    return new Letter(
        telling.id(),
        title,
        lines,
        address.isEmpty() ? "" : address + path,
        wording.sentence(wishes.language(), "alert.letter.open"),
        wishes.mail());
  }
}
