package dev.dealcoach.service.correction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be judged of a contact's summary or of a proposal, in the order of the pages. */
public enum Item {
  /** The need is concrete. */
  PAIN(Subject.Kind.CONTACT, Scale.STATUS),
  /** The budget is confirmed in writing. */
  BUDGET(Subject.Kind.CONTACT, Scale.STATUS),
  /** Who decides was met. */
  DECISION_MAKER(Subject.Kind.CONTACT, Scale.STATUS),
  /** Rival solutions were compared. */
  COMPETITOR(Subject.Kind.CONTACT, Scale.STATUS),
  /** Both sides agreed an action with a time. */
  NEXT_STEP(Subject.Kind.CONTACT, Scale.STATUS),
  /** Whether the summary is scored at all. */
  SCORED(Subject.Kind.CONTACT, Scale.MODE),
  /** The proposal quotes the customer's words. */
  PAIN_QUOTE(Subject.Kind.REVIEW, Scale.POINT),
  /** Capabilities are backed by evidence. */
  EVIDENCE(Subject.Kind.REVIEW, Scale.POINT),
  /** Objections are answered in advance. */
  OBJECTIONS(Subject.Kind.REVIEW, Scale.POINT);

  private final Subject.Kind of;
  private final Scale scale;

  Item(Subject.Kind of, Scale scale) {
    this.of = of;
    this.scale = scale;
  }

  /** The name in JSON, the database and the reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which values it can have. */
  public Scale scale() {
    return scale;
  }

  /** Whether people judge it when they do not see what the machine said. */
  public boolean blind() {
    return scale != Scale.MODE;
  }

  /** The item with this id. */
  public static Optional<Item> ofId(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** The items of a kind of work. */
  public static List<Item> of(Subject.Kind kind) {
    return Arrays.stream(values()).filter(each -> each.of == kind).toList();
  }
}
