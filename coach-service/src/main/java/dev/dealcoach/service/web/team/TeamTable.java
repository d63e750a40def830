package dev.dealcoach.service.web.team;

import dev.dealcoach.nlp.statement.DiscoveryItem;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.sheet.CsvText;
import dev.dealcoach.service.sheet.Workbook;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.team.Choice.Line;
import dev.dealcoach.service.web.team.Overview.Group;
import dev.dealcoach.service.web.team.Overview.Person;
import dev.dealcoach.service.web.team.Progress.Figure;
import dev.dealcoach.service.web.team.Progress.Share;
import dev.dealcoach.service.web.team.Progress.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a manager takes along of the teams and the people in them, as rows for a spreadsheet. */
final class TeamTable {
  private static final List<String> HEADINGS =
      List.of(
          "team.person",
          "team.team",
          "team.discovery",
          "team.export.light",
          "team.export.contacts",
          "team.gold",
          "team.export.proposals",
          "team.actions",
          "team.export.actions",
          "team.warm-up",
          "team.export.deals",
          "team.improvement.contact",
          "team.improvement.proposal");

  private final Messages messages;
  private final Language language;

  TeamTable(Messages messages, Language language) {
    this.messages = messages;
    this.language = language;
  }

  /**
   * A table.
   *
   * @param rows the headings first
   * @param texts the columns that are no numbers
   */
  record Sheet(List<List<String>> rows, Set<Integer> texts) {
    byte[] csv() {
      return CsvText.written(rows);
    }

    byte[] xlsx() throws IOException {
      return Workbook.written(
          rows,
          IntStream.range(0, rows.getFirst().size())
              .filter(column -> !texts.contains(column))
              .boxed()
              .collect(Collectors.toSet()));
    }
  }

  /** The people. */
  Sheet people(List<Line> lines) {
    return new Sheet(rows(lines), Set.of(0, 1, 3));
  }

  /** How often each item was missing or partial, team by team. */
  Sheet items(List<Group> teams) {
    List<List<String>> rows = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    headings.add(messages.text(language, "team.team"));
    headings.add(messages.text(language, "team.export.contacts"));
    for (DiscoveryItem item : DiscoveryItem.values()) {
      for (String status : List.of("missing", "partial")) {
        headings.add(
            messages.text(language, "item." + item.id())
                + " · "
                + messages.text(language, "status." + status));
      }
    }
    rows.add(headings);
    for (Group team : teams) {
      List<String> row = new ArrayList<>();
      row.add(team.name());
      row.add(Integer.toString(team.items().getFirst().of()));
      for (Share share : team.items()) {
        row.add(Integer.toString(share.missing()));
        row.add(Integer.toString(share.partial()));
      }
      rows.add(row);
    }
    return new Sheet(rows, Set.of(0));
  }

  /** One person's weeks or months, the earliest first. */
  Sheet spans(List<Span> spans, boolean byMonth) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.of(
                byMonth ? "team.month" : "team.week",
                "team.discovery",
                "team.export.contacts",
                "team.gold",
                "team.export.proposals")
            .map(key -> messages.text(language, key))
            .toList());
    for (Span each : spans) {
      String first = each.first().toString();
      rows.add(
          List.of(
              byMonth ? first.substring(0, 7) : first,
              number(each.discovery(), 1),
              Integer.toString(each.summaries()),
              number(each.gold(), 2),
              Integer.toString(each.reviews())));
    }
    return new Sheet(rows, Set.of(0));
  }

  private List<List<String>> rows(List<Line> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS.stream().map(key -> messages.text(language, key)).toList());
    for (Line line : lines) {
      Person person = line.person();
      Progress.Four four = person.figures();
      rows.add(
          List.of(
              person.name(),
              line.teams(),
              number(four.discovery(), 1),
              messages.text(language, "light." + four.discovery().light()),
              Integer.toString(four.discovery().count()),
              number(four.gold(), 2),
              Integer.toString(four.gold().count()),
              number(four.effectiveActions(), 3),
              Integer.toString(four.effectiveActions().count()),
              number(four.warmUp(), 1),
              Integer.toString(four.warmUp().count()),
              rate(person, "contact"),
              rate(person, "proposal")));
    }
    return rows;
  }

  private static String rate(Person person, String kind) {
    return person.improvement().stream()
        .filter(each -> each.kind().equals(kind))
        .findFirst()
        .map(each -> number(each.rate(), 3))
        .orElse("");
  }

  private static String number(Figure figure, int decimals) {
    return number(figure.value(), decimals);
  }

  private static String number(@Nullable Double value, int decimals) {
    return value == null ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
