package dev.dealcoach.service.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an example's latest version has come. */
public enum LibraryState {
  /** Somebody thinks that others could learn from it. */
  NOMINATED,
  /** A trainer works on it. */
  DRAFT,
  /** A second trainer has to look at it. */
  WAITING,
  /** It is shown to everybody. */
  APPROVED,
  /** It is not shown any more. */
  RETIRED;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state with this id. */
  public static Optional<LibraryState> ofId(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
