package dev.dealcoach.service.store;

import dev.dealcoach.service.recording.SpeakerStore;
import dev.dealcoach.service.recording.SpokenIn;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What people speak, in the database. */
public final class JdbiSpeakers implements SpeakerStore {
  private final Jdbi jdbi;

  public JdbiSpeakers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<SpokenIn> language(UUID account) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select language from speakers where account = :account")
                .bind("account", account)
                .mapTo(SpokenIn.class)
                .findOne());
  }

  @Override
  public void speaks(UUID account, SpokenIn language) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "insert into speakers (account, language) values (:account, :language)"
                      + " on conflict do nothing")
              .bind("account", account)
              .bind("language", language)
              .execute();
          handle
              .createUpdate("update speakers set language = :language where account = :account")
              .bind("account", account)
              .bind("language", language)
              .execute();
        });
  }
}
