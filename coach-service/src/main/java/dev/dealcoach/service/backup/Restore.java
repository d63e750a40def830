package dev.dealcoach.service.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;

/**
 * Makes a service's data from a backup: files first, then all rows in one transaction, in the
 * schema that they were written from; only then the schema is brought up to date.
 */
public final class Restore {
  private static final int ROWS_AT_ONCE = 500;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final DataSource source;
  private final Blobs blobs;

  /**
   * @param source of an empty database
   */
  public Restore(DataSource source, Blobs blobs) {
    this.source = source;
    this.blobs = blobs;
  }

  /**
   * Restores.
   *
   * @throws BackupException if the folder is no whole backup, the database is not empty, or a file
   *     cannot be stored
   */
  public Manifest read(Path folder)
      throws BackupException, IOException, SQLException, LiquibaseException {
    Manifest manifest = manifest(folder);
    for (Manifest.Rows table : manifest.tables()) {
      Path file = TableFile.in(folder, table.table());
      if (!Files.isRegularFile(file) || !Digests.of(file).equals(table.sha256())) {
        throw new BackupException("restore.damaged", file);
      }
    }
    try (Connection connection = source.getConnection()) {
      if (!Schema.of(connection).tables().isEmpty()) {
        throw new BackupException("restore.database-not-empty");
      }
    }
    for (Blob blob : blobs(folder, manifest)) {
      store(folder, blob);
    }
    try {
      Database.migrate(source, manifest.step());
    } catch (IllegalArgumentException e) {
      throw new BackupException("restore.newer", manifest.step());
    }
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      Schema schema = Schema.of(connection);
      for (Manifest.Rows table : manifest.tables()) {
        fill(connection, schema.table(table.table()), TableFile.in(folder, table.table()));
      }
      try (Statement statement = connection.createStatement()) {
        // whoever had a job in hand is not there
        statement.executeUpdate(
            "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null");
        for (String jobs : List.of("recording_tasks", "pack_tasks")) {
          if (schema.tables().stream().anyMatch(table -> table.name().equals(jobs))) {
            statement.executeUpdate(
                "update " + jobs + " set picked = false, picked_by = null, last_heartbeat = null");
          }
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    Database.migrate(source);
    return manifest;
  }

  private static Manifest manifest(Path folder) throws BackupException, IOException {
    Path file = folder.resolve(Manifest.NAME);
    if (!Files.isRegularFile(file)) {
      throw new BackupException("restore.no-backup", folder);
    }
    Manifest manifest;
    try {
      manifest = JSON.readValue(file.toFile(), Manifest.class);
    } catch (JacksonException e) {
      throw new BackupException("restore.damaged", file);
    }
    if (manifest.version() != Manifest.VERSION) {
      throw new BackupException("restore.newer", manifest.version());
    }
    return manifest;
  }

  private static List<Blob> blobs(Path folder, Manifest manifest)
      throws BackupException, IOException {
    List<Blob> found = new ArrayList<>();
    Path file = TableFile.in(folder, "blobs");
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      JsonNode columns = TableFile.line(lines.readLine());
      int sha256 = index(columns, "sha256");
      int bytes = index(columns, "bytes");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = TableFile.line(line);
        found.add(new Blob(row.get(sha256).textValue(), row.get(bytes).longValue()));
      }
    }
    if (found.size() != manifest.files()) {
      throw new BackupException("restore.damaged", file);
    }
    return found;
  }

  private static int index(JsonNode columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).textValue().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("no column " + name);
  }

  private void store(Path folder, Blob blob) throws BackupException, IOException {
    Path file = Backup.file(folder, blob);
    if (!Files.isRegularFile(file)) {
      throw new BackupException("restore.damaged", file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      switch (blobs.put(in, blob.bytes())) {
        case BlobResult.Stored stored when stored.blob().equals(blob) -> {}
        case BlobResult.Stored wrong -> {
          blobs.remove(wrong.blob());
          throw new BackupException("restore.damaged", file);
        }
        case BlobResult.Failed failed when failed.reason() == BlobResult.Reason.TOO_LARGE ->
            throw new BackupException("restore.damaged", file);
        case BlobResult.Failed failed ->
            throw new BackupException("restore.files", failed.detail());
      }
    }
  }

  private static void fill(Connection connection, Schema.Table table, Path file)
      throws IOException, SQLException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      JsonNode columns = TableFile.line(lines.readLine());
      List<Schema.Kind> kinds = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (JsonNode column : columns) {
        names.add(column.textValue());
        kinds.add(
            table.columns().stream()
                .filter(each -> each.name().equals(column.textValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no column " + column))
                .kind());
      }
      String insert =
          "insert into "
              + table.name()
              + " ("
              + String.join(", ", names)
              + ")"
              + (table.counted() ? " overriding system value" : "")
              + names.stream().map(name -> "?").collect(Collectors.joining(", ", " values (", ")"));
      int self = self(table, names);
      try (PreparedStatement statement = connection.prepareStatement(insert)) {
        if (self < 0) {
          int waiting = 0;
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            add(statement, kinds, TableFile.line(line));
            if (++waiting == ROWS_AT_ONCE) {
              statement.executeBatch();
              waiting = 0;
            }
          }
        } else {
          for (JsonNode row : parentsFirst(lines, self, names.indexOf(table.key().getFirst()))) {
            add(statement, kinds, row);
          }
        }
        statement.executeBatch();
      }
    }
    count(connection, table);
  }

  private static void add(PreparedStatement statement, List<Schema.Kind> kinds, JsonNode row)
      throws IOException, SQLException {
    for (int i = 0; i < kinds.size(); i++) {
      TableFile.bind(statement, i + 1, kinds.get(i), row.get(i));
    }
    statement.addBatch();
  }

  /** The column that refers to a row of the same table; negative if there is none. */
  private static int self(Schema.Table table, List<String> names) {
    return table.references().stream()
        .filter(reference -> reference.table().equals(table.name()))
        .map(reference -> names.indexOf(reference.column()))
        .findFirst()
        .orElse(-1);
  }

  private static List<JsonNode> parentsFirst(BufferedReader lines, int parent, int key)
      throws IOException {
    List<JsonNode> left = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      left.add(TableFile.line(line));
    }
    List<JsonNode> sorted = new ArrayList<>();
    Set<String> there = new HashSet<>();
    while (!left.isEmpty()) {
      List<JsonNode> next =
          left.stream()
              .filter(row -> row.get(parent).isNull() || there.contains(row.get(parent).asText()))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("rows refer to each other in a ring");
      }
      next.forEach(row -> there.add(row.get(key).asText()));
      sorted.addAll(next);
      left.removeAll(next);
    }
    return sorted;
  }

  /** Lets the database count on from where the rows end. */
  private static void count(Connection connection, Schema.Table table) throws SQLException {
    for (Schema.Column column : table.columns()) {
      if (column.generated()) {
        try (Statement statement = connection.createStatement();
            var rows =
                statement.executeQuery(
                    "select coalesce(max(" + column.name() + "), 0) + 1 from " + table.name())) {
          rows.next();
          long next = rows.getLong(1);
          try (Statement alter = connection.createStatement()) {
            alter.execute(
                "alter table "
                    + table.name()
                    + " alter column "
                    + column.name()
                    + " restart with "
                    + next);
          }
        }
      }
    }
  }
}
