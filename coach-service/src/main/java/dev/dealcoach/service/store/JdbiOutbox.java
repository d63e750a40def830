package dev.dealcoach.service.store;

import dev.dealcoach.service.dispatch.Mailing;
import dev.dealcoach.service.dispatch.Outbox;
import dev.dealcoach.service.dispatch.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Messages in the database. */
public final class JdbiOutbox implements Outbox {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Jdbi jdbi;

  public JdbiOutbox(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Writes what is told and the messages that tell it, in the caller's transaction.
   *
   * @return false if it was told before; nothing is written then
   */
  static boolean add(Handle handle, Telling telling, Mailing mailing) {
    boolean fresh =
        handle
                .createUpdate(
                    "insert into tellings (id, account, kind, cause, alert, contact, on_day, at)"
                        + " values (:id, :account, :kind, :cause, :alert, :contact, :onDay, :at)"
                        + " on conflict do nothing")
                .bindMethods(telling)
                .execute()
            == 1;
    if (fresh) {
      for (String channel : new TreeSet<>(mailing.channels())) {
        handle
            .createUpdate(
                "insert into messages (telling, account, channel, state, attempts, due)"
                    + " values (:telling, :account, :channel, :state, 0, :due)")
            .bind("telling", telling.id())
            .bind("account", telling.account())
            .bind("channel", channel)
            .bind("state", State.WAITING)
            .bind("due", mailing.due())
            .execute();
      }
    }
    return fresh;
  }

  @Override
  public boolean sendNext(
      Set<String> channels, int perMinute, Instant now, BiFunction<Waiting, Telling, Fate> send) {
    if (channels.isEmpty()) {
      return false;
    }
    // the message stays locked to this process while it is on its way: whoever is killed with it
    // leaves it as it was
    return jdbi.inTransaction(
        handle -> {
          if (!Turns.take(jdbi, handle, "sender", now)) {
            return false;
          }
          Set<String> free = new HashSet<>(channels);
          free.removeAll(busy(handle, perMinute, now));
          Waiting next = free.isEmpty() ? null : next(handle, free, now);
          if (next == null) {
            return false;
          }
          write(handle, next, send.apply(next, telling(handle, next)), now);
          return true;
        });
  }

  private static Set<String> busy(Handle handle, int perMinute, Instant now) {
    return handle
        .createQuery(
            "select channel from messages where tried > :since group by channel"
                + " having count(*) >= :most")
        .bind("since", now.minus(MINUTE))
        .bind("most", perMinute)
        .mapTo(String.class)
        .set();
  }

  private static @Nullable Waiting next(Handle handle, Set<String> channels, Instant now) {
    return handle
        .createQuery(
            "select number, account, channel, attempts from messages m where m.state = :waiting"
                + " and m.due <= :now and m.channel in (<channels>) and not exists"
                + " (select 1 from messages e where e.account = m.account"
                + " and e.channel = m.channel and e.state = :waiting and e.number < m.number)"
                + " order by m.number fetch first 1 rows only")
        .bind("waiting", State.WAITING)
        .bind("now", now)
        .bindList("channels", channels)
        .map(ConstructorMapper.of(Waiting.class))
        .findOne()
        .orElse(null);
  }

  private static Telling telling(Handle handle, Waiting message) {
    return handle
        .createQuery(
            "select t.* from tellings t join messages m on m.telling = t.id"
                + " where m.number = :number")
        .bind("number", message.number())
        .map(ConstructorMapper.of(Telling.class))
        .one();
  }

  private static void write(Handle handle, Waiting message, Fate fate, Instant now) {
    State state =
        switch (fate) {
          case Fate.Sent() -> State.SENT;
          case Fate.Idle() -> State.IDLE;
          case Fate.Again _ -> State.WAITING;
          case Fate.Failed _ -> State.FAILED;
        };
    String problem =
        switch (fate) {
          case Fate.Again again -> again.problem();
          case Fate.Failed failed -> failed.problem();
          case Fate.Sent() -> null;
          case Fate.Idle() -> null;
        };
    handle
        .createUpdate(
            "update messages set state = :state, attempts = attempts + 1, tried = :now,"
                + " problem = :problem, due = coalesce(:due, due), ended = :ended"
                + " where number = :number")
        .bind("state", state)
        .bind("now", now)
        .bind("problem", problem)
        .bind("due", fate instanceof Fate.Again again ? again.due() : now)
        .bind("ended", state == State.WAITING ? null : now)
        .bind("number", message.number())
        .execute();
  }

  @Override
  public List<Line> troubled() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select m.number, a.name as receiver, m.channel, t.kind, m.state,"
                        + " m.attempts, t.at, m.due, m.tried, m.problem from messages m"
                        + " join tellings t on t.id = m.telling"
                        + " join accounts a on a.id = m.account"
                        + " where m.state = :failed or m.state = :waiting and m.attempts > 0"
                        + " order by m.number desc fetch first :most rows only")
                .bind("failed", State.FAILED)
                .bind("waiting", State.WAITING)
                .bind("most", MOST)
                .map(ConstructorMapper.of(Line.class))
                .list());
  }

  @Override
  public Map<State, Long> counts() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select state, count(*) as n from messages group by state")
                .map(
                    (row, context) ->
                        Map.entry(State.valueOf(row.getString("state")), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public boolean again(long number, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update messages set state = :waiting, attempts = 0, due = :now,"
                            + " ended = null where number = :number and state = :failed")
                    .bind("waiting", State.WAITING)
                    .bind("now", now)
                    .bind("number", number)
                    .bind("failed", State.FAILED)
                    .execute())
        == 1;
  }
}
