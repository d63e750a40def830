package dev.dealcoach.service.audit;

import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;

/** Keeps the audit log: entries are added and read, never altered. Thread-safe. */
public interface AuditLog {
  /** Adds an entry; its number is given by the log. */
  void add(AuditEntry entry);

  /** The entries, the newest first. */
  Page<AuditEntry> entries(PageRequest page);
}
