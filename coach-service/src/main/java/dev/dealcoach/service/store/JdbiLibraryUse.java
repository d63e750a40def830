package dev.dealcoach.service.store;

import dev.dealcoach.service.library.LibraryUse;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How examples are used, in the database. */
public final class JdbiLibraryUse implements LibraryUse {
  private final Jdbi jdbi;

  public JdbiLibraryUse(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void used(Collection<UUID> examples, UUID account, LocalDate day, Kind kind) {
    jdbi.useTransaction(
        handle -> examples.forEach(example -> used(handle, example, account, day, kind)));
  }

  private static void used(Handle handle, UUID example, UUID account, LocalDate day, Kind kind) {
    handle
        .createUpdate(
            "insert into example_uses (example, account, used_on, kind)"
                + " select e.id, :account, :day, :kind from examples e where e.id = :example"
                + " on conflict do nothing")
        .bind("example", example)
        .bind("account", account)
        .bind("day", day)
        .bind("kind", kind.name())
        .execute();
  }

  @Override
  public boolean helped(UUID example, UUID account) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select 1 from example_uses where example = :example and account = :account"
                        + " and kind = 'HELPED' fetch first 1 rows only")
                .bind("example", example)
                .bind("account", account)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public void helped(UUID example, UUID account, LocalDate day, boolean helped) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "delete from example_uses where example = :example and account = :account"
                      + " and kind = 'HELPED'")
              .bind("example", example)
              .bind("account", account)
              .execute();
          if (helped) {
            used(handle, example, account, day, Kind.HELPED);
          }
        });
  }

  @Override
  public List<Figures> figures() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select example, sum(case when kind = 'SHOWN' then 1 else 0 end) as shown,"
                        + " sum(case when kind = 'OPENED' then 1 else 0 end) as opened,"
                        + " sum(case when kind = 'HELPED' then 1 else 0 end) as helped"
                        + " from example_uses group by example order by example")
                .map(
                    (row, context) ->
                        new Figures(
                            row.getObject("example", UUID.class),
                            row.getInt("shown"),
                            row.getInt("opened"),
                            row.getInt("helped")))
                .list());
  }

  @Override
  public void wanted(UUID review, String finding, String industry, boolean found) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "delete from example_wants where review = :review and finding = :finding")
              .bind("review", review)
              .bind("finding", finding)
              .execute();
          handle
              .createUpdate(
                  "insert into example_wants (review, finding, industry, found)"
                      + " select r.id, :finding, :industry, :found from reviews r"
                      + " where r.id = :review on conflict do nothing")
              .bind("review", review)
              .bind("finding", finding)
              .bind("industry", industry)
              .bind("found", found ? 1 : 0)
              .execute();
        });
  }

  @Override
  public List<Want> wants() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select industry, finding, count(*) as wanted, sum(found) as found"
                        + " from example_wants group by industry, finding"
                        + " order by wanted desc, industry, finding")
                .map(
                    (row, context) ->
                        new Want(
                            row.getString("industry"),
                            row.getString("finding"),
                            row.getInt("wanted"),
                            row.getInt("found")))
                .list());
  }
}
