package dev.dealcoach.service.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Days that somebody should look at: it begins with red days running and ends with good ones. Only
 * days on which something could be measured count, so a day without contacts neither breaks nor
 * lengthens it. Immutable.
 *
 * @param red the red days it began with and those that came before it ended, in their order
 * @param closed the last of the good days; null while it goes on
 */
public record Episode(List<Measured> red, @Nullable LocalDate closed) {
  /** So many red days running make one (SPEC §6). */
  public static final int RED_DAYS = 3;

  /** So many good days running end it: one alone may be luck. */
  public static final int GOOD_DAYS = 2;

  public Episode {
    red = List.copyOf(red);
  }

  /** The first of its red days: its name among those of one rep. */
  public LocalDate first() {
    return red.getFirst().day();
  }

  /** The day on which it became one. */
  public LocalDate raised() {
    return red.get(RED_DAYS - 1).day();
  }

  /** The last of its red days. */
  public LocalDate last() {
    return red.getLast().day();
  }

  /** The episodes in some days, in their order; the last may go on. */
  public static List<Episode> of(List<Measured> days) {
    List<Episode> episodes = new ArrayList<>();
    List<Measured> red = new ArrayList<>();
    int good = 0;
    for (Measured day : days) {
      if (day.red()) {
        red.add(day);
        good = 0;
      } else if (red.size() < RED_DAYS) {
        red.clear();
      } else if (++good == GOOD_DAYS) {
        episodes.add(new Episode(red, day.day()));
        red.clear();
        good = 0;
      }
    }
    if (red.size() >= RED_DAYS) {
      episodes.add(new Episode(red, null));
    }
    return episodes;
  }

  /** The episode that an alert was raised for, as it is now: they have a day in common. */
  public static Optional<Episode> on(Set<LocalDate> days, List<Episode> episodes) {
    return episodes.stream()
        .filter(each -> each.red().stream().anyMatch(red -> days.contains(red.day())))
        .findFirst();
  }
}
