package dev.dealcoach.service.web.team;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.sheet.CsvText;
import dev.dealcoach.service.sheet.Workbook;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.team.Choice.Line;
import dev.dealcoach.service.web.team.Overview.Person;
import dev.dealcoach.service.web.team.Progress.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The people of the teams with their figures as rows for a spreadsheet. */
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

  byte[] csv(List<Line> lines) {
    return CsvText.written(rows(lines));
  }

  byte[] xlsx(List<Line> lines) throws IOException {
    Set<Integer> numbers =
        IntStream.range(2, HEADINGS.size()).filter(i -> i != 3).boxed().collect(Collectors.toSet());
    return Workbook.written(rows(lines), numbers);
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
