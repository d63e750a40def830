package dev.dealcoach.service.setting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps settings. Thread-safe; a change is seen by all processes at once. */
public interface SettingStore {
  /** The value now. */
  long value(Setting setting);

  /** All settings in the order of {@link Setting}. */
  List<Current> all();

  /**
   * Sets a value.
   *
   * @throws IllegalArgumentException if the setting does not take it
   */
  void set(Setting setting, long value, UUID by, Instant at);

  /**
   * A setting as it is.
   *
   * @param changed when it was set; null if it never was
   * @param by who set it; null if nobody did
   */
  record Current(Setting setting, long value, @Nullable Instant changed, @Nullable UUID by) {}
}
