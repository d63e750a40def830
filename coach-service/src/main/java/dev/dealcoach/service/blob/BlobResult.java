package dev.dealcoach.service.blob;

/** What came of storing a file. */
public sealed interface BlobResult {
  /** It is stored, durably. */
  record Stored(Blob blob) implements BlobResult {}

  /**
   * It is not; nothing is left of it.
   *
   * @param detail for the log; holds no file name of a user
   */
  record Failed(Reason reason, String detail) implements BlobResult {}

  /** Why a file cannot be stored or read. */
  enum Reason {
    /** It is larger than the limit that was given. */
    TOO_LARGE,
    /** There is no room left. */
    FULL,
    /** The place is there but may not be written. */
    READ_ONLY,
    /** The place cannot be reached. */
    UNAVAILABLE
  }
}
