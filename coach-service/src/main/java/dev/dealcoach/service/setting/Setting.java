package dev.dealcoach.service.setting;

import java.util.Arrays;
import java.util.Optional;

/** What can be set; each is a whole number. Ids are permanent. */
public enum Setting {
  /** A proposal's version and its review go so many days after they were handed in; 0 never. */
  PROPOSAL_DAYS("retention.proposal-days", 0, Setting.CENTURY, 0),
  /** What a customer said goes so many days after it was noted; 0 never. */
  STATEMENT_DAYS("retention.statement-days", 0, Setting.CENTURY, 0),
  /** A deal goes, with all that belongs to it, so many days after it was closed; 0 never. */
  CLOSED_DEAL_DAYS("retention.closed-deal-days", 0, Setting.CENTURY, 0),
  /** The keys under which something was created once are forgotten after so many days. */
  REQUEST_KEY_DAYS("retention.request-key-days", 1, Setting.CENTURY, 30);

  private static final long CENTURY = 36_500;

  private final String id;
  private final long least;
  private final long most;
  private final long usual;

  Setting(String id, long least, long most, long usual) {
    this.id = id;
    this.least = least;
    this.most = most;
    this.usual = usual;
  }

  /** The name in JSON and in the database. */
  public String id() {
    return id;
  }

  /** Smallest value. */
  public long least() {
    return least;
  }

  /** Largest value. */
  public long most() {
    return most;
  }

  /** The value when nothing was set. */
  public long usual() {
    return usual;
  }

  /** Whether this may be its value. */
  public boolean takes(long value) {
    return value >= least && value <= most;
  }

  /** The setting with this id. */
  public static Optional<Setting> ofId(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }
}
