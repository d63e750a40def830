package dev.dealcoach.service.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.Schema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Writes backups. The rows are those of one moment; then the files that they name are copied, which
 * are never altered. If something is erased meanwhile, the backup is begun again, so that it does
 * not outlive its erasure. Thread-safe.
 */
public final class Backup {
  private static final int MOST_BEGINNINGS = 5;
  private static final int ROWS_AT_ONCE = 500;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final DataSource source;
  private final Blobs blobs;
  private final InstantSource clock;

  public Backup(DataSource source, Blobs blobs, InstantSource clock) {
    this.source = source;
    this.blobs = blobs;
    this.clock = clock;
  }

  /**
   * Writes a backup.
   *
   * @param folder that is not there yet, or is empty
   * @throws BackupException if the folder cannot be used, or a file is missing
   * @throws IOException if writing fails; what was written is removed again
   */
  public Manifest write(Path folder) throws BackupException, IOException, SQLException {
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw new BackupException("backup.not-empty", folder);
    }
    Files.createDirectories(folder);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    for (int beginning = 1; ; beginning++) {
      boolean whole = false;
      try {
        Optional<Manifest> manifest = begin(folder);
        if (manifest.isPresent()) {
          Path unfinished = folder.resolve(Manifest.NAME + ".unfinished");
          JSON.writeValue(unfinished.toFile(), manifest.get());
          Files.move(unfinished, folder.resolve(Manifest.NAME));
          whole = true;
          return manifest.get();
        }
      } finally {
        if (!whole) {
          empty(folder);
        }
      }
      if (beginning == MOST_BEGINNINGS) {
        throw new BackupException("backup.files-missing");
      }
    }
  }

  private Optional<Manifest> begin(Path folder) throws IOException, SQLException {
    Files.createDirectories(folder.resolve("database"));
    List<Manifest.Rows> tables = new ArrayList<>();
    List<Blob> files = new ArrayList<>();
    String step;
    try (Snapshot snapshot = Snapshot.of(source)) {
      step = Database.steps(snapshot.connection()).getLast();
      for (Schema.Table table : Schema.of(snapshot.connection()).tables()) {
        tables.add(rows(snapshot.connection(), table, folder));
      }
      try (Statement statement = snapshot.connection().createStatement();
          ResultSet rows =
              statement.executeQuery("select sha256, bytes from blobs order by sha256")) {
        while (rows.next()) {
          files.add(new Blob(rows.getString(1), rows.getLong(2)));
        }
      }
    }
    long bytes = 0;
    for (Blob blob : files) {
      if (!copied(blob, folder)) {
        return Optional.empty();
      }
      bytes += blob.bytes();
    }
    return Optional.of(
        new Manifest(
            Manifest.VERSION, clock.instant().toString(), step, tables, files.size(), bytes));
  }

  private static Manifest.Rows rows(Connection connection, Schema.Table table, Path folder)
      throws IOException, SQLException {
    Path file = TableFile.in(folder, table.name());
    try (Statement statement = connection.createStatement();
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file));
        DigestOutputStream out = new DigestOutputStream(plain, Digests.sha256())) {
      statement.setFetchSize(ROWS_AT_ONCE);
      String columns =
          String.join(", ", table.columns().stream().map(Schema.Column::name).toList());
      String order = table.key().isEmpty() ? "" : " order by " + String.join(", ", table.key());
      try (ResultSet rows =
          statement.executeQuery("select " + columns + " from " + table.name() + order)) {
        long count = TableFile.write(table, rows, out);
        return new Manifest.Rows(
            table.name(), count, HexFormat.of().formatHex(out.getMessageDigest().digest()));
      }
    }
  }

  private boolean copied(Blob blob, Path folder) throws IOException {
    Optional<Path> file = blobs.find(blob);
    if (file.isEmpty()) {
      return false;
    }
    Path target = file(folder, blob);
    Files.createDirectories(target.getParent());
    try {
      Files.copy(file.get(), target);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  static Path file(Path folder, Blob blob) {
    return folder.resolve("files").resolve(blob.sha256().substring(0, 2)).resolve(blob.sha256());
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        if (!each.equals(folder)) {
          Files.deleteIfExists(each);
        }
      }
    }
  }
}
