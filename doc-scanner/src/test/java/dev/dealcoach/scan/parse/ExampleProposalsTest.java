package dev.dealcoach.scan.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example proposals come out of every format with all their words, in order. */
class ExampleProposalsTest {
  @ParameterizedTest
  @CsvSource({
    "01.docx,01.md,DOCX",
    "02.docx,02.md,DOCX",
    "01.pptx,01.md,PPTX",
    "01.doc,01.md,DOC",
    "02.doc,02.md,DOC",
    "01.md,01.md,MD",
    "02.md,02.md,MD"
  })
  void allWordsInOrder(String name, String source, DocumentType type) throws IOException {
    ParsedDocument document = Readers.read(Readers.resource("proposals/" + name));

    assertThat(document.type()).isEqualTo(type);
    assertThat(document.unread()).isEmpty();
    assertThat(words(document)).isEqualTo(words(source));
  }

  @Test
  void allWordsOfThePpt() throws IOException {
    ParsedDocument document = Readers.read(Readers.resource("proposals/01.ppt"));

    assertThat(document.type()).isEqualTo(DocumentType.PPT);
    assertThat(document.pages()).isEqualTo(9);
    String words = words(document);
    for (String line : source("01.md")) {
      assertThat(words).contains(squeeze(line));
    }
  }

  @ParameterizedTest
  @CsvSource({"01.docx", "01.pptx", "01.doc", "01.ppt", "01.md"})
  void tablesAreCells(String name) {
    ParsedDocument document = Readers.read(Readers.resource("proposals/" + name));

    List<String> cells =
        Readers.outline(document).stream().filter(b -> b.startsWith("table_cell")).toList();
    assertThat(cells)
        .contains(
            "table_cell0.0.0 断点",
            "table_cell0.1.1 射频定位",
            "table_cell0.3.2 省计量院出具的比对报告（编号JL-2231）显示计数误差为零",
            "table_cell1.1.1 120副/4台",
            "table_cell1.4.2 368000")
        .hasSize(26);
  }

  @ParameterizedTest
  @CsvSource({"01.docx", "01.doc", "01.md"})
  void headingsAndLists(String name) {
    ParsedDocument document = Readers.read(Readers.resource("proposals/" + name));

    List<String> outline = Readers.outline(document);
    assertThat(outline.stream().filter(b -> b.startsWith("heading")))
        .containsExactly(
            "heading1 永坤汽车零部件：模具全寿命管理一期方案",
            "heading2 一、我们听到的情况",
            "heading2 二、这套方案怎么解决",
            "heading2 三、账怎么算",
            "heading2 四、报价（一期，仅二线）",
            "heading2 五、实施安排",
            "heading2 六、您可能会问",
            "heading2 七、合同要点",
            "heading2 八、下一步");
    assertThat(outline.stream().filter(b -> b.startsWith("list_item1"))).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource({"01.pptx", "01.ppt"})
  void slideTitles(String name) {
    ParsedDocument document = Readers.read(Readers.resource("proposals/" + name));

    assertThat(document.pages()).isEqualTo(9);
    assertThat(Readers.texts(document, BlockKind.SLIDE_TITLE))
        .startsWith("永坤汽车零部件：模具全寿命管理一期方案", "一、我们听到的情况")
        .hasSize(9);
  }

  @Test
  void paragraphsOfTheBodyAreCountedFromNought() {
    ParsedDocument document = Readers.read(Readers.resource("proposals/01.docx"));

    Block last = document.blocks().getLast();
    assertThat(last.text()).startsWith("请贵司于11月28日前");
    assertThat(last.origin()).isEqualTo(new BlockOrigin.Paragraph(25));
  }

  private static String words(ParsedDocument document) {
    return document.blocks().stream()
        .map(block -> squeeze(block.text()))
        .collect(Collectors.joining());
  }

  private static String words(String source) throws IOException {
    return source(source).stream().map(ExampleProposalsTest::squeeze).collect(Collectors.joining());
  }

  /** The Markdown file's own words, cell by cell. */
  private static List<String> source(String name) throws IOException {
    Path file = Readers.resource("proposals/" + name);
    List<String> words = new ArrayList<>();
    for (String line : Files.readString(file).lines().toList()) {
      if (line.matches("\\|?[-| :]+")) {
        continue;
      }
      String plain =
          line.replaceFirst("^(?:#+|>|- |\\d+\\. )", "").replace("**", "").replace("`", "");
      if (line.startsWith("|")) {
        words.addAll(List.of(plain.split("\\|")));
      } else {
        words.add(plain);
      }
    }
    return words;
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s", "").replace('"', '“');
  }
}
