package dev.dealcoach.service.store;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.dispatch.Wishes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** How people want to be told, in the database. */
public final class JdbiWishes implements Wishes.Store {
  private final Jdbi jdbi;

  public JdbiWishes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Wishes> of(UUID account) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from message_wishes where account = :account")
                .bind("account", account)
                .map((row, context) -> wishes(row))
                .findOne());
  }

  private static Wishes wishes(ResultSet row) throws SQLException {
    String from = row.getString("quiet_from");
    String until = row.getString("quiet_until");
    Set<String> channels =
        Arrays.stream(row.getString("channels").split(" "))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toSet());
    return new Wishes(
        channels,
        Language.ofCode(row.getString("language")),
        row.getString("mail"),
        from.isEmpty() ? null : new Wishes.Quiet(LocalTime.parse(from), LocalTime.parse(until)));
  }

  @Override
  public void set(UUID account, Wishes wishes) {
    Wishes.Quiet quiet = wishes.quiet();
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "insert into message_wishes (account, channels, language, mail, quiet_from,"
                      + " quiet_until) values (:account, '', 'zh', '', '', '')"
                      + " on conflict do nothing")
              .bind("account", account)
              .execute();
          handle
              .createUpdate(
                  "update message_wishes set channels = :channels, language = :language,"
                      + " mail = :mail, quiet_from = :from, quiet_until = :until"
                      + " where account = :account")
              .bind("channels", String.join(" ", new TreeSet<>(wishes.channels())))
              .bind("language", wishes.language().code())
              .bind("mail", wishes.mail())
              .bind("from", quiet == null ? "" : quiet.from().toString())
              .bind("until", quiet == null ? "" : quiet.until().toString())
              .bind("account", account)
              .execute();
        });
  }
}
