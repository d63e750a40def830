package dev.dealcoach.service.recording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a recording is said to be spoken in. */
public enum SpokenIn {
  /** Mandarin. */
  ZH,
  /** English. */
  EN,
  /** To be found out. */
  AUTO;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this id. */
  public static Optional<SpokenIn> ofId(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
