package dev.dealcoach.service.store;

import dev.dealcoach.service.alert.AlertKind;
import dev.dealcoach.service.alert.Closing;
import dev.dealcoach.service.alert.Measured;
import dev.dealcoach.service.alert.Missed;
import dev.dealcoach.service.alert.Turn;
import dev.dealcoach.service.dispatch.Mailing;
import dev.dealcoach.service.dispatch.Telling;
import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.recording.RecordingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Looks after alerts in the transaction of a handle. */
final class AlertTurn implements Turn {
  private static final int AT_ONCE = 200;

  private final Handle handle;

  AlertTurn(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Set<UUID> changed() {
    // only the rows that were read go: one that is committed a moment later is there next time
    List<Map.Entry<Long, UUID>> some =
        handle
            .createQuery(
                "select number, account from alert_checks order by number"
                    + " fetch first :most rows only")
            .bind("most", AT_ONCE)
            .map(
                (row, context) ->
                    Map.entry(row.getLong("number"), row.getObject("account", UUID.class)))
            .list();
    Set<UUID> accounts = new LinkedHashSet<>();
    some.forEach(each -> accounts.add(each.getValue()));
    if (!some.isEmpty()) {
      handle
          .createUpdate("delete from alert_checks where number in (<numbers>)")
          .bindList("numbers", some.stream().map(Map.Entry::getKey).toList())
          .execute();
    }
    return accounts;
  }

  @Override
  public Optional<Known> latest(UUID account, AlertKind kind) {
    return handle
        .createQuery(
            "select id, closing, closed_day from alerts where account = :account"
                + " and kind = :kind order by at desc, id fetch first 1 rows only")
        .bind("account", account)
        .bind("kind", kind)
        .map((row, context) -> known(row))
        .findOne();
  }

  private Known known(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String closing = row.getString("closing");
    return new Known(
        id,
        handle
            .createQuery("select on_day from alert_days where alert = :alert")
            .bind("alert", id)
            .mapTo(LocalDate.class)
            .set(),
        closing == null ? null : Closing.valueOf(closing),
        row.getObject("closed_day", LocalDate.class));
  }

  @Override
  public boolean raise(NewAlert alert) {
    boolean fresh =
        handle
                .createUpdate(
                    "insert into alerts (id, account, kind, cause, contact, threshold, at)"
                        + " values (:id, :account, :kind, :cause, :contact, :threshold, :at)"
                        + " on conflict do nothing")
                .bindMethods(alert)
                .execute()
            == 1;
    if (fresh) {
      alert.days().forEach(day -> write(alert.id(), day));
      for (int i = 0; i < alert.missed().size(); i++) {
        write(alert.id(), alert.missed().get(i), i);
      }
    }
    return fresh;
  }

  private void write(UUID alert, Measured day) {
    handle
        .createUpdate(
            "insert into alert_days (alert, on_day, figure) values (:alert, :day, :figure)")
        .bind("alert", alert)
        .bind("day", day.day())
        .bind("figure", day.figure())
        .execute();
  }

  private void write(UUID alert, Missed missed, int position) {
    handle
        .createUpdate(
            "insert into alert_items (alert, item, missing, partial, position)"
                + " values (:alert, :item, :missing, :partial, :position)")
        .bindMethods(missed)
        .bind("alert", alert)
        .bind("position", position)
        .execute();
  }

  @Override
  public void close(UUID alert, Closing closing, @Nullable LocalDate day, Instant at) {
    handle
        .createUpdate(
            "update alerts set closed = :at, closing = :closing, closed_day = :day"
                + " where id = :alert and closed is null")
        .bind("at", at)
        .bind("closing", closing)
        .bind("day", day)
        .bind("alert", alert)
        .execute();
  }

  @Override
  public void reopen(UUID alert) {
    handle
        .createUpdate(
            "update alerts set closed = null, closing = null, closed_day = null where id = :alert")
        .bind("alert", alert)
        .execute();
  }

  @Override
  public void closeSummarised(Instant at) {
    handle
        .createUpdate(
            "update alerts set closed = :at, closing = :closing where closed is null"
                + " and kind = :kind and exists (select 1 from contact_summaries s"
                + " where s.contact = alerts.contact)")
        .bind("at", at)
        .bind("closing", Closing.SUMMARISED)
        .bind("kind", AlertKind.OVERDUE)
        .execute();
  }

  @Override
  public List<Held> withoutSummary(Instant from, Instant until) {
    return handle
        .createQuery(
            "select c.id as contact, c.deal, c.author, c.held from contacts c"
                + " where c.held > :from and c.held < :until"
                + " and not exists (select 1 from contact_summaries s where s.contact = c.id)"
                + " and not exists (select 1 from recordings r where r.contact = c.id"
                + " and r.state <> :refused)"
                + " and not exists (select 1 from alerts a where a.contact = c.id"
                + " and a.kind = :kind) order by c.held, c.id")
        .bind("from", from)
        .bind("until", until)
        .bind("refused", RecordingState.REFUSED)
        .bind("kind", AlertKind.OVERDUE)
        .map(ConstructorMapper.of(Held.class))
        .list();
  }

  @Override
  public List<Held> below(UUID author, double score, Instant from, Instant until) {
    return handle
        .createQuery(
            "select c.id as contact, c.deal, c.author, c.held from contacts c"
                + " join contact_summaries s on s.contact = c.id and s.number ="
                + " (select max(n.number) from contact_summaries n where n.contact = c.id)"
                + " where c.author = :author and s.at > :from and s.at <= :until"
                + " and "
                + JdbiContacts.COUNTS
                + " and coalesce(s.corrected_score, s.score) < :score order by c.held, c.id")
        .bind("author", author)
        .bind("from", from)
        .bind("until", until)
        .bind("score", score)
        .map(ConstructorMapper.of(Held.class))
        .list();
  }

  @Override
  public List<UUID> digestReaders(LocalDate day, Instant now) {
    return handle
        .createQuery(
            "select distinct m.account from memberships m join accounts a on a.id = m.account"
                + " where m.leads = true and a.active = true and m.since <= :now"
                + " and (m.until is null or m.until > :now) and not exists"
                + " (select 1 from tellings t where t.account = m.account and t.kind = :kind"
                + " and t.cause = :cause) order by m.account")
        .bind("now", now)
        .bind("kind", Telling.DIGEST)
        .bind("cause", day.toString())
        .mapTo(UUID.class)
        .list();
  }

  @Override
  public boolean tell(Telling telling, String notice, String link, Mailing mailing) {
    boolean fresh = JdbiOutbox.add(handle, telling, mailing);
    if (fresh) {
      JdbiNotices.add(handle, Notice.of(telling.account(), notice, link, "", telling.at()));
    }
    return fresh;
  }
}
