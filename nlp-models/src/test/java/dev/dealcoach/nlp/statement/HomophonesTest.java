package dev.dealcoach.nlp.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HomophonesTest {
  private final Homophones homophones =
      new Homophones(List.of("预算", "拍板", "演示", "说了算"), Set.of("岩石", "延时"));

  @Test
  void wordsSpeltBySoundAreReadAsThemselves() {
    assertThat(homophones.mend("与算没聊谁排板也不清楚下周掩示")).isEqualTo("预算没聊谁拍板也不清楚下周演示");
    assertThat(homophones.mend("他硕了酸")).isEqualTo("他说了算");
  }

  @Test
  void wordsOfTheirOwnStay() {
    assertThat(homophones.mend("岩石粉碎机延时两小时")).isEqualTo("岩石粉碎机延时两小时");
  }

  @Test
  void theTextKeepsItsLength() {
    String text = "😀与算 budget 与算𠮷";
    assertThat(homophones.mend(text)).hasSameSizeAs(text).contains("预算 budget 预算");
  }
}
