package dev.dealcoach.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** H2's trigger on the audit log: refuses to alter or delete an entry. Named in the schema. */
public final class AppendOnly implements Trigger {
  /** Made by H2. */
  public AppendOnly() {}

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    throw new SQLException("the audit log cannot be altered");
  }
}
