package dev.dealcoach.service.store;

import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.task.NewTask;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.task.TaskStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Tasks and their steps in the database. */
public final class JdbiTasks implements TaskStore {
  /** As they stood at {@code :asOf}. */
  private static final String SELECT =
      """
      select t.id, t.owner, o.name as owner_name, t.creator, c.name as creator_name, t.title,
        t.done_when, t.due, t.origin, t.link, t.made, coalesce(s.state, 'OPEN') as state, s.actor,
        a.name as actor_name, coalesce(s.note, '') as note, s.at as changed
      from tasks t join accounts o on o.id = t.owner join accounts c on c.id = t.creator
        left join task_steps s on s.task = t.id and s.number = (select max(n.number)
          from task_steps n where n.task = t.id and n.at <= :asOf)
        left join accounts a on a.id = s.actor
      """
          + "where ";

  private static final String OPEN = "coalesce(s.state, 'OPEN') = 'OPEN'";
  private static final String SEEN =
      Seen.during("t.owner", "t.made", "case when " + OPEN + " then :asOf else s.at end");
  private static final String ORDER = " order by t.due, t.made, t.id";
  private static final RowMapper<Task> TASK = ConstructorMapper.of(Task.class);

  private final Jdbi jdbi;

  public JdbiTasks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Creation add(NewTask task, @Nullable Once once) {
    return Creations.run(
        jdbi,
        once,
        task.at(),
        (handle, id) -> {
          handle
              .createUpdate(
                  "insert into tasks (id, owner, creator, title, done_when, due, origin, link,"
                      + " deal, made) values (:id, :owner, :creator, :title, :doneWhen, :due,"
                      + " :origin, :link, :deal, :at)")
              .bindMethods(task)
              .bind("id", id)
              .bind("origin", task.source().origin())
              .bind("link", task.source().link())
              .bind("deal", task.source().deal())
              .execute();
          if (!task.owner().equals(task.creator())) {
            tell(handle, task.owner(), Notice.TASK_SET, id, task.title(), task.at());
          }
        });
  }

  @Override
  public boolean change(UUID task, Task.State state, UUID actor, String note, Instant at) {
    return jdbi.inTransaction(
        handle -> {
          // the lock makes steps that come at the same time take turns
          boolean there =
              handle
                  .createQuery("select id from tasks where id = :id for update")
                  .bind("id", task)
                  .mapTo(UUID.class)
                  .findOne()
                  .isPresent();
          Task known = there ? standing(handle, task) : null;
          if (known == null || known.state() == state) {
            return false;
          }
          handle
              .createUpdate(
                  "insert into task_steps (task, actor, state, note, at)"
                      + " values (:task, :actor, :state, :note, :at)")
              .bind("task", task)
              .bind("actor", actor)
              .bind("state", state)
              .bind("note", note)
              .bind("at", at)
              .execute();
          String kind = kind(state);
          if (!actor.equals(known.owner())) {
            tell(handle, known.owner(), kind, task, known.title(), at);
          }
          if (!actor.equals(known.creator()) && !known.creator().equals(known.owner())) {
            tell(handle, known.creator(), kind, task, known.title(), at);
          }
          return true;
        });
  }

  private static String kind(Task.State state) {
    return switch (state) {
      case OPEN -> Notice.TASK_OPENED;
      case DONE -> Notice.TASK_DONE;
      case DROPPED -> Notice.TASK_DROPPED;
    };
  }

  /** The latest state, whenever its step was dated. */
  private static Task standing(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT.replace(" and n.at <= :asOf", "") + "t.id = :id")
        .bind("id", id)
        .map(TASK)
        .one();
  }

  private static void tell(
      Handle handle, UUID account, String kind, UUID task, String title, Instant at) {
    JdbiNotices.add(handle, Notice.of(account, kind, "/tasks/" + task, title, at));
  }

  @Override
  public Optional<Task> find(UUID id, Sight sight, Instant now) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(handle.createQuery(SELECT + "t.id = :id and " + SEEN), sight)
                .bind("id", id)
                .bind("asOf", now)
                .map(TASK)
                .findOne());
  }

  @Override
  public List<Task> open(Sight sight, Instant now) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        SELECT
                            + OPEN
                            + " and "
                            + SEEN
                            + ORDER
                            + " fetch first "
                            + MOST
                            + " rows only"),
                    sight)
                .bind("asOf", now)
                .map(TASK)
                .list());
  }

  @Override
  public Page<Task> ended(Sight sight, Instant now, PageRequest page) {
    return jdbi.withHandle(
        handle ->
            Listing.page(
                Seen.bind(
                        handle.createQuery(
                            SELECT + "not " + OPEN + " and " + SEEN + Listing.part("s.at", "t.id")),
                        sight)
                    .bind("asOf", now),
                page,
                Task.class,
                task -> new PageRequest.Place(ended(task), task.id())));
  }

  private static Instant ended(Task task) {
    Instant changed = task.changed();
    if (changed == null) {
      throw new IllegalStateException("what has ended was ended at some time");
    }
    return changed;
  }

  @Override
  public List<Task> late(UUID creator, LocalDate today) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT.replace(" and n.at <= :asOf", "")
                        + OPEN
                        + " and t.creator = :creator and t.owner <> :creator and t.due < :today"
                        + ORDER
                        + " fetch first "
                        + MOST
                        + " rows only")
                .bind("creator", creator)
                .bind("today", today)
                .map(TASK)
                .list());
  }

  @Override
  public List<Task> during(Sight sight, Instant from, Instant until) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        SELECT
                            + "t.made < :until and ("
                            + OPEN
                            + " or s.at >= :from) and "
                            + SEEN
                            + ORDER),
                    sight)
                .bind("from", from)
                .bind("until", until)
                // what happened at the very end belongs to what follows
                .bind("asOf", until.minusNanos(1000))
                .map(TASK)
                .list());
  }
}
