package dev.dealcoach.service.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a backup says of itself; it is written last, so that a folder without it is no backup.
 * Immutable.
 *
 * @param version of the folder's shape
 * @param made when, ISO 8601 in UTC
 * @param step the last step of the schema that the rows have
 * @param tables in the order in which they can be filled
 * @param files how many files were handed in
 * @param bytes of these files
 */
public record Manifest(
    @JsonProperty int version,
    @JsonProperty String made,
    @JsonProperty String step,
    @JsonProperty List<Rows> tables,
    @JsonProperty int files,
    @JsonProperty long bytes) {
  static final int VERSION = 1;
  static final String NAME = "backup.json";

  public Manifest {
    tables = List.copyOf(tables);
  }

  /**
   * A table's file.
   *
   * @param sha256 of the file
   */
  public record Rows(
      @JsonProperty String table, @JsonProperty long rows, @JsonProperty String sha256) {}

  /** All rows. */
  public long rows() {
    return tables.stream().mapToLong(Rows::rows).sum();
  }
}
