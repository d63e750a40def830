package dev.dealcoach.service.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.library.TextDiff.Change;
import dev.dealcoach.service.library.TextDiff.Part;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  @Test
  void saysWhatChanged() {
    assertThat(TextDiff.of("换模由52分钟降到21分钟", "换模由五十分钟降到21分钟"))
        .containsExactly(
            new Part(Change.SAME, "换模由"),
            new Part(Change.REMOVED, "52"),
            new Part(Change.ADDED, "五十"),
            new Part(Change.SAME, "分钟降到21分钟"));
  }

  @Test
  void bothVersionsCanBeReadFromIt() {
    String before = "Downtime fell by half.\nThe plant manager signed.";
    String after = "Downtime fell by more than half, and the manager signed.";
    var parts = TextDiff.of(before, after);
    assertThat(
            parts.stream()
                .filter(part -> part.change() != Change.ADDED)
                .map(Part::text)
                .collect(Collectors.joining()))
        .isEqualTo(before);
    assertThat(
            parts.stream()
                .filter(part -> part.change() != Change.REMOVED)
                .map(Part::text)
                .collect(Collectors.joining()))
        .isEqualTo(after);
  }
}
