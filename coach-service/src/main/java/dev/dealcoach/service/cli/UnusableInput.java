package dev.dealcoach.service.cli;

/** What the user gave cannot be used: the command ends with status 2 and one line of wording. */
final class UnusableInput extends WordedFailure {
  /**
   * @param key of the sentence among the messages
   * @param values for its places
   */
  UnusableInput(String key, Object... values) {
    super(key, values);
  }
}
