package dev.dealcoach.service.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How much work waits in the database. */
public final class JdbiJobFigures {
  private final Jdbi jdbi;

  public JdbiJobFigures(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The reviews' jobs.
   *
   * @param waiting not in hand
   * @param running in hand of some process
   * @param oldest when the longest-waiting one was due; null if none waits
   */
  public record Figures(long waiting, long running, @Nullable Instant oldest) {}

  /** Counts them. */
  public Figures count() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select sum(case when picked then 0 else 1 end) as waiting,"
                        + " sum(case when picked then 1 else 0 end) as running,"
                        + " min(case when picked then null else execution_time end) as oldest"
                        + " from scheduled_tasks where task_name = 'review'")
                .map(
                    (row, context) -> {
                      OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                      return new Figures(
                          row.getLong("waiting"),
                          row.getLong("running"),
                          oldest == null ? null : oldest.toInstant());
                    })
                .one());
  }
}
