package dev.dealcoach.service.backup;

/** A backup cannot be written, read or restored; the message is for the administrator. */
public final class BackupException extends Exception {
  private final String key;
  private final transient Object[] values;

  /**
   * @param key of the sentence that says why
   * @param values that it needs; paths and names of tables, no customer's words
   */
  BackupException(String key, Object... values) {
    super(key);
    this.key = key;
    this.values = values.clone();
  }

  /** The key of the sentence. */
  public String key() {
    return key;
  }

  /** What takes the places in it. */
  public Object[] values() {
    return values.clone();
  }
}
