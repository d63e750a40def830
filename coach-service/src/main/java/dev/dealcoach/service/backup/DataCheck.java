package dev.dealcoach.service.backup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.Blobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Looks for what does not fit together: files that are missing or altered, reviews without the job
 * that will make them, finished ones without their words, findings that point nowhere. Changes
 * nothing; may run while the service works.
 */
public final class DataCheck {
  private final DataSource source;
  private final Blobs blobs;

  public DataCheck(DataSource source, Blobs blobs) {
    this.source = source;
    this.blobs = blobs;
  }

  /** What is wrong. */
  public enum Kind {
    /** A file that the database names is not there. */
    FILE_MISSING("check-data.file-missing"),
    /** A file has other content than its name says. */
    FILE_ALTERED("check-data.file-altered"),
    /** A review has not ended and has no job. */
    NO_JOB("check-data.no-job"),
    /** A review is done and lacks its report or its text. */
    NO_REPORT("check-data.no-report"),
    /** A report cannot be read, or points to text that is not there. */
    BAD_REPORT("check-data.bad-report"),
    /** A proposal has no version. */
    NO_VERSION("check-data.no-version"),
    /** A contact's summary lacks its score card. */
    NO_CARD("check-data.no-card");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The key of the sentence that tells it. */
    public String key() {
      return key;
    }
  }

  /**
   * Something wrong.
   *
   * @param subject the id or the file's name by content
   */
  public record Fault(Kind kind, String subject) {}

  /**
   * What was found.
   *
   * @param reviews how many were looked at
   * @param files how many were read
   */
  public record Findings(List<Fault> faults, long reviews, int files) {
    public Findings {
      faults = List.copyOf(faults);
    }
  }

  /** Looks at everything. */
  public Findings run() throws SQLException, IOException {
    List<Fault> faults = new ArrayList<>();
    List<Blob> files = new ArrayList<>();
    long reviews;
    try (Snapshot snapshot = Snapshot.of(source)) {
      Connection connection = snapshot.connection();
      ids(
          connection,
          "select r.id from reviews r where r.ended is null and not exists"
              + " (select 1 from scheduled_tasks t where t.task_name = 'review'"
              + " and t.task_instance = cast(r.id as varchar(36)))",
          Kind.NO_JOB,
          faults);
      ids(
          connection,
          "select r.id from recordings r where r.ended is null and not exists"
              + " (select 1 from recording_tasks t where t.task_name = 'recording'"
              + " and t.task_instance = cast(r.id as varchar(36)))",
          Kind.NO_JOB,
          faults);
      ids(
          connection,
          "select r.id from reviews r where r.state = 'DONE' and (r.blocks is null or"
              + " (select count(*) from review_wordings w where w.review = r.id) < 2)",
          Kind.NO_REPORT,
          faults);
      ids(
          connection,
          "select p.id from proposals p where not exists"
              + " (select 1 from proposal_versions v where v.proposal = p.id)",
          Kind.NO_VERSION,
          faults);
      ids(
          connection,
          "select s.id from contact_summaries s where"
              + " (select count(*) from contact_summary_wordings w where w.summary = s.id) < 2",
          Kind.NO_CARD,
          faults);
      reviews = reports(connection, faults);
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select sha256, bytes from blobs")) {
        while (rows.next()) {
          files.add(new Blob(rows.getString(1), rows.getLong(2)));
        }
      }
    }
    for (Blob blob : files) {
      Optional<Path> file = blobs.find(blob);
      if (file.isEmpty()) {
        faults.add(new Fault(Kind.FILE_MISSING, blob.sha256()));
      } else if (Files.size(file.get()) != blob.bytes()
          || !Digests.of(file.get()).equals(blob.sha256())) {
        faults.add(new Fault(Kind.FILE_ALTERED, blob.sha256()));
      }
    }
    return new Findings(faults, reviews, files.size());
  }

  private static void ids(Connection connection, String query, Kind kind, List<Fault> faults)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        faults.add(new Fault(kind, rows.getString(1)));
      }
    }
  }

  private static long reports(Connection connection, List<Fault> faults) throws SQLException {
    Map<String, Integer> blocks = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(100);
      try (ResultSet rows =
          statement.executeQuery("select id, blocks from reviews where state = 'DONE'")) {
        while (rows.next()) {
          String text = rows.getString(2);
          int size = text == null ? 0 : size(text);
          blocks.put(rows.getString(1), size);
          if (size < 0) {
            faults.add(new Fault(Kind.BAD_REPORT, rows.getString(1)));
          }
        }
      }
      try (ResultSet rows = statement.executeQuery("select review, report from review_wordings")) {
        while (rows.next()) {
          Integer size = blocks.get(rows.getString(1));
          if (size != null && size >= 0 && !fits(rows.getString(2), size)) {
            faults.add(new Fault(Kind.BAD_REPORT, rows.getString(1)));
          }
        }
      }
    }
    return blocks.size();
  }

  private static int size(String blocks) {
    try {
      JsonNode read = TableFile.line(blocks);
      return read.isArray() ? read.size() : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private static boolean fits(String report, int blocks) {
    try {
      return TableFile.line(report).findValues("location").stream()
          .flatMap(location -> location.findValues("block").stream())
          .allMatch(block -> block.canConvertToInt() && block.intValue() < blocks);
    } catch (IOException e) {
      return false;
    }
  }
}
