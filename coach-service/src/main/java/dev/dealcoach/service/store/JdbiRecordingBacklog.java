package dev.dealcoach.service.store;

import dev.dealcoach.service.recording.RecordingBacklog;
import dev.dealcoach.service.recording.RecordingState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How the work on recordings stands in the database. */
public final class JdbiRecordingBacklog implements RecordingBacklog {
  private static final String SELECT =
      """
      select r.id, c.author as owner, r.accepted, b.bytes, r.state, r.attempts, r.refusal,
        r.ended, s.execution_time as due, s.picked_by as node
      from recordings r join contacts c on c.id = r.contact join blobs b on b.sha256 = r.audio
        left join recording_tasks s on s.task_name = 'recording'
          and s.task_instance = cast(r.id as varchar(100))
      """
          + "where ";

  private static final String COUNT =
      """
      select coalesce(sum(case when state = :waiting then 1 else 0 end), 0) as waiting,
        coalesce(sum(case when state = :noModel then 1 else 0 end), 0) as no_model,
        coalesce(sum(case when state in (:transcribing, :scoring) then 1 else 0 end), 0)
          as under_way,
        coalesce(sum(case when state = :refused then 1 else 0 end), 0) as refused,
        coalesce(sum(case when state = :done then 1 else 0 end), 0) as done,
        coalesce(sum(case when state = :done then seconds else 0 end), 0) as seconds,
        min(case when state in (:waiting, :noModel) then accepted else null end) as oldest
      from recordings where ended is null or ended >= :since""";

  private final Jdbi jdbi;
  private final RecordingQueue queue;

  /**
   * @param queue takes the jobs of recordings that are transcribed again
   */
  public JdbiRecordingBacklog(Jdbi jdbi, RecordingQueue queue) {
    this.jdbi = jdbi;
    this.queue = queue;
  }

  @Override
  public Counts counts(Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COUNT)
                .bind("waiting", RecordingState.WAITING)
                .bind("noModel", RecordingState.NO_MODEL)
                .bind("transcribing", RecordingState.TRANSCRIBING)
                .bind("scoring", RecordingState.SCORING)
                .bind("refused", RecordingState.REFUSED)
                .bind("done", RecordingState.DONE)
                .bind("since", since)
                .map(ConstructorMapper.of(Counts.class))
                .one());
  }

  @Override
  public List<Entry> open(int most) {
    return entries("r.ended is null order by r.accepted, r.id fetch first :most rows only", most);
  }

  @Override
  public List<Entry> refused(int most) {
    return entries(
        "r.state = '"
            + RecordingState.REFUSED
            + "' order by r.ended desc, r.id fetch first :most rows only",
        most);
  }

  private List<Entry> entries(String condition, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + condition)
                .bind("most", most)
                .map(ConstructorMapper.of(Entry.class))
                .list());
  }

  @Override
  public boolean again(UUID recording, Instant at) {
    boolean again = jdbi.inTransaction(handle -> again(handle, recording, at));
    if (again) {
      queue.committed();
    }
    return again;
  }

  private boolean again(Handle handle, UUID recording, Instant at) {
    // the worker that refused it removes its job afterwards; a new one under the same name would
    // go with it
    boolean changed =
        handle
                .createUpdate(
                    "update recordings set state = :waiting, attempts = 0, refusal = null,"
                        + " ended = null where id = :id and state = :refused"
                        + " and not exists (select 1 from recording_tasks where"
                        + " task_name = 'recording' and task_instance = :name)")
                .bind("waiting", RecordingState.WAITING)
                .bind("refused", RecordingState.REFUSED)
                .bind("id", recording)
                .bind("name", recording.toString())
                .execute()
            == 1;
    if (changed) {
      queue.add(handle.getConnection(), recording, at);
    }
    return changed;
  }
}
