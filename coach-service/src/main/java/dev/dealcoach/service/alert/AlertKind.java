package dev.dealcoach.service.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an alert is about. */
public enum AlertKind {
  /** The discovery score was red on three days with contacts running. */
  DISCOVERY,
  /** The effective-action rate was red on three days with actions running. */
  ACTIONS,
  /** Two months running little of what was flagged got better. */
  COACHING,
  /** A contact has no summary two hours after it. */
  OVERDUE;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this id. */
  public static Optional<AlertKind> ofId(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
