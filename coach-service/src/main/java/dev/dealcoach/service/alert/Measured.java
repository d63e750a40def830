package dev.dealcoach.service.alert;

import dev.dealcoach.service.figure.Light;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.RepDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A day on which something could be measured. Immutable.
 *
 * @param figure mean discovery score or effective-action rate of the day, 0 to 100, rounded down so
 *     that it never looks better than its light
 */
public record Measured(LocalDate day, int figure, boolean red) {

  /** The days with a contact that counts, in their order. */
  public static List<Measured> discovery(List<RepDay> days, Lights lights) {
    return measured(
        days,
        day -> day.scored() == 0 ? -1 : day.scored(),
        RepDay::scoreSum,
        1,
        mean -> lights.discovery(mean) == Light.RED);
  }

  /** The days with an action, in their order. */
  public static List<Measured> actions(List<RepDay> days, Lights lights) {
    return measured(
        days,
        day -> day.actions() == 0 ? -1 : day.actions(),
        RepDay::confirmed,
        100,
        percent -> lights.rate(percent / 100) == Light.RED);
  }

  private interface Count {
    int of(RepDay day);
  }

  private interface Red {
    boolean is(double mean);
  }

  /** A rep who changed teams on a day has it twice: it is one day all the same. */
  private static List<Measured> measured(
      List<RepDay> days, Count number, Count sum, int scale, Red red) {
    Map<LocalDate, List<RepDay>> byDay =
        days.stream()
            .filter(day -> number.of(day) > 0)
            .collect(Collectors.groupingBy(RepDay::day, TreeMap::new, Collectors.toList()));
    List<Measured> measured = new ArrayList<>();
    byDay.forEach(
        (day, parts) -> {
          long all = parts.stream().mapToLong(number::of).sum();
          long total = parts.stream().mapToLong(sum::of).sum() * scale;
          measured.add(
              new Measured(
                  day, Math.toIntExact(Math.floorDiv(total, all)), red.is((double) total / all)));
        });
    return measured;
  }
}
