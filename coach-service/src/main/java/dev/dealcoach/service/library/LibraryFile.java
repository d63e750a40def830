package dev.dealcoach.service.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.kb.ExampleState;
import dev.dealcoach.service.library.LibraryLine.Reading;
import dev.dealcoach.service.sheet.Workbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Files of examples, one a line: JSONL, or a sheet whose first row names the columns as JSON names
 * the members. Good lines are taken whatever the others are. Stateless.
 */
public final class LibraryFile {
  /** Most lines of a file. */
  public static final int MOST_LINES = 20_000;

  private static final int AT_ONCE = 100;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "text",
          "language",
          "state",
          "industry",
          "product",
          "stage",
          "shows",
          "tags",
          "seller",
          "rank",
          "date",
          "outcome",
          "why_it_works",
          "customer_key");

  private LibraryFile() {}

  /** A line, counted from 1. */
  public record Numbered(int number, LibraryLine line) {}

  /**
   * What came of a line.
   *
   * @param state {@code created}, {@code changed}, {@code unchanged} or {@code bad}
   * @param member at fault; empty if the line is good or as a whole is bad
   * @param fault permanent, kebab-case; empty if the line is good
   */
  public record LineReport(int line, String id, String state, String member, String fault) {}

  /** Reads a file; empty if it is neither kind. */
  public static Optional<List<Numbered>> read(byte[] file) {
    if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
      try {
        return sheet(Workbook.read(file));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    List<Numbered> lines = new ArrayList<>();
    int start = file.length > 2 && (file[0] & 0xff) == 0xef && (file[1] & 0xff) == 0xbb ? 3 : 0;
    int number = 0;
    for (int i = start; i <= file.length; i++) {
      if (i == file.length || file[i] == '\n') {
        number++;
        byte[] line = Arrays.copyOfRange(file, start, i);
        if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
          lines.add(new Numbered(number, LibraryLine.read(line)));
        }
        start = i + 1;
      }
      if (lines.size() > MOST_LINES) {
        return Optional.empty();
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private static Optional<List<Numbered>> sheet(List<List<String>> rows) {
    if (rows.isEmpty() || !rows.getFirst().contains("text")) {
      return Optional.empty();
    }
    List<String> names = rows.getFirst().stream().map(String::strip).toList();
    List<Numbered> lines = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      if (row.stream().allMatch(String::isBlank)) {
        continue;
      }
      ObjectNode object = Reading.JSON.createObjectNode();
      for (int c = 0; c < Math.min(names.size(), row.size()); c++) {
        put(object, names.get(c), row.get(c).strip());
      }
      lines.add(
          new Numbered(
              i + 1, LibraryLine.read(object.toString().getBytes(StandardCharsets.UTF_8))));
    }
    return Optional.of(lines);
  }

  private static void put(ObjectNode object, String name, String cell) {
    if (cell.isEmpty()) {
      return;
    }
    switch (name) {
      case "shows", "tags" ->
          Arrays.stream(cell.split("[,，;；]"))
              .filter(word -> !word.isBlank())
              .forEach(word -> object.withArray(name).add(word.strip()));
      case "rank" -> {
        if (cell.matches("\\d{1,9}")) {
          object.put(name, Integer.parseInt(cell));
        } else {
          object.put(name, cell);
        }
      }
      case "date" -> object.put(name, Workbook.day(cell));
      default -> object.put(name, cell);
    }
  }

  /**
   * Takes the good lines in; they wait for a second person, drafts stay drafts.
   *
   * @param check whether to say only what would be done
   */
  public static List<LineReport> take(
      List<Numbered> lines, LibraryStore library, UUID actor, Instant at, boolean check) {
    List<LineReport> reports = new ArrayList<>();
    List<Numbered> batch = new ArrayList<>();
    for (Numbered each : lines) {
      switch (each.line()) {
        case LibraryLine.Bad(String fault, String member) ->
            reports.add(new LineReport(each.number(), "", "bad", member, fault));
        case LibraryLine.Good good when good.state() == ExampleState.RETIRED ->
            reports.add(new LineReport(each.number(), good.name(), "bad", "state", "wrong-kind"));
        case LibraryLine.Good good when check ->
            reports.add(new LineReport(each.number(), good.name(), "good", "", ""));
        case LibraryLine.Good _ -> batch.add(each);
      }
      if (batch.size() == AT_ONCE) {
        taken(batch, library, actor, at, reports);
      }
    }
    taken(batch, library, actor, at, reports);
    reports.sort(java.util.Comparator.comparingInt(LineReport::line));
    return reports;
  }

  private static void taken(
      List<Numbered> batch,
      LibraryStore library,
      UUID actor,
      Instant at,
      List<LineReport> reports) {
    List<LibraryLine.Good> good =
        batch.stream().map(each -> (LibraryLine.Good) each.line()).toList();
    List<LibraryStore.Taken> taken =
        library.take(good.stream().map(each -> example(each, actor, at)).toList());
    for (int i = 0; i < batch.size(); i++) {
      reports.add(
          new LineReport(
              batch.get(i).number(),
              good.get(i).name(),
              taken.get(i).name().toLowerCase(java.util.Locale.ROOT),
              "",
              ""));
    }
    batch.clear();
  }

  private static NewExample example(LibraryLine.Good line, UUID actor, Instant at) {
    return new NewExample(
        UUID.randomUUID(),
        line.name(),
        line.state() == ExampleState.DRAFT ? LibraryState.DRAFT : LibraryState.WAITING,
        line.content(),
        null,
        null,
        "",
        null,
        actor,
        Step.What.IMPORTED,
        at);
  }

  /** All examples as JSONL. */
  public static byte[] jsonl(List<LibraryExample> examples) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (LibraryExample each : examples) {
      out.writeBytes((LibraryLine.write(each) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  /** All examples as a sheet. */
  public static byte[] xlsx(List<LibraryExample> examples) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    for (LibraryExample each : examples) {
      ObjectNode object =
          (ObjectNode) Reading.tree(LibraryLine.write(each).getBytes(StandardCharsets.UTF_8));
      List<String> row = new ArrayList<>();
      for (String column : COLUMNS) {
        var node = object.path(column);
        if (node.isArray()) {
          List<String> words = new ArrayList<>();
          node.forEach(word -> words.add(word.asText()));
          row.add(String.join(",", words));
        } else {
          row.add(node.asText(""));
        }
      }
      rows.add(row);
    }
    return Workbook.written(rows);
  }
}
