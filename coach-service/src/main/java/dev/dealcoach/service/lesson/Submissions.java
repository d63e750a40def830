package dev.dealcoach.service.lesson;

import dev.dealcoach.service.people.Sight;
import java.time.Instant;
import java.util.List;

/** Tells what was handed in. Thread-safe. */
public interface Submissions {
  /**
   * What was handed in in a time and is seen, the earliest first. A summary that repeats an earlier
   * one or says nothing that could be checked does not count; of a proposal's version the last
   * review does.
   *
   * @param from inclusive
   * @param until exclusive
   */
  List<Submission> of(Sight sight, Instant from, Instant until);
}
