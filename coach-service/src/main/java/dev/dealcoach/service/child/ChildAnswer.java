package dev.dealcoach.service.child;

/** What comes back from a child process: the task's answer, or why there is none. */
public sealed interface ChildAnswer {
  /**
   * The task's answer. The array belongs to the caller.
   *
   * @param bytes as the task returned them
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once and decoded, never compared
  record Done(byte[] bytes) implements ChildAnswer {}

  /**
   * The task did not answer.
   *
   * @param reason what became of it
   * @param detail for the log: one line, never customer text
   */
  record Failed(Reason reason, String detail) implements ChildAnswer {}

  /** Why a task did not answer. */
  enum Reason {
    /** It took longer than its limit and was killed. */
    TIMED_OUT,
    /** It needed more memory than its process has. */
    OUT_OF_MEMORY,
    /** It called itself deeper than its stack. */
    STACK_OVERFLOW,
    /** Its answer was larger than the parent takes. */
    ANSWER_TOO_LARGE,
    /** It threw, or its process ended or wrote what is no answer. */
    CRASHED
  }
}
