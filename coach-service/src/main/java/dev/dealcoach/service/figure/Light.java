package dev.dealcoach.service.figure;

import java.util.Locale;

/** How a figure stands (SPEC §6). */
public enum Light {
  /** Somebody should help. */
  RED,
  /** Close to red. */
  YELLOW,
  /** Well. */
  GREEN,
  /** Nothing to judge by. */
  NONE;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
