package dev.dealcoach.scan.parse.office.slides;

import dev.dealcoach.scan.parse.office.ooxml.OoxmlReader;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What a list style says of bullets, level by level. Filled while it is read. */
final class Bullets {
  private static final int LEVELS = 9;

  private final @Nullable Boolean[] byLevel = new Boolean[LEVELS];

  /** Whether a level from 0 has bullets; null if the style does not say. */
  @Nullable Boolean at(int level) {
    return byLevel[Math.clamp(level, 0, LEVELS - 1)];
  }

  /** Reads a list style; the reader stands at its begin. */
  void read(OoxmlReader in) throws XMLStreamException {
    int parent = in.depth();
    while (in.nextChild(parent)) {
      String name = in.name();
      // a:lvl1pPr … a:lvl9pPr
      if (name.length() == 9 && name.startsWith("a:lvl") && name.endsWith("pPr")) {
        int level = name.charAt(5) - '1';
        Boolean bullet = readProperties(in);
        if (level >= 0 && level < LEVELS && bullet != null) {
          byLevel[level] = bullet;
        }
      }
    }
  }

  /** Reads the properties of a paragraph or level; null if they say nothing of bullets. */
  static @Nullable Boolean readProperties(OoxmlReader in) throws XMLStreamException {
    Boolean bullet = null;
    int parent = in.depth();
    while (in.nextChild(parent)) {
      switch (in.name()) {
        case "a:buChar", "a:buAutoNum", "a:buBlip" -> bullet = true;
        case "a:buNone" -> bullet = false;
        default -> {
          // spacing, colour
        }
      }
    }
    return bullet;
  }
}
