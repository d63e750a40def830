package dev.dealcoach.service.store;

import dev.dealcoach.service.setting.Setting;
import dev.dealcoach.service.setting.SettingStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Settings in the database. */
public final class JdbiSettings implements SettingStore {
  private final Jdbi jdbi;

  public JdbiSettings(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public long value(Setting setting) {
    return find(setting).map(Current::value).orElse(setting.usual());
  }

  @Override
  public List<Current> all() {
    return Arrays.stream(Setting.values())
        .map(
            setting ->
                find(setting).orElseGet(() -> new Current(setting, setting.usual(), null, null)))
        .toList();
  }

  private Optional<Current> find(Setting setting) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select amount, changed, changed_by from settings where name = :name")
                .bind("name", setting.id())
                .map(
                    (row, context) ->
                        new Current(
                            setting,
                            row.getLong("amount"),
                            row.getObject("changed", OffsetDateTime.class).toInstant(),
                            row.getObject("changed_by", UUID.class)))
                .findOne());
  }

  @Override
  public void set(Setting setting, long value, UUID by, Instant at) {
    if (!setting.takes(value)) {
      throw new IllegalArgumentException(setting.id() + " does not take this value");
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into settings (name, amount, changed, changed_by)"
                        + " values (:name, :value, :at, :by) on conflict do nothing")
                .bind("name", setting.id())
                .bind("value", value)
                .bind("at", at)
                .bind("by", by)
                .execute());
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update settings set amount = :value, changed = :at, changed_by = :by"
                        + " where name = :name")
                .bind("name", setting.id())
                .bind("value", value)
                .bind("at", at)
                .bind("by", by)
                .execute());
  }
}
