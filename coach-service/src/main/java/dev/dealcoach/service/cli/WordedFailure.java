package dev.dealcoach.service.cli;

import dev.dealcoach.service.wording.Messages;

/** A failure that ends the command with one line of wording. */
abstract sealed class WordedFailure extends Exception permits EngineFailure, UnusableInput {
  private final transient Object[] values;
  private final String key;

  /**
   * @param key of the sentence in {@link Messages}
   * @param values for its places
   */
  WordedFailure(String key, Object... values) {
    super(key);
    this.key = key;
    this.values = values.clone();
  }

  /** The one line that tells the user. */
  final String line(Messages messages) {
    return messages.text(key, values).replaceAll("\\R", " ");
  }
}
