package dev.dealcoach.scan.parse.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcrSpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "库位不可查丶保养不可追|库位不可查、保养不可追",
        "停了十一次’每次|停了十一次，每次",
        "收回一期投入·|收回一期投入。",
        "信°|信。",
        "1．库位可查:每副|1.库位可查：每副",
        "金额 （元）|金额（元）",
        "报价(一期,仅二线)|报价（一期，仅二线）",
        "合计3,500元|合计3,500元",
        "It's 3:00, isn't it?|It's 3:00, isn't it?",
        "使用 Spring Boot 架构|使用 Spring Boot 架构"
      })
  void putsRight(String read, String meant) {
    assertThat(OcrSpelling.corrected(read)).isEqualTo(meant);
  }
}
