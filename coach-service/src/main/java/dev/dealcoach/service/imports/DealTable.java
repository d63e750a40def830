package dev.dealcoach.service.imports;

import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.deal.DealEdit;
import dev.dealcoach.service.deal.NewDeal;
import dev.dealcoach.service.deal.Statement;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of deals: CSV with a heading, separated by commas, semicolons or tabs, in UTF-8 or
 * GB18030. Columns in any order, named in English or Chinese; only customer and title are needed.
 * Statements stand in one cell, one a line. Stateless.
 */
public final class DealTable {
  /** Most lines of a table, without its heading. */
  public static final int MOST_LINES = 5_000;

  private static final int MOST_STATEMENTS = 200;

  /** Column → the names it may have. */
  private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("customer", List.of("customer", "客户", "客户名称"));
    NAMES.put("title", List.of("title", "内容", "商机", "商机名称"));
    NAMES.put("industry", List.of("industry", "行业"));
    NAMES.put("product", List.of("product", "产品"));
    NAMES.put("stage", List.of("stage", "阶段"));
    NAMES.put("outcome", List.of("outcome", "结果"));
    NAMES.put("first_contact", List.of("first_contact", "firstcontact", "首次接触", "首次接触日期"));
    NAMES.put("first_quote", List.of("first_quote", "firstquote", "首次报价", "首次报价日期"));
    NAMES.put("statements", List.of("statements", "客户原话", "客户的话"));
  }

  private static final Map<String, Deal.Stage> STAGES =
      Map.of(
          "初次接触", Deal.Stage.LEAD,
          "探需", Deal.Stage.DISCOVERY,
          "方案", Deal.Stage.PROPOSAL,
          "谈判", Deal.Stage.NEGOTIATION,
          "已结束", Deal.Stage.CLOSED);

  private static final Map<String, Deal.Outcome> OUTCOMES =
      Map.of("进行中", Deal.Outcome.OPEN, "成交", Deal.Outcome.WON, "丢单", Deal.Outcome.LOST);

  /** As spreadsheets write days. */
  private static final List<DateTimeFormatter> DAYS =
      List.of(DateTimeFormatter.ISO_LOCAL_DATE, strict("u/M/d"), strict("u-M-d"), strict("u年M月d日"));

  private DealTable() {}

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * The lines of a table.
   *
   * @param at now
   * @return empty if it is no table of deals: no text, or a heading without customer and title
   */
  public static Optional<List<DealLine>> read(byte[] csv, Instant at) {
    String text = text(csv);
    if (text == null || text.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get()
            .parse(new StringReader(text))) {
      Map<String, Integer> columns = null;
      List<DealLine> lines = new ArrayList<>();
      for (CSVRecord record : parser) {
        long line = parser.getCurrentLineNumber();
        if (columns == null) {
          columns = columns(record);
          if (!columns.containsKey("customer") || !columns.containsKey("title")) {
            return Optional.empty();
          }
        } else if (lines.size() >= MOST_LINES) {
          lines.add(new DealLine.Bad(line, "", "too-many"));
          break;
        } else {
          lines.add(new Cells(record, columns).line(line, at));
        }
      }
      return columns == null ? Optional.empty() : Optional.of(List.copyOf(lines));
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String text(byte[] csv) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        // the next one
      }
    }
    return null;
  }

  private static char delimiter(String text) {
    String heading = text.lines().findFirst().orElse("");
    return heading.indexOf('\t') >= 0
        ? '\t'
        : heading.indexOf(';') >= 0 && heading.indexOf(',') < 0 ? ';' : ',';
  }

  private static Map<String, Integer> columns(CSVRecord heading) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < heading.size(); i++) {
      String name = heading.get(i).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
      for (Map.Entry<String, List<String>> known : NAMES.entrySet()) {
        if (known.getValue().contains(name)) {
          columns.putIfAbsent(known.getKey(), i);
        }
      }
    }
    return columns;
  }

  /** Something is wrong with a cell. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;
    private final String column;
    private final String problem;

    Wrong(String column, String problem) {
      super(problem);
      this.column = column;
      this.problem = problem;
    }
  }

  private record Cells(CSVRecord record, Map<String, Integer> columns) {
    DealLine line(long line, Instant at) {
      try {
        LocalDate contact = day("first_contact");
        LocalDate quote = day("first_quote");
        if (contact != null && quote != null && quote.isBefore(contact)) {
          throw new Wrong("first_quote", "before-contact");
        }
        Deal.Outcome outcome = one("outcome", OUTCOMES, Deal.Outcome.OPEN, Deal.Outcome::ofId);
        Deal.Stage stage =
            one(
                "stage",
                STAGES,
                outcome == Deal.Outcome.OPEN ? Deal.Stage.LEAD : Deal.Stage.CLOSED,
                Deal.Stage::ofId);
        if ((stage == Deal.Stage.CLOSED) == (outcome == Deal.Outcome.OPEN)) {
          throw new Wrong("outcome", "no-outcome");
        }
        List<String> statements = cell("statements").lines().filter(s -> !s.isBlank()).toList();
        if (statements.size() > MOST_STATEMENTS
            || statements.stream().anyMatch(s -> s.length() > Statement.LONGEST)) {
          throw new Wrong("statements", "too-long");
        }
        return new DealLine.Good(
            line,
            new DealEdit(
                text("customer", true, NewDeal.LONGEST),
                text("industry", false, NewDeal.LONGEST_INDUSTRY),
                text("title", true, NewDeal.LONGEST),
                text("product", false, NewDeal.LONGEST),
                stage,
                outcome,
                contact,
                quote,
                at),
            statements);
      } catch (Wrong wrong) {
        return new DealLine.Bad(line, wrong.column, wrong.problem);
      }
    }

    private String cell(String column) {
      Integer at = columns.get(column);
      return at == null || at >= record.size() ? "" : record.get(at).strip();
    }

    private String text(String column, boolean needed, int most) throws Wrong {
      String text = cell(column);
      if (needed && text.isEmpty()) {
        throw new Wrong(column, "missing");
      }
      if (text.length() > most) {
        throw new Wrong(column, "too-long");
      }
      return text;
    }

    private @Nullable LocalDate day(String column) throws Wrong {
      String text = cell(column);
      if (text.isEmpty()) {
        return null;
      }
      for (DateTimeFormatter format : DAYS) {
        try {
          return LocalDate.parse(text, format);
        } catch (DateTimeParseException e) {
          // the next one
        }
      }
      throw new Wrong(column, "not-a-day");
    }

    private <T> T one(
        String column,
        Map<String, T> chinese,
        T usual,
        java.util.function.Function<String, Optional<T>> byId)
        throws Wrong {
      String text = cell(column);
      if (text.isEmpty()) {
        return usual;
      }
      return Optional.ofNullable(chinese.get(text))
          .or(() -> byId.apply(text.toLowerCase(Locale.ROOT)))
          .orElseThrow(() -> new Wrong(column, "unknown"));
    }
  }
}
