package dev.dealcoach.scan.segment;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a document under one heading. Sections tile the document: each block belongs to
 * exactly one. Immutable.
 *
 * @param heading index of the heading's block, null for what stands before the first heading
 * @param level of the heading, 0 without one
 * @param from first block, the heading included
 * @param to after the last block
 * @param roles what the heading announces; empty when it says nothing we know
 */
public record Section(
    @Nullable Integer heading, int level, int from, int to, Set<SectionRole> roles) {
  public Section {
    roles = Set.copyOf(roles);
  }

  /** The first block after the heading. */
  public int body() {
    return heading == null ? from : from + 1;
  }
}
