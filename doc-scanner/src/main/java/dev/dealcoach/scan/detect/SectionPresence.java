package dev.dealcoach.scan.detect;

import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.segment.SectionRole;
import org.jspecify.annotations.Nullable;

/**
 * Whether one of the ten sections is really there. Immutable.
 *
 * @param role which
 * @param content the content that makes it present; null if there is none
 * @param heading a heading that announces it; null if there is none
 */
public record SectionPresence(
    SectionRole role, @Nullable Passage content, @Nullable Passage heading) {
  /** Whether it is there: content counts, a heading alone does not. */
  public boolean present() {
    return content != null;
  }
}
