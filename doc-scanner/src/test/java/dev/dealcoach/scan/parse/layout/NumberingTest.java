package dev.dealcoach.scan.parse.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTest {
  @ParameterizedTest
  @CsvSource({
    "一、项目背景, HAN, 1",
    "（二）范围, HAN_BRACKETS, 1",
    "第三章 报价, CHAPTER, 1",
    "第十二条 保密, DECIMAL, 1",
    "1. Scope, DECIMAL, 1",
    "2.3 目标, DECIMAL, 2",
    "2.3.1目标, DECIMAL, 3",
    "3、培训, DECIMAL, 1",
    "（4）验收, DECIMAL_BRACKETS, 1",
    "5) Training, DECIMAL_BRACKETS, 1",
    "①试运行, CIRCLED, 1",
    "a) first, LETTER, 1",
    "•付款, BULLET, 1",
    "- item, BULLET, 1",
    "2024年三月, NONE, 0",
    "1.8%下降, NONE, 0",
    "3.5万元, NONE, 0",
    "一期方案, NONE, 0",
    "第一周贴标签, NONE, 0",
    "e.g. this, NONE, 0",
    "-5 degrees, NONE, 0"
  })
  void readsNumbers(String text, Numbering.Style style, int depth) {
    Numbering number = Numbering.of(text);
    assertThat(number.style()).isEqualTo(style);
    assertThat(number.depth()).isEqualTo(depth);
  }
}
