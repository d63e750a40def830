package dev.dealcoach.kb.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.kb.Example;
import dev.dealcoach.kb.ExampleState;
import dev.dealcoach.kb.Facts;
import dev.dealcoach.nlp.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleJsonTest {
  private static ExampleLine read(String line) {
    return ExampleJson.read(line.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Facts facts =
        new Facts(
            "retail",
            "收银\"系统\"",
            "closing",
            List.of("payment", "next_step"),
            List.of("closing_action"),
            "谭秋",
            2,
            LocalDate.of(2026, 3, 1),
            "won",
            "澜岸");
    Example example = new Example("a-1", "𠮷田说：\n“先付三成。”", Language.ZH, ExampleState.DRAFT, facts);
    assertThat(ExampleJson.write(example)).doesNotContain("\n");
    assertThat(read(ExampleJson.write(example))).isEqualTo(new ExampleLine.Good(example));
  }

  @Test
  void onlyIdAndTextMustBeThere() {
    assertThat(read("{\"id\":7,\"text\":\"We met the owner\",\"colour\":\"red\",\"rank\":null}"))
        .isEqualTo(new ExampleLine.Good(Example.of("7", "We met the owner")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no json                                        | no-object  |
          ["id"]                                         | no-object  |
          {"id":"a","text":"b"} {"id":"c"}               | no-object  |
          {"text":"b"}                                   | missing    | id
          {"id":"a"}                                     | missing    | text
          {"id":" ","text":"b"}                          | missing    | id
          {"id":"a","text":""}                           | missing    | text
          {"id":"a","text":5}                            | wrong-kind | text
          {"id":1.5,"text":"b"}                          | wrong-kind | id
          {"id":"a","text":"b","rank":0}                 | wrong-kind | rank
          {"id":"a","text":"b","rank":"first"}           | wrong-kind | rank
          {"id":"a","text":"b","date":"2026-02-30"}      | wrong-kind | date
          {"id":"a","text":"b","date":"gestern"}         | wrong-kind | date
          {"id":"a","text":"b","shows":"payment"}        | wrong-kind | shows
          {"id":"a","text":"b","shows":[1]}              | wrong-kind | shows
          {"id":"a","text":"b","industry":{}}            | wrong-kind | industry
          {"id":"a","text":"b","language":"fr"}          | wrong-kind | language
          {"id":"a","text":"b","state":"new"}            | wrong-kind | state
          """)
  void saysWhatIsWrong(String line, String fault, String member) {
    assertThat(read(line)).isInstanceOf(ExampleLine.Bad.class);
    ExampleLine.Bad bad = (ExampleLine.Bad) read(line);
    assertThat(bad.fault().id()).isEqualTo(fault);
    assertThat(bad.member()).isEqualTo(member == null ? "" : member);
  }

  @Test
  void bytesThatAreNoUtf8AndEndlessTextsAreRefused() {
    assertThat(ExampleJson.read("{\"id\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(new ExampleLine.Bad(ExampleLine.Fault.NO_UTF8, ""));
    String text = "长".repeat(ExampleJson.MOST_CHARACTERS + 1);
    assertThat(read("{\"id\":\"a\",\"text\":\"" + text + "\"}"))
        .isEqualTo(new ExampleLine.Bad(ExampleLine.Fault.TOO_LONG, "text"));
  }
}
