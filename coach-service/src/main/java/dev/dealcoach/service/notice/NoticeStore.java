package dev.dealcoach.service.notice;

import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import java.time.Instant;
import java.util.UUID;

/** Keeps notices. Thread-safe. */
public interface NoticeStore {
  /** Tells somebody something. */
  void add(Notice notice);

  /** What somebody was told, the newest first. */
  Page<Notice> of(UUID account, PageRequest page);

  /** How many notices somebody has not seen. */
  int unseen(UUID account);

  /** Somebody has seen all of them. */
  void seen(UUID account, Instant at);
}
