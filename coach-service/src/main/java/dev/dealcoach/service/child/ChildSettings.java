package dev.dealcoach.service.child;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a pool runs its children. Immutable.
 *
 * @param task what they do
 * @param processes most children at a time, at least 1
 * @param heapMebibytes heap of each child
 * @param tasksPerProcess tasks after which a child is replaced, so that what libraries leave behind
 *     in memory and on disk stays bounded
 * @param answerBytes largest answer that is taken
 * @param startLimit longest time until a new child is ready
 * @param temporary folder in which the pool makes its own folder of temporary files; it is created
 *     if need be
 * @param flags further flags of the child's JVM
 */
public record ChildSettings(
    Class<? extends ChildTask> task,
    int processes,
    int heapMebibytes,
    int tasksPerProcess,
    int answerBytes,
    Duration startLimit,
    Path temporary,
    List<String> flags) {
  public ChildSettings {
    if (processes < 1 || heapMebibytes < 1 || tasksPerProcess < 1 || answerBytes < 1) {
      throw new IllegalArgumentException("a pool needs room for one child and one task");
    }
    flags = List.copyOf(flags);
  }

  /**
   * Settings that suit reading documents: a child is replaced after 1,000 tasks, answers up to 128
   * MiB (4 million characters with their places need 60 MiB), a minute to start on a busy machine.
   */
  public static ChildSettings of(
      Class<? extends ChildTask> task, int processes, int heapMebibytes, Path temporary) {
    return new ChildSettings(
        task,
        processes,
        heapMebibytes,
        1000,
        128 << 20,
        Duration.ofMinutes(1),
        temporary,
        List.of());
  }

  /** The same with these further flags of the child's JVM. */
  public ChildSettings withFlags(List<String> more) {
    return new ChildSettings(
        task, processes, heapMebibytes, tasksPerProcess, answerBytes, startLimit, temporary, more);
  }
}
