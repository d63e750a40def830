package dev.dealcoach.service.audit;

import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the audit log: entries are added and read, never altered. Thread-safe. */
public interface AuditLog {
  /** Adds an entry; its number is given by the log. */
  void add(AuditEntry entry);

  /**
   * Which entries are asked for.
   *
   * @param actor who acted; null for all
   * @param what happened; null for all
   */
  record Filter(@Nullable UUID actor, AuditEntry.@Nullable Act what) {
    /** All of them. */
    public static final Filter NONE = new Filter(null, null);
  }

  /** The entries, the newest first. */
  default Page<AuditEntry> entries(PageRequest page) {
    return entries(Filter.NONE, page);
  }

  /** Those that the filter leaves, the newest first. */
  Page<AuditEntry> entries(Filter filter, PageRequest page);
}
