package dev.dealcoach.service.cli;

import dev.dealcoach.service.wording.Messages;

/** What the program stands on failed: the command ends with status 1 and one line of wording. */
final class EngineFailure extends Exception {
  private final transient Object[] values;
  private final String key;

  /**
   * @param key of the sentence in {@link Messages}
   * @param values for its places
   */
  EngineFailure(String key, Object... values) {
    super(key);
    this.key = key;
    this.values = values.clone();
  }

  /** The one line that tells the user. */
  String line(Messages messages) {
    return messages.text(key, values).replaceAll("\\R", " ");
  }
}
