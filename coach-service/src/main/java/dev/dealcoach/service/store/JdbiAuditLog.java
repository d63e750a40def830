package dev.dealcoach.service.store;

import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.audit.AuditLog;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The audit log in the database, whose schema refuses to alter an entry. */
public final class JdbiAuditLog implements AuditLog {
  private final Jdbi jdbi;

  public JdbiAuditLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(AuditEntry entry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into audit_log (at, actor, what, kind, subject, detail)"
                        + " values (:at, :actor, :what, :kind, :subject, :detail)")
                .bindMethods(entry)
                .execute());
  }

  @Override
  public Page<AuditEntry> entries(PageRequest page) {
    long before = page.after() == null ? Long.MAX_VALUE : Long.parseLong(page.after());
    List<AuditEntry> some =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select number, at, actor, what, kind, subject, detail from audit_log"
                            + " where number < :before order by number desc"
                            + " fetch first :some rows only")
                    .bind("before", before)
                    .bind("some", page.limit() + 1)
                    .mapTo(AuditEntry.class)
                    .list());
    boolean more = some.size() > page.limit();
    List<AuditEntry> items = more ? some.subList(0, page.limit()) : some;
    return new Page<>(items, more ? Long.toString(items.getLast().number()) : null);
  }
}
