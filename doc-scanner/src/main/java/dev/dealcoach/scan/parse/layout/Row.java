package dev.dealcoach.scan.parse.layout;

import java.util.ArrayList;
import java.util.List;

/** What stands at the same height on a page, from left to right. */
final class Row {
  final List<Placed> parts = new ArrayList<>();
  float top = Float.MAX_VALUE;
  float bottom = -Float.MAX_VALUE;
  float size;

  void add(Placed p) {
    parts.add(p);
    top = Math.min(top, p.top());
    bottom = Math.max(bottom, p.bottom());
    size = Math.max(size, p.size());
  }

  boolean table() {
    return parts.stream().anyMatch(p -> p.table() != null);
  }

  float base() {
    Segment s = parts.getFirst().segment();
    return s == null ? bottom : s.base;
  }
}
