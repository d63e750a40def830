package dev.dealcoach.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.deal.Deal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line of a table is a deal or says what is wrong. */
class DealTableTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static List<DealLine> read(String csv) {
    return DealTable.read(csv.getBytes(StandardCharsets.UTF_8), NOW).orElseThrow();
  }

  @Test
  void aWholeLineIsADeal() {
    List<DealLine> lines =
        read(
            "\uFEFF"
                + """
                客户,内容,行业,产品,阶段,结果,首次接触,首次报价,客户原话
                砺锋冲压,模具管理,汽车零部件,系统,已结束,成交,2026/3/1,2026年3月9日,"停了十一次
                找模具半天"
                """);
    DealLine.Good good = (DealLine.Good) lines.getFirst();
    assertThat(good.deal().customerName()).isEqualTo("砺锋冲压");
    assertThat(good.deal().stage()).isEqualTo(Deal.Stage.CLOSED);
    assertThat(good.deal().outcome()).isEqualTo(Deal.Outcome.WON);
    assertThat(good.deal().firstContact()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(good.deal().firstQuote()).isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(good.statements()).containsExactly("停了十一次", "找模具半天");
  }

  @Test
  void separatorsOrderAndEncodingDoNotMatter() {
    assertThat(read("title;customer\nT;C\n").getFirst()).isInstanceOf(DealLine.Good.class);
    assertThat(read("title\tcustomer\nT\tC\n").getFirst()).isInstanceOf(DealLine.Good.class);
    List<DealLine> lines =
        DealTable.read("客户,内容\n云岫食品,冷链\n".getBytes(Charset.forName("GB18030")), NOW).orElseThrow();
    assertThat(((DealLine.Good) lines.getFirst()).deal().title()).isEqualTo("冷链");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",T,,,,|customer|missing",
        "C,,,,,|title|missing",
        "C,T,someday,,,|first_contact|not-a-day",
        "C,T,2026-02-30,,,|first_contact|not-a-day",
        "C,T,2026-03-02,2026-03-01,,|first_quote|before-contact",
        "C,T,,,dreaming,|stage|unknown",
        "C,T,,,closed,|outcome|no-outcome",
        "C,T,,,lead,won|outcome|no-outcome"
      })
  void whatIsWrongIsNamed(String line, String column, String problem) {
    List<DealLine> lines =
        read("customer,title,first_contact,first_quote,stage,outcome\nA,B,,,,\n" + line + "\n");
    assertThat(lines.getFirst()).isInstanceOf(DealLine.Good.class);
    DealLine.Bad bad = (DealLine.Bad) lines.get(1);
    assertThat(bad.line()).isEqualTo(3);
    assertThat(bad.column()).isEqualTo(column);
    assertThat(bad.problem()).isEqualTo(problem);
  }

  @Test
  void aLongNameIsRefused() {
    DealLine line = read("customer,title\n" + "c".repeat(201) + ",T\n").getFirst();
    assertThat(((DealLine.Bad) line).problem()).isEqualTo("too-long");
  }

  @Test
  void whatIsNoTableIsNone() {
    for (String csv : new String[] {"", "a=b", "name,city\nx,y\n", "customer\nC\n", "\0\0"}) {
      assertThat(DealTable.read(csv.getBytes(StandardCharsets.UTF_8), NOW)).as(csv).isEmpty();
    }
    assertThat(DealTable.read(new byte[] {(byte) 0xFF, (byte) 0xFF}, NOW)).isEmpty();
  }

  @Test
  void aBoundlessTableEnds() {
    String csv = "customer,title\n" + "C,T\n".repeat(DealTable.MOST_LINES + 10);
    List<DealLine> lines = read(csv);
    assertThat(lines).hasSize(DealTable.MOST_LINES + 1);
    assertThat(((DealLine.Bad) lines.getLast()).problem()).isEqualTo("too-many");
  }
}
