package dev.dealcoach.service.store;

import dev.dealcoach.service.alert.Alert;
import dev.dealcoach.service.alert.AlertStore;
import dev.dealcoach.service.alert.Assignment;
import dev.dealcoach.service.alert.Measured;
import dev.dealcoach.service.alert.Missed;
import dev.dealcoach.service.alert.Turn;
import dev.dealcoach.service.alert.Uncovered;
import dev.dealcoach.service.dispatch.Mailing;
import dev.dealcoach.service.dispatch.Telling;
import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Alerts in the database. */
public final class JdbiAlerts implements AlertStore {
  private static final String FROM =
      """
      from alerts a join accounts p on p.id = a.account
        left join contacts c on c.id = a.contact
        left join deals d on d.id = c.deal left join customers u on u.id = d.customer
        left join alert_assignments s on s.alert = a.id and s.number =
          (select max(n.number) from alert_assignments n where n.alert = a.id)
        left join accounts o on o.id = s.assignee
      where\s""";

  private static final String SELECT =
      "select a.id, a.account, p.name as account_name, a.kind, a.cause, a.contact, c.deal,"
          + " u.name as customer_name, c.held, a.threshold, a.at, a.closed, a.closing,"
          + " a.closed_day, s.assignee, o.name as assignee_name, s.due, s.note "
          + FROM;

  private static final String SEEN =
      "(" + Seen.at("a.account", "a.at") + " or s.assignee = :seenSelf)";

  /** Told of it and not acknowledged, or to be looked after. */
  private static final String WAITING =
      "a.closed is null and (s.assignee = :self or exists (select 1 from tellings t"
          + " where t.alert = a.id and t.account = :self) and not exists"
          + " (select 1 from alert_acknowledgements k where k.alert = a.id"
          + " and k.account = :self)) and "
          + SEEN;

  private final Jdbi jdbi;

  public JdbiAlerts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Page<Alert> alerts(Sight sight, Shelf shelf, PageRequest page) {
    String condition =
        switch (shelf) {
          case OPEN -> "a.closed is null and ";
          case ASSIGNED -> "a.closed is null and s.assignee = :seenSelf and ";
          case CLOSED -> "a.closed is not null and ";
        };
    return jdbi.withHandle(
        handle ->
            Listing.page(
                Seen.bind(
                    handle.createQuery(SELECT + condition + SEEN + Listing.part("a.at", "a.id")),
                    sight),
                page,
                Alert.class,
                alert -> new PageRequest.Place(alert.at(), alert.id())));
  }

  @Override
  public List<Alert> waiting(Sight sight, int most) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        SELECT + WAITING + " order by a.at desc, a.id fetch first :most rows only"),
                    sight)
                .bind("self", sight.self())
                .bind("most", most)
                .mapTo(Alert.class)
                .list());
  }

  @Override
  public int waiting(Sight sight) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(handle.createQuery("select count(*) " + FROM + WAITING), sight)
                .bind("self", sight.self())
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public Optional<Alert> find(UUID id, Sight sight) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(handle.createQuery(SELECT + "a.id = :id and " + SEEN), sight)
                .bind("id", id)
                .mapTo(Alert.class)
                .findOne());
  }

  @Override
  public Optional<Alert> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(SELECT + "a.id = :id").bind("id", id).mapTo(Alert.class).findOne());
  }

  @Override
  public List<Measured> days(UUID alert) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select on_day, figure from alert_days where alert = :alert order by on_day")
                .bind("alert", alert)
                .map(
                    (row, context) ->
                        new Measured(
                            row.getObject("on_day", LocalDate.class), row.getInt("figure"), true))
                .list());
  }

  @Override
  public List<Missed> missed(UUID alert) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select item, missing, partial from alert_items where alert = :alert"
                        + " order by position")
                .bind("alert", alert)
                .map(ConstructorMapper.of(Missed.class))
                .list());
  }

  @Override
  public Set<UUID> acknowledged(UUID account, Set<UUID> alerts) {
    if (alerts.isEmpty()) {
      return Set.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select alert from alert_acknowledgements where account = :account"
                        + " and alert in (<alerts>)")
                .bind("account", account)
                .bindList("alerts", alerts)
                .mapTo(UUID.class)
                .set());
  }

  @Override
  public void acknowledge(UUID alert, UUID account, Instant at) {
    jdbi.useHandle(handle -> acknowledge(handle, alert, account, at));
  }

  private static void acknowledge(Handle handle, UUID alert, UUID account, Instant at) {
    handle
        .createUpdate(
            "insert into alert_acknowledgements (alert, account, at)"
                + " values (:alert, :account, :at) on conflict do nothing")
        .bind("alert", alert)
        .bind("account", account)
        .bind("at", at)
        .execute();
  }

  @Override
  public void assign(Assignment assignment, Mailing mailing) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "insert into alert_assignments (alert, assignee, assigned_by, due, note, at)"
                      + " values (:alert, :assignee, :by, :due, :note, :at)")
              .bindMethods(assignment)
              .execute();
          acknowledge(handle, assignment.alert(), assignment.by(), assignment.at());
          if (!assignment.assignee().equals(assignment.by())) {
            JdbiOutbox.add(
                handle,
                Telling.ofAssignment(assignment.assignee(), assignment.alert(), assignment.at()),
                mailing);
            JdbiNotices.add(
                handle,
                Notice.of(
                    assignment.assignee(),
                    "alert-assigned",
                    "/alerts/" + assignment.alert(),
                    "",
                    assignment.at()));
          }
        });
  }

  @Override
  public List<Uncovered> digest(UUID leader, Instant from, Instant until) {
    Map<UUID, Uncovered> found = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select c.id, c.deal, c.author, a.name as rep_name, u.name as customer_name,
                      c.held, coalesce(s.corrected_score, s.score) as score,
                      case when s.corrected_score is not null then s.score end as machine_score,
                      i.item,
                      coalesce(i.corrected, i.status) as status
                    from contact_summaries s join contacts c on c.id = s.contact
                      join accounts a on a.id = c.author join deals d on d.id = c.deal
                      join customers u on u.id = d.customer
                      join contact_summary_items i on i.summary = s.id
                    where s.at >= :from and s.at < :until and not
                      coalesce(s.corrected_aside, s.filler or s.copy_of is not null) and s.number =
                        (select max(n.number) from contact_summaries n where n.contact = c.id)
                      and c.author <> :leader and exists (select 1 from memberships m
                        join memberships l on l.team = m.team and l.account = :leader
                          and l.leads = true and l.since <= s.at
                          and (l.until is null or l.until > s.at)
                        where m.account = c.author and m.since <= s.at
                          and (m.until is null or m.until > s.at))
                      and coalesce(i.corrected, i.status) <> 'covered'
                    order by a.name, c.author, c.held, c.id, i.position""")
                .bind("from", from)
                .bind("until", until)
                .bind("leader", leader)
                .map(
                    (row, context) -> {
                      String item = row.getString("item");
                      boolean missing = row.getString("status").equals("missing");
                      return new Uncovered(
                          row.getObject("id", UUID.class),
                          row.getObject("deal", UUID.class),
                          row.getObject("author", UUID.class),
                          row.getString("rep_name"),
                          row.getString("customer_name"),
                          row.getObject("held", OffsetDateTime.class).toInstant(),
                          row.getInt("score"),
                          row.getObject("machine_score", Integer.class),
                          missing ? List.of(item) : List.of(),
                          missing ? List.of() : List.of(item));
                    })
                .forEach(each -> found.merge(each.contact(), each, JdbiAlerts::joined)));
    return List.copyOf(found.values());
  }

  private static Uncovered joined(Uncovered one, Uncovered other) {
    List<String> missing = new ArrayList<>(one.missing());
    missing.addAll(other.missing());
    List<String> partial = new ArrayList<>(one.partial());
    partial.addAll(other.partial());
    return new Uncovered(
        one.contact(),
        one.deal(),
        one.rep(),
        one.repName(),
        one.customerName(),
        one.held(),
        one.score(),
        one.machineScore(),
        missing,
        partial);
  }

  @Override
  public boolean anyChanged() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select 1 from alert_checks fetch first 1 rows only")
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public boolean alone(Instant now, Consumer<Turn> work) {
    return jdbi.inTransaction(
        handle -> {
          if (!Turns.take(jdbi, handle, "alerts", now)) {
            return false;
          }
          work.accept(new AlertTurn(handle));
          return true;
        });
  }
}
