package dev.dealcoach.service.task;

import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tasks. A task is seen by its owner, and through a team if the owner was in it at any time
 * between the task's making and its end. Who has to know of a change is told in the same
 * transaction. Thread-safe.
 */
public interface TaskStore {
  /** Most open tasks that are listed at once. */
  int MOST = 500;

  /**
   * Sets a task and tells its owner.
   *
   * @param once makes it happen once; null if that does not matter
   */
  Creation add(NewTask task, @Nullable Once once);

  /**
   * Brings a task into another state; tells the owner what others did with it, and whoever set it
   * what the owner did.
   *
   * @param note what the person adds, at most {@value NewTask#LONGEST_TEXT} characters
   * @return false if there is no such task or it is in that state; nothing was done then
   */
  boolean change(UUID task, Task.State state, UUID actor, String note, Instant at);

  /** The task, if it can be seen now. */
  Optional<Task> find(UUID id, Sight sight, Instant now);

  /**
   * The open tasks that can be seen now, those due first before the others, {@link #MOST} at most.
   */
  List<Task> open(Sight sight, Instant now);

  /** The tasks that have ended and can be seen, the one that ended last first. */
  Page<Task> ended(Sight sight, Instant now, PageRequest page);

  /** Open tasks that somebody set to others and that were due before this day, the oldest first. */
  List<Task> late(UUID creator, LocalDate today);

  /**
   * What was to be done in a period, as it stood at its end: made before the end and not ended
   * before the beginning; those due first before the others.
   *
   * @param from inclusive
   * @param until exclusive
   */
  List<Task> during(Sight sight, Instant from, Instant until);
}
