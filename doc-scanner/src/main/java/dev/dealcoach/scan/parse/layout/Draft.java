package dev.dealcoach.scan.parse.layout;

import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.CellPosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block in the making: its lines, and what is known of its looks. */
final class Draft {
  final List<Line> lines = new ArrayList<>();
  final Numbering numbering;
  final Margins margins;
  BlockKind kind = BlockKind.PARAGRAPH;
  int level;
  @Nullable CellPosition cell;

  Draft(Line first, Margins margins) {
    lines.add(first);
    this.numbering = Numbering.of(first.text());
    this.margins = margins;
  }

  Line first() {
    return lines.getFirst();
  }

  Line last() {
    return lines.getLast();
  }

  float size() {
    return first().size();
  }

  boolean bold() {
    return lines.stream().allMatch(Line::bold);
  }

  int length() {
    int n = 0;
    for (Line line : lines) {
      n += line.text().length();
    }
    return n;
  }

  char lastChar() {
    String text = last().text();
    return text.charAt(text.length() - 1);
  }
}
