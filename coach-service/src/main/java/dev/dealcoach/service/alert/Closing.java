package dev.dealcoach.service.alert;

import java.util.Locale;

/** Why an alert is over. */
public enum Closing {
  /** Two days running were not red any more. */
  GOOD_DAYS,
  /** A month's improvement rate is no longer low. */
  IMPROVED,
  /** The summary was written. */
  SUMMARISED,
  /** The days it rests on are not red any more: a score was corrected, or the day went on well. */
  WITHDRAWN;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
