package dev.dealcoach.service.web.team;

import dev.dealcoach.service.web.team.Overview.Person;
import dev.dealcoach.service.web.team.Overview.Whole;
import jakarta.ws.rs.BadRequestException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which people a manager wants to see, and in what order. Immutable.
 *
 * @param days length of the period
 * @param team id of a team; empty for all
 * @param light of discovery; empty for all
 * @param name part of a name; empty for all
 * @param order one of {@link #ORDERS}
 */
record Choice(int days, String team, String light, String name, String order) {
  /** What people can be put in order by; the first is the usual. */
  static final List<String> ORDERS =
      List.of("help", "name", "discovery", "gold", "actions", "warm-up", "improvement");

  private static final Set<String> LIGHTS = Set.of("", "red", "yellow", "green", "none");
  private static final List<String> WORST_FIRST = List.of("red", "yellow", "green", "none");

  /**
   * A choice.
   *
   * @throws BadRequestException if what is asked for is not offered
   */
  Choice {
    if (!ORDERS.contains(order) || !LIGHTS.contains(light)) {
      throw new BadRequestException();
    }
  }

  /**
   * A person in the table.
   *
   * @param teams where he or she is now; empty if in none of those that are seen any more
   */
  record Line(Person person, String teams) {}

  /** The people that were chosen. */
  List<Line> of(Whole whole) {
    Map<UUID, Line> lines = new LinkedHashMap<>();
    for (Overview.Group group : whole.teams()) {
      for (Person each : group.people()) {
        if (team.isEmpty() || team.equals(group.id().toString())) {
          lines.merge(
              each.id(),
              new Line(each, group.name()),
              (one, other) ->
                  new Line(
                      one.person().leads() ? one.person() : other.person(),
                      one.teams() + " · " + other.teams()));
        }
      }
    }
    if (team.isEmpty()) {
      whole.former().forEach(each -> lines.put(each.id(), new Line(each, "")));
    }
    String part = name.strip().toLowerCase(Locale.ROOT);
    List<Line> chosen = new ArrayList<>();
    for (Line each : lines.values()) {
      if ((light.isEmpty() || light.equals(each.person().figures().discovery().light()))
          && each.person().name().toLowerCase(Locale.ROOT).contains(part)) {
        chosen.add(each);
      }
    }
    chosen.sort(comparator());
    return chosen;
  }

  /** Those who need help most first; who has nothing to go by last. */
  private Comparator<Line> comparator() {
    Comparator<Line> byName =
        Comparator.comparing((Line line) -> line.person().name())
            .thenComparing(line -> line.person().id());
    Comparator<Line> by =
        switch (order) {
          case "name" -> byName;
          case "discovery" -> lowest(person -> person.figures().discovery().value());
          case "gold" -> lowest(person -> person.figures().gold().value());
          case "actions" -> lowest(person -> person.figures().effectiveActions().value());
          case "warm-up" ->
              lowest(
                  person -> {
                    Double days = person.figures().warmUp().value();
                    return days == null ? null : -days;
                  });
          case "improvement" -> lowest(Choice::improvement);
          default ->
              Comparator.comparingInt(
                      (Line line) ->
                          WORST_FIRST.indexOf(line.person().figures().discovery().light()))
                  .thenComparing(lowest(person -> person.figures().discovery().value()));
        };
    return by.thenComparing(byName);
  }

  private static @Nullable Double improvement(Person person) {
    return person.improvement().stream()
        .map(Progress.Improved::rate)
        .filter(rate -> rate != null)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Comparator<Line> lowest(Function<Person, @Nullable Double> value) {
    return Comparator.comparing(
        line -> value.apply(line.person()), Comparator.nullsLast(Comparator.naturalOrder()));
  }

  /** The address of the same choice with another value. */
  String with(String key, String value) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("days", Integer.toString(days));
    all.put("team", team);
    all.put("light", light);
    all.put("name", name.strip());
    all.put("order", order.equals(ORDERS.getFirst()) ? "" : order);
    all.put(key, value);
    List<String> parts = new ArrayList<>();
    all.forEach(
        (each, text) -> {
          if (!text.isEmpty()) {
            parts.add(each + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
          }
        });
    return String.join("&", parts);
  }
}
