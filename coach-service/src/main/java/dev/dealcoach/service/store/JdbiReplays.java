package dev.dealcoach.service.store;

import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.replay.Replay;
import dev.dealcoach.service.replay.ReplayStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Replays in the database. */
public final class JdbiReplays implements ReplayStore {
  private static final String SELECT =
      "select r.id, r.team, t.name as team_name, r.of_month, r.seed, r.pool, a.name as drawn_by_name,"
          + " r.at from replays r join teams t on t.id = r.team join accounts a on a.id = r.drawn_by"
          + " where ";

  private final Jdbi jdbi;

  public JdbiReplays(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<UUID> won(Sight sight, Instant from, Instant until) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        "select d.id from deals d where d.outcome = :won"
                            + " and d.closed >= :from and d.closed < :until and "
                            + Seen.at("d.owner", "d.closed")
                            + " order by d.id"),
                    sight)
                .bind("won", Deal.Outcome.WON)
                .bind("from", from)
                .bind("until", until)
                .mapTo(UUID.class)
                .list());
  }

  @Override
  public UUID keep(
      UUID team, YearMonth month, long seed, int pool, List<UUID> deals, UUID drawnBy, Instant at) {
    Optional<UUID> known = known(team, month);
    if (known.isPresent()) {
      return known.get();
    }
    UUID id = UUID.randomUUID();
    try {
      jdbi.useTransaction(
          handle -> {
            handle
                .createUpdate(
                    "insert into replays (id, team, of_month, seed, pool, drawn_by, at)"
                        + " values (:id, :team, :month, :seed, :pool, :drawnBy, :at)")
                .bind("id", id)
                .bind("team", team)
                .bind("month", month.toString())
                .bind("seed", seed)
                .bind("pool", pool)
                .bind("drawnBy", drawnBy)
                .bind("at", at)
                .execute();
            for (int i = 0; i < deals.size(); i++) {
              handle
                  .createUpdate(
                      "insert into replay_deals (replay, deal, place)"
                          + " values (:replay, :deal, :place)")
                  .bind("replay", id)
                  .bind("deal", deals.get(i))
                  .bind("place", i)
                  .execute();
            }
          });
      return id;
    } catch (UnableToExecuteStatementException e) {
      // somebody else drew at the same time and was first
      Optional<UUID> other = Creations.violates(e) ? known(team, month) : Optional.empty();
      return other.orElseThrow(() -> e);
    }
  }

  private Optional<UUID> known(UUID team, YearMonth month) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id from replays where team = :team and of_month = :month")
                .bind("team", team)
                .bind("month", month.toString())
                .mapTo(UUID.class)
                .findOne());
  }

  @Override
  public Optional<Replay> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "r.id = :id")
                .bind("id", id)
                .map((row, context) -> replay(handle, row))
                .findOne());
  }

  @Override
  public List<Replay> of(Collection<UUID> teams) {
    if (teams.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "r.team in (<teams>) order by r.of_month desc, t.name, r.id")
                .bindList("teams", List.copyOf(teams))
                .map((row, context) -> replay(handle, row))
                .list());
  }

  private static Replay replay(Handle handle, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Replay(
        id,
        row.getObject("team", UUID.class),
        row.getString("team_name"),
        row.getString("of_month"),
        row.getLong("seed"),
        row.getInt("pool"),
        row.getString("drawn_by_name"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        handle
            .createQuery("select deal from replay_deals where replay = :id order by place")
            .bind("id", id)
            .mapTo(UUID.class)
            .list());
  }

  @Override
  public void mark(UUID replay, UUID deal, UUID author, String event, String note, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into replay_marks (id, replay, deal, author, event, note, at)"
                        + " values (:id, :replay, :deal, :author, :event, :note, :at)")
                .bind("id", UUID.randomUUID())
                .bind("replay", replay)
                .bind("deal", deal)
                .bind("author", author)
                .bind("event", event)
                .bind("note", note)
                .bind("at", at)
                .execute());
  }

  @Override
  public boolean unmark(UUID replay, UUID mark, UUID author) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "delete from replay_marks where id = :mark and replay = :replay"
                            + " and author = :author")
                    .bind("mark", mark)
                    .bind("replay", replay)
                    .bind("author", author)
                    .execute())
        > 0;
  }

  @Override
  public List<Mark> marks(UUID replay) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select m.id, m.deal, m.author, a.name as author_name, m.event, m.note, m.at"
                        + " from replay_marks m join accounts a on a.id = m.author"
                        + " where m.replay = :replay order by m.at, m.id")
                .bind("replay", replay)
                .map(ConstructorMapper.of(Mark.class))
                .list());
  }

  @Override
  public boolean choose(
      UUID replay, UUID deal, UUID chosenBy, String title, String link, UUID example, Instant at) {
    return jdbi.inTransaction(
        handle -> {
          // the lock makes choices that come at the same time take turns
          handle
              .createQuery("select id from replays where id = :id for update")
              .bind("id", replay)
              .mapTo(UUID.class)
              .one();
          int chosen =
              handle
                  .createQuery("select count(*) from replay_actions where replay = :replay")
                  .bind("replay", replay)
                  .mapTo(Integer.class)
                  .one();
          if (chosen >= ACTIONS) {
            return false;
          }
          handle
              .createUpdate(
                  "insert into replay_actions (id, replay, deal, chosen_by, title, link, example,"
                      + " at) values (:id, :replay, :deal, :chosenBy, :title, :link, :example,"
                      + " :at)")
              .bind("id", UUID.randomUUID())
              .bind("replay", replay)
              .bind("deal", deal)
              .bind("chosenBy", chosenBy)
              .bind("title", title)
              .bind("link", link)
              .bind("example", example)
              .bind("at", at)
              .execute();
          return true;
        });
  }

  @Override
  public List<Action> actions(UUID replay) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select c.id, c.deal, a.name as chosen_by_name, c.title, c.link, c.example,"
                        + " c.at from replay_actions c join accounts a on a.id = c.chosen_by"
                        + " where c.replay = :replay order by c.at, c.id")
                .bind("replay", replay)
                .map(ConstructorMapper.of(Action.class))
                .list());
  }
}
