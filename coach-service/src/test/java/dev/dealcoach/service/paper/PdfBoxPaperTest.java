package dev.dealcoach.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.paper.Paper.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What is on paper can be read, found and copied, Chinese and Latin alike. */
class PdfBoxPaperTest {
  private static String text(byte[] file) throws Exception {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    }
  }

  private static int pages(byte[] file) throws Exception {
    try (PDDocument document = Loader.loadPDF(file)) {
      return document.getNumberOfPages();
    }
  }

  private static Paper paper(Language language, Block... blocks) {
    return new Paper("简报 brief", language, Arrays.asList(blocks));
  }

  @Test
  void everyCharacterComesBack() throws Exception {
    String mixed = "▲ 红灯 · 62 分，“砺锋冲压”的 MES 停了 11 次——段总…… 野家 café €5 %()<>\\";
    byte[] file =
        PdfBoxPaper.write(
            paper(
                Language.ZH,
                new Block.Title("华东一组 · 周会简报"),
                new Block.Heading("大家怎么样"),
                new Block.Strong("1. 没问到：预算"),
                new Block.Text(mixed),
                new Block.Muted("小字"),
                new Block.Quote("“今年这笔预算走的是哪个科目？”"),
                new Block.Item("一条"),
                new Block.Table(
                    List.of(0.5, 0.5),
                    List.of("姓名", "Discovery"),
                    List.of(List.of("周以宁", "52 %")))));
    assertThat(text(file))
        .contains(
            "华东一组·周会简报",
            "大家怎么样",
            "1.没问到：预算",
            mixed.replace(" ", ""),
            "小字",
            "“今年这笔预算走的是哪个科目？”",
            "一条",
            "姓名",
            "Discovery",
            "周以宁",
            "52%",
            "简报brief1/1");
  }

  @Test
  void whatTheTypefaceCannotHaveLeavesAMark() throws Exception {
    byte[] file = PdfBoxPaper.write(paper(Language.ZH, new Block.Text("𠮷野家 😀")));
    assertThat(text(file)).contains("〓野家〓");
  }

  @Test
  void theSameTextIsTheSameFile() {
    Paper paper = paper(Language.EN, new Block.Text("One “brief” – two words…"));
    assertThat(PdfBoxPaper.write(paper)).isEqualTo(PdfBoxPaper.write(paper));
  }

  @Test
  void whatIsLongGoesOnOverPages() throws Exception {
    List<Block> blocks = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      String line = "第" + i + "行：今年这笔预算走的是哪个科目，谁来批，什么时候能批下来，有没有写下来的依据？";
      blocks.add(new Block.Text(line));
      all.append(line);
    }
    byte[] file = PdfBoxPaper.write(new Paper("长", Language.ZH, blocks));
    int pages = pages(file);
    assertThat(pages).isBetween(4, 12);
    String text = text(file);
    for (int page = 1; page <= pages; page++) {
      text = text.replace("长" + page + "/" + pages, "");
    }
    assertThat(text).isEqualTo(all.toString());
  }

  @Test
  void linesBreakWherePeopleBreakThem() {
    Face face = new Face(Language.ZH);
    assertThat(Lines.of("客户说：要快。", 5 * 10, 10, face)).containsExactly("客户说：要", "快。");
    // no line begins with a full stop
    assertThat(Lines.of("客户说要快。", 5 * 10, 10, face)).containsExactly("客户说要", "快。");
    Face latin = new Face(Language.EN);
    List<String> lines = Lines.of("the budget is written down", 70, 10, latin);
    assertThat(String.join(" ", lines)).isEqualTo("the budget is written down");
    assertThat(lines.size()).isGreaterThan(1);
    assertThat(Lines.of("x".repeat(40), 50, 10, latin)).hasSizeGreaterThan(2);
    assertThat(Lines.of("  ", 50, 10, latin)).isEmpty();
  }
}
