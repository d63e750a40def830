package dev.dealcoach.service.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables as the database itself describes them, so that whoever copies or erases everything
 * forgets none. Immutable.
 *
 * @param tables those of ours, each after the ones it refers to
 */
public record Schema(List<Table> tables) {
  public Schema {
    tables = List.copyOf(tables);
  }

  /**
   * A table.
   *
   * @param name in lower case
   * @param key columns of the primary key
   */
  public record Table(
      String name, List<Column> columns, List<String> key, List<Reference> references) {
    public Table {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
      references = List.copyOf(references);
    }

    /** Whether the database counts this table's rows by itself. */
    public boolean counted() {
      return columns.stream().anyMatch(Column::generated);
    }
  }

  /**
   * A column.
   *
   * @param generated whether the database gives its values
   */
  public record Column(String name, Kind kind, boolean generated) {}

  /**
   * A foreign key of one column.
   *
   * @param table that it refers to
   * @param to that table's column
   */
  public record Reference(String column, String table, String to) {}

  /** What a column holds. */
  public enum Kind {
    /** Identifiers. */
    ID,
    /** Points in time. */
    INSTANT,
    /** Days. */
    DAY,
    /** Whole numbers. */
    NUMBER,
    /** Other numbers. */
    DECIMAL,
    /** Yes and no. */
    FLAG,
    /** Bytes. */
    BYTES,
    /** Words. */
    TEXT;

    static Kind of(String type) {
      String name = type.toLowerCase(Locale.ROOT);
      return switch (name) {
        case "uuid" -> ID;
        case "timestamptz", "timestamp with time zone" -> INSTANT;
        case "date" -> DAY;
        case "int2", "int4", "int8", "smallint", "integer", "bigint", "bigserial", "serial" ->
            NUMBER;
        case "float8", "double precision", "numeric", "decfloat" -> DECIMAL;
        case "bool", "boolean" -> FLAG;
        case "bytea", "binary varying", "binary large object" -> BYTES;
        case "varchar", "bpchar", "text", "character", "character varying" -> TEXT;
        case "character large object" -> TEXT;
        default -> throw new IllegalStateException("no kind of column is known for " + name);
      };
    }
  }

  /** The tables that a connection sees, without Liquibase's own. */
  public static Schema of(Connection connection) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    String schema = connection.getSchema();
    TreeMap<String, Table> found = new TreeMap<>();
    try (ResultSet rows = data.getTables(null, schema, "%", null)) {
      while (rows.next()) {
        String type = rows.getString("TABLE_TYPE");
        String name = rows.getString("TABLE_NAME");
        boolean ours = !name.toLowerCase(Locale.ROOT).startsWith("databasechangelog");
        if (ours && (type.equals("TABLE") || type.equals("BASE TABLE"))) {
          found.put(lower(name), table(data, schema, name));
        }
      }
    }
    return new Schema(sorted(found));
  }

  /** The table with this name. */
  public Table table(String name) {
    return tables.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table " + name));
  }

  private static Table table(DatabaseMetaData data, String schema, String name)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet rows = data.getColumns(null, schema, name, "%")) {
      while (rows.next()) {
        columns.add(
            new Column(
                lower(rows.getString("COLUMN_NAME")),
                Kind.of(rows.getString("TYPE_NAME")),
                rows.getString("IS_AUTOINCREMENT").equals("YES")));
      }
    }
    TreeMap<Integer, String> key = new TreeMap<>();
    try (ResultSet rows = data.getPrimaryKeys(null, schema, name)) {
      while (rows.next()) {
        key.put(rows.getInt("KEY_SEQ"), lower(rows.getString("COLUMN_NAME")));
      }
    }
    List<Reference> references = new ArrayList<>();
    try (ResultSet rows = data.getImportedKeys(null, schema, name)) {
      while (rows.next()) {
        if (rows.getInt("KEY_SEQ") > 1) {
          throw new IllegalStateException(name + " has a foreign key of several columns");
        }
        references.add(
            new Reference(
                lower(rows.getString("FKCOLUMN_NAME")),
                lower(rows.getString("PKTABLE_NAME")),
                lower(rows.getString("PKCOLUMN_NAME"))));
      }
    }
    return new Table(lower(name), columns, List.copyOf(key.values()), references);
  }

  private static List<Table> sorted(TreeMap<String, Table> left) {
    List<Table> sorted = new ArrayList<>();
    Set<String> there = new HashSet<>();
    while (!left.isEmpty()) {
      Table next =
          left.values().stream()
              .filter(
                  table ->
                      table.references().stream()
                          .map(Reference::table)
                          .allMatch(other -> other.equals(table.name()) || there.contains(other)))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables refer to each other in a ring"));
      left.remove(next.name());
      there.add(next.name());
      sorted.add(next);
    }
    return sorted;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
