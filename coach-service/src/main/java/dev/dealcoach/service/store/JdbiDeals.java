package dev.dealcoach.service.store;

import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealEdit;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.deal.Statement;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Customers, deals and statements in the database. */
public final class JdbiDeals implements DealStore {
  private static final String SELECT =
      """
      select d.id, d.customer, c.name as customer_name, c.industry, d.owner, a.name as owner_name,
        d.title, d.product, d.stage, d.outcome, d.first_contact, d.first_quote, d.created, d.closed
      from deals d join customers c on c.id = d.customer join accounts a on a.id = d.owner
      """
          + "where ";

  private static final String SEEN =
      Seen.during("d.owner", "d.created", "coalesce(d.closed, :now)");

  private final Jdbi jdbi;

  public JdbiDeals(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Creation add(NewDeal deal, @Nullable Once once) {
    return Creations.run(
        jdbi,
        once,
        deal.at(),
        (handle, id) ->
            handle
                .createUpdate(
                    "insert into deals (id, customer, owner, title, product, stage, outcome,"
                        + " first_contact, created) values (:id, :customer, :owner, :title,"
                        + " :product, :stage, :outcome, :firstContact, :at)")
                .bindMethods(deal)
                .bind("id", id)
                .bind("customer", customer(handle, deal.customerName(), deal.industry(), deal.at()))
                .bind("outcome", Deal.Outcome.OPEN)
                .execute());
  }

  @Override
  public boolean change(UUID deal, DealEdit edit) {
    return jdbi.inTransaction(
        handle -> {
          // the lock makes changes that come at the same time take turns
          handle
              .createQuery("select id from deals where id = :id for update")
              .bind("id", deal)
              .mapTo(UUID.class)
              .findOne();
          quoted(handle, deal);
          boolean changed =
              handle
                      .createUpdate(
                          "update deals set customer = :customer, title = :title,"
                              + " product = :product, stage = :stage, outcome = :outcome,"
                              + " first_contact = :firstContact, first_quote = :firstQuote,"
                              + " closed = case when :open then null else coalesce(closed, :at) end"
                              + " where id = :id")
                      .bindMethods(edit)
                      .bind(
                          "customer",
                          customer(handle, edit.customerName(), edit.industry(), edit.at()))
                      .bind("open", edit.outcome() == Deal.Outcome.OPEN)
                      .bind("id", deal)
                      .execute()
                  > 0;
          quoted(handle, deal);
          return changed;
        });
  }

  /** Notes the day of a deal's first quote: before it is changed, and after. */
  private static void quoted(Handle handle, UUID deal) {
    handle
        .createUpdate(
            "insert into figure_changes (account, held_on) select owner, first_quote from deals"
                + " where id = :id and first_quote is not null")
        .bind("id", deal)
        .execute();
  }

  private static UUID customer(Handle handle, String name, String industry, Instant at) {
    return handle
        .createQuery("select id from customers where name = :name and industry = :industry")
        .bind("name", name)
        .bind("industry", industry)
        .mapTo(UUID.class)
        .findOne()
        .orElseGet(
            () -> {
              UUID id = UUID.randomUUID();
              handle
                  .createUpdate(
                      "insert into customers (id, name, industry, created)"
                          + " values (:id, :name, :industry, :at)")
                  .bind("id", id)
                  .bind("name", name)
                  .bind("industry", industry)
                  .bind("at", at)
                  .execute();
              return id;
            });
  }

  @Override
  public Optional<Deal> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(SELECT + "d.id = :id").bind("id", id).mapTo(Deal.class).findOne());
  }

  @Override
  public Optional<Deal> find(UUID id, Sight sight, Instant now) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(handle.createQuery(SELECT + "d.id = :id and " + SEEN), sight)
                .bind("id", id)
                .bind("now", now)
                .mapTo(Deal.class)
                .findOne());
  }

  @Override
  public Page<Deal> deals(Sight sight, Instant now, PageRequest page) {
    return jdbi.withHandle(
        handle ->
            Listing.page(
                Seen.bind(
                        handle.createQuery(SELECT + SEEN + Listing.part("d.created", "d.id")),
                        sight)
                    .bind("now", now),
                page,
                Deal.class,
                deal -> new PageRequest.Place(deal.created(), deal.id())));
  }

  @Override
  public Creation say(List<Statement> statements, @Nullable Once once) {
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("nothing was said");
    }
    return Creations.run(
        jdbi,
        once,
        statements.getFirst().at(),
        (handle, id) -> {
          for (int i = 0; i < statements.size(); i++) {
            handle
                .createUpdate(
                    "insert into statements (id, deal, author, source, text, at, position)"
                        + " values (:newId, :deal, :author, :source, :text, :at, :position)")
                .bindMethods(statements.get(i))
                .bind("newId", i == 0 ? id : UUID.randomUUID())
                .bind("position", i)
                .execute();
          }
        });
  }

  @Override
  public List<Statement> statements(UUID deal, Sight sight) {
    return jdbi.withHandle(
        handle ->
            Seen.bind(
                    handle.createQuery(
                        "select s.id, s.deal, s.author, s.source, s.text, s.at from statements s"
                            + " where s.deal = :deal and "
                            + Seen.at("s.author", "s.at")
                            + " order by s.at, s.position, s.id"),
                    sight)
                .bind("deal", deal)
                .mapTo(Statement.class)
                .list());
  }
}
