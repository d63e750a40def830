package dev.dealcoach.service.store;

import dev.dealcoach.service.proposal.ReviewBacklog;
import dev.dealcoach.service.proposal.ReviewState;
import dev.dealcoach.service.proposal.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How the work on reviews stands in the database. */
public final class JdbiBacklog implements ReviewBacklog {
  private static final String SELECT =
      """
      select r.id, v.handed_in_by as owner, v.handed_in, b.bytes, r.state, r.attempts, r.refusal,
        r.ended, s.execution_time as due, s.picked_by as node
      from reviews r join proposal_versions v on v.id = r.version
        join blobs b on b.sha256 = v.document
        left join scheduled_tasks s on s.task_name = 'review'
          and s.task_instance = cast(r.id as varchar(100))
      """
          + "where ";

  private static final String COUNT =
      """
      select coalesce(sum(case when state = :waiting then 1 else 0 end), 0) as waiting,
        coalesce(sum(case when state in (:reading, :reviewing) then 1 else 0 end), 0)
          as under_way,
        coalesce(sum(case when state = :refused then 1 else 0 end), 0) as refused,
        coalesce(sum(case when state = :done then 1 else 0 end), 0) as done
      from reviews where ended is null or ended >= :since""";

  private final Jdbi jdbi;
  private final ReviewQueue queue;

  /**
   * @param queue takes the jobs of reviews that are made again
   */
  public JdbiBacklog(Jdbi jdbi, ReviewQueue queue) {
    this.jdbi = jdbi;
    this.queue = queue;
  }

  @Override
  public Counts counts(Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COUNT)
                .bind("waiting", ReviewState.WAITING)
                .bind("reading", ReviewState.READING)
                .bind("reviewing", ReviewState.REVIEWING)
                .bind("refused", ReviewState.REFUSED)
                .bind("done", ReviewState.DONE)
                .bind("since", since)
                .map(ConstructorMapper.of(Counts.class))
                .one());
  }

  @Override
  public List<Entry> open(int most) {
    return entries(
        "r.state not in ('"
            + ReviewState.DONE
            + "', '"
            + ReviewState.REFUSED
            + "') order by v.handed_in, r.id fetch first :most rows only",
        most);
  }

  @Override
  public List<Entry> refused(int most) {
    return entries(
        "r.state = '"
            + ReviewState.REFUSED
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
  public boolean again(UUID review, Instant at) {
    boolean again = jdbi.inTransaction(handle -> again(handle, review, at));
    if (again) {
      queue.committed();
    }
    return again;
  }

  private boolean again(Handle handle, UUID review, Instant at) {
    // the worker that refused it removes its job afterwards; a new one under the same name would
    // go with it
    boolean changed =
        handle
                .createUpdate(
                    "update reviews set state = :waiting, attempts = 0, refusal = null,"
                        + " ended = null where id = :id and state = :refused"
                        + " and not exists (select 1 from scheduled_tasks where"
                        + " task_name = 'review' and task_instance = :name)")
                .bind("waiting", ReviewState.WAITING)
                .bind("refused", ReviewState.REFUSED)
                .bind("id", review)
                .bind("name", review.toString())
                .execute()
            == 1;
    if (changed) {
      queue.add(handle.getConnection(), review, Urgency.NOW, at);
    }
    return changed;
  }
}
