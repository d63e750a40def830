package dev.dealcoach.scan.parse.pdf;

/** Reading was broken off because of a limit. Unchecked: it has to pass through the library. */
final class ReadingStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Which limit. */
  enum Limit {
    TIME,
    CHARACTERS,
    UNPACKED
  }

  final Limit limit;

  ReadingStopped(Limit limit) {
    super(limit.name(), null, false, false);
    this.limit = limit;
  }
}
