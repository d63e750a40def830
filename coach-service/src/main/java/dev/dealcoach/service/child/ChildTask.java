package dev.dealcoach.service.child;

import java.time.Duration;

/**
 * A kind of work that is done in a child process: the class is its name. It needs a public
 * constructor without parameters, which runs once a process; {@link #run} is called for one request
 * after another, always on the same thread.
 */
public interface ChildTask {
  /**
   * Does one piece of work.
   *
   * @param request as the parent gave it
   * @return the answer; the parent bounds its size
   * @throws Exception for what the task itself did not foresee; the parent gets a failure that
   *     names the exception's class but not its message, which may hold customer text
   */
  byte[] run(byte[] request, Progress progress) throws Exception;

  /** The way from a running task to its parent. Thread-safe. */
  interface Progress {
    /**
     * Puts off the deadline, for work that is known to be slow. The parent grants it up to the
     * bound that came with the request.
     *
     * @param more negative to give back what was not needed
     */
    void extend(Duration more);
  }
}
