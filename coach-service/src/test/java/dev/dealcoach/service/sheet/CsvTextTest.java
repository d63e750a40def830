package dev.dealcoach.service.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken along opens in a spreadsheet as it is meant, and does nothing there. */
class CsvTextTest {
  private static String cell(String text) {
    return new String(CsvText.written(List.of(List.of(text))), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", " =1+1", "＝1+1", "-"})
  void aFormulaIsText(String formula) {
    assertThat(cell(formula)).isEqualTo("\uFEFF'" + formula + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({"-0.5", "12", "林晓舟", "2 − 1"})
  void numbersAndNamesStay(String text) {
    assertThat(cell(text)).isEqualTo("\uFEFF" + text + "\r\n");
  }

  @Test
  void whatWouldEndACellIsQuoted() {
    assertThat(new String(CsvText.written(List.of(List.of("a,b", "\"c\"", "d\ne", ""))), UTF_8))
        .isEqualTo("\uFEFF\"a,b\",\"\"\"c\"\"\",\"d\ne\",\r\n");
    assertThat(cell("\t=1")).startsWith("\uFEFF'");
  }

  @Test
  void numbersOfAWorkbookAreNumbers() throws Exception {
    List<List<String>> rows =
        List.of(List.of("Name", "Rate"), List.of("=1+1", "-0.50"), List.of("B", ""));
    List<List<String>> read = Workbook.read(Workbook.written(rows, Set.of(1)));
    assertThat(read.get(0)).containsExactly("Name", "Rate");
    assertThat(read.get(1)).containsExactly("=1+1", "-0.50");
    assertThat(read.get(2).getFirst()).isEqualTo("B");
  }
}
