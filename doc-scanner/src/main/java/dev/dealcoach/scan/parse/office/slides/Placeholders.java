package dev.dealcoach.scan.parse.office.slides;

import dev.dealcoach.scan.parse.office.slides.SlideShape.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders of a slide layout or master: what a slide's own placeholder takes over where it
 * says nothing itself. Immutable.
 *
 * @param entries in the order of the file
 * @param bodyBullets what the master says of bullets in body text, by level
 * @param master the layout's master, null for a master
 */
record Placeholders(List<Entry> entries, Bullets bodyBullets, @Nullable Placeholders master) {
  /** Of a slide whose layout is missing. */
  static final Placeholders NONE = new Placeholders(List.of(), new Bullets(), null);

  Placeholders {
    entries = List.copyOf(entries);
  }

  /**
   * A placeholder.
   *
   * @param type the standard's name; {@code obj} where none is given
   * @param index links a slide's placeholder with the layout's, null if not given
   */
  record Entry(String type, @Nullable String index, @Nullable Box box, Bullets bullets) {}

  /** Where a placeholder lies if the slide does not say. */
  @Nullable Box box(String type, @Nullable String index) {
    Entry entry = find(type, index);
    if (entry != null && entry.box() != null) {
      return entry.box();
    }
    return master == null ? null : master.box(entry == null ? type : entry.type(), null);
  }

  /** Whether a placeholder's text has bullets on a level from 0, if the slide does not say. */
  boolean bulleted(String type, @Nullable String index, int level) {
    Entry entry = find(type, index);
    Boolean own = entry == null ? null : entry.bullets().at(level);
    if (own != null) {
      return own;
    }
    if (master != null) {
      return master.bulleted(entry == null ? type : entry.type(), null, level);
    }
    Boolean general = isBody(type) ? bodyBullets.at(level) : null;
    return general != null && general;
  }

  private @Nullable Entry find(String type, @Nullable String index) {
    for (Entry entry : entries) {
      if (index != null && index.equals(entry.index())) {
        return entry;
      }
    }
    for (Entry entry : entries) {
      if (group(entry.type()).equals(group(type))) {
        return entry;
      }
    }
    return null;
  }

  /** Masters have one placeholder for all kinds of titles and one for all kinds of content. */
  private static String group(String type) {
    return switch (type) {
      case "title", "ctrTitle" -> "title";
      case "dt", "ftr", "sldNum", "hdr" -> type;
      default -> "body";
    };
  }

  static boolean isBody(String type) {
    return group(type).equals("body") && !type.equals("subTitle");
  }
}
