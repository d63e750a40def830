package dev.dealcoach.service.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Deletes rows with all that refers to them, as the schema says, in the caller's transaction. */
final class Cascade {
  /** Databases limit how many values a statement takes. */
  private static final int AT_ONCE = 1000;

  private final Handle handle;
  private final Schema schema;
  private final Set<String> touched = new TreeSet<>();

  Cascade(Handle handle, Schema schema) {
    this.handle = handle;
    this.schema = schema;
  }

  /**
   * Deletes the rows whose column has one of these values.
   *
   * @return how many rows, of all tables
   */
  long delete(String table, String column, List<?> values) {
    long deleted = 0;
    for (int from = 0; from < values.size(); from += AT_ONCE) {
      deleted += some(table, column, values.subList(from, Math.min(from + AT_ONCE, values.size())));
    }
    return deleted;
  }

  /** The tables of which rows were deleted. */
  Set<String> touched() {
    return touched;
  }

  private long some(String name, String column, List<?> values) {
    long deleted = 0;
    for (Schema.Table child : schema.tables()) {
      for (Schema.Reference reference : child.references()) {
        if (reference.table().equals(name)) {
          deleted +=
              delete(child.name(), reference.column(), keys(name, reference.to(), column, values));
        }
      }
    }
    FigureChanges.goes(handle, name, column, values);
    long own =
        handle
            .createUpdate("delete from " + name + " where " + column + " in (<values>)")
            .bindList("values", values)
            .execute();
    if (own > 0) {
      touched.add(name);
    }
    return deleted + own;
  }

  private List<Object> keys(String table, String key, String column, List<?> values) {
    return handle
        .createQuery("select " + key + " from " + table + " where " + column + " in (<values>)")
        .bindList("values", values)
        .map((row, context) -> row.getObject(1))
        .list();
  }
}
