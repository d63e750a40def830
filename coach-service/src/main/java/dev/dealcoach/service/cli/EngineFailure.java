package dev.dealcoach.service.cli;

/** What the program stands on failed: the command ends with status 1 and one line of wording. */
final class EngineFailure extends WordedFailure {
  /**
   * @param key of the sentence among the messages
   * @param values for its places
   */
  EngineFailure(String key, Object... values) {
    super(key, values);
  }
}
