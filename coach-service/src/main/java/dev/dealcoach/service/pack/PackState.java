package dev.dealcoach.service.pack;

import java.util.Locale;

/** How far a pack has come. */
public enum PackState {
  /** It came with the program, or from the company's folder. */
  SHIPPED,
  /** Somebody works on it. */
  DRAFT,
  /** A second person has to look at it. */
  WAITING,
  /** It was put in force; nobody changes it any more. */
  PUBLISHED,
  /** It was published and shall not come back. */
  RETIRED;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
