package dev.dealcoach.service.child;

import dev.dealcoach.service.child.ChildAnswer.Failed;
import dev.dealcoach.service.child.ChildAnswer.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * Runs one kind of task in a bounded number of child processes. Children start when they are first
 * needed, or ahead by {@link #warm}, and are used again. Thread-safe; a caller waits while all
 * children are busy.
 *
 * <p>A task that fails in a child which had done others before is tried once more in a new one, so
 * that what an earlier task left behind is never blamed on it and the answer does not depend on the
 * company it was in. Running into the time limit or giving too large an answer is final at once.
 */
public final class ChildPool implements AutoCloseable {
  private final ChildSettings settings;
  private final Path folder;
  private final Semaphore places;
  private final ExecutorService io;
  private final Thread atExit = new Thread(this::endAll, "children-end");

  // guarded by this
  private final Deque<ChildProcess> idle = new ArrayDeque<>();
  private final Set<ChildProcess> all = new LinkedHashSet<>();
  private int started;
  private boolean closed;

  private ChildPool(ChildSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
    this.places = new Semaphore(settings.processes(), true);
    ThreadFactory daemon = Thread.ofPlatform().daemon().name("child-io-", 0).factory();
    this.io = Executors.newCachedThreadPool(daemon);
  }

  /**
   * A pool without children as yet.
   *
   * @throws UncheckedIOException if its folder of temporary files cannot be made
   */
  public static ChildPool open(ChildSettings settings) {
    try {
      Files.createDirectories(settings.temporary());
      Path folder =
          Files.createTempDirectory(settings.temporary().toAbsolutePath(), "coach-children-");
      ChildPool pool = new ChildPool(settings, folder);
      Runtime.getRuntime().addShutdownHook(pool.atExit);
      return pool;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts up to this many children, without waiting for them. */
  public void warm(int children) {
    for (int i = 0; i < Math.min(children, settings.processes()); i++) {
      ChildProcess child = start();
      synchronized (this) {
        idle.addLast(child);
      }
    }
  }

  /**
   * Runs one task and waits for its answer.
   *
   * @param limit for the task alone; waiting for a child and its start do not count
   * @param mostExtension what the task may ask for on top
   * @throws IllegalStateException if children do not start on this machine, or the pool is closed
   */
  public ChildAnswer run(byte[] request, Duration limit, Duration mostExtension)
      throws InterruptedException {
    places.acquire();
    try {
      ChildProcess child = take();
      boolean used = child.tasks() > 0;
      ChildAnswer answer = runIn(child, request, limit, mostExtension);
      if (used && answer instanceof Failed failed && !isFinal(failed.reason()) && !closed()) {
        answer = runIn(start(), request, limit, mostExtension);
      }
      return answer;
    } finally {
      places.release();
    }
  }

  private synchronized boolean closed() {
    return closed;
  }

  /** How many children are at work or about to be. */
  public synchronized int working() {
    return all.size() - idle.size();
  }

  private static boolean isFinal(Reason reason) {
    return reason == Reason.TIMED_OUT || reason == Reason.ANSWER_TOO_LARGE;
  }

  private ChildAnswer runIn(
      ChildProcess child, byte[] request, Duration limit, Duration mostExtension)
      throws InterruptedException {
    boolean healthy = false;
    try {
      ChildAnswer answer = child.run(request, limit, mostExtension, io);
      healthy = answer instanceof ChildAnswer.Done;
      return answer;
    } finally {
      if (healthy && child.tasks() < settings.tasksPerProcess()) {
        giveBack(child);
      } else {
        forget(child);
      }
    }
  }

  private ChildProcess take() {
    while (true) {
      ChildProcess child;
      synchronized (this) {
        child = idle.pollFirst();
      }
      if (child == null) {
        return start();
      }
      if (child.alive()) {
        return child;
      }
      forget(child);
    }
  }

  private ChildProcess start() {
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the pool of child processes is closed");
      }
      try {
        ChildProcess child = ChildProcess.start(settings, folder.resolve("child-" + started++));
        all.add(child);
        return child;
      } catch (IOException e) {
        throw new IllegalStateException("a child process does not start", e);
      }
    }
  }

  private void giveBack(ChildProcess child) {
    synchronized (this) {
      if (!closed) {
        idle.addFirst(child);
        return;
      }
    }
    forget(child);
  }

  private void forget(ChildProcess child) {
    child.close();
    synchronized (this) {
      all.remove(child);
    }
  }

  /** Ends all children, also those at work, and deletes their temporary files. */
  @Override
  public void close() {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // the JVM is on its way out
    }
  }

  private void endAll() {
    List<ChildProcess> waiting;
    List<ChildProcess> working;
    synchronized (this) {
      closed = true;
      waiting = new ArrayList<>(idle);
      working = new ArrayList<>(all);
      working.removeAll(idle);
      all.clear();
      idle.clear();
    }
    working.forEach(ChildProcess::kill);
    waiting.forEach(ChildProcess::endInput);
    waiting.forEach(ChildProcess::close);
    io.shutdown();
    FileTree.delete(folder);
  }
}
