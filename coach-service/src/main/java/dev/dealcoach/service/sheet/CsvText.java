package dev.dealcoach.service.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Rows as CSV that spreadsheets open as it is meant. Stateless. */
public final class CsvText {
  /** Tells spreadsheets that this is UTF-8. */
  private static final String MARK = "\uFEFF";

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r\\n＝＋－＠]");
  private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

  private CsvText() {}

  /**
   * Writes rows. A text that a spreadsheet would take for a formula gets an apostrophe before it,
   * as a person would type it; numbers stay.
   */
  public static byte[] written(List<List<String>> rows) {
    StringBuilder out = new StringBuilder(MARK);
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        out.append(column == 0 ? "" : ",").append(cell(row.get(column)));
      }
      out.append("\r\n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(String text) {
    String safe =
        FORMULA.matcher(text).find() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    return QUOTED.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
