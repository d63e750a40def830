package dev.dealcoach.kb;

import java.util.Locale;

/** What decides the order of hits. */
public enum SearchMode {
  /** Words and meaning together, and who sold when. */
  HYBRID,
  /** Shared words alone. */
  BM25,
  /** Meaning alone. */
  VECTOR;

  /** As it stands on the command line: {@code hybrid}, {@code bm25} or {@code vector}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The mode with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SearchMode ofId(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
