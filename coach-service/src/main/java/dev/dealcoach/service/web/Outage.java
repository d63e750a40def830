package dev.dealcoach.service.web;

import java.sql.SQLException;

/** Tells a database that is gone, full or going down from a mistake of ours. */
final class Outage {
  private static final String CONNECTION = "08";
  private static final String OPERATOR = "57P";
  private static final String RESOURCES = "53";

  /** H2's states that are its error numbers: closed, or its file cannot be read or written. */
  private static final String H2 = "90028 90031 90067 90098 90117 90121";

  private Outage() {}

  static boolean is(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        if (state.startsWith(CONNECTION)
            || state.startsWith(OPERATOR)
            || state.startsWith(RESOURCES)
            || (state.length() == 5 && H2.contains(state))) {
          return true;
        }
      }
    }
    return false;
  }
}
