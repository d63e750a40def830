package dev.dealcoach.scan.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Readers;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextParsersTest {
  @TempDir Path folder;

  // ---- plain text

  @Test
  void linesOfTheirOwnStayApartAndNumberedOnesAreHeadings() throws IOException {
    assertThat(
            outline(
                "a.txt",
                """
                模具管理方案
                ==========
                一、我们听到的情况
                现有模具四百六十副。
                台账由两名师傅手工维护。

                二、解决方案
                1. 库位可查
                （2）保养可追
                ● 冲次可信
                1.2 系统架构
                2.5万元以内的不需要审批
                第三章 报价
                """))
        .containsExactly(
            "heading1 模具管理方案",
            "heading1 一、我们听到的情况",
            "paragraph 现有模具四百六十副。",
            "paragraph 台账由两名师傅手工维护。",
            "heading1 二、解决方案",
            "list_item1 1. 库位可查",
            "list_item1 （2）保养可追",
            "list_item1 ● 冲次可信",
            "heading2 1.2 系统架构",
            "paragraph 2.5万元以内的不需要审批",
            "heading1 第三章 报价");
  }

  @Test
  void aRowOfNumberedLinesIsAListAndNoHeadings() throws IOException {
    assertThat(outline("a.txt", "我们关心三点：\n一、价格\n二、质量\n三、交期\n请答复。\n"))
        .containsExactly(
            "paragraph 我们关心三点：",
            "paragraph 一、价格",
            "paragraph 二、质量",
            "paragraph 三、交期",
            "paragraph 请答复。");
    // two are a section without content and the next one
    assertThat(outline("b.txt", "前言。\n一、价格\n二、质量\n质量很好。\n"))
        .containsExactly("paragraph 前言。", "heading1 一、价格", "heading1 二、质量", "paragraph 质量很好。");
  }

  @Test
  void linesThatAnEditorBrokeAreJoined() throws IOException {
    String chinese =
        """
        贵司冲压车间现有模具四百六十副，分布在三处库位，台账由两名模修
        师傅手工维护。十一月五日与生产部洪经理现场走访时，他说二线上个
        月停了十一次，每次找模具都得翻半天，最长那次找了两小时四十分，
        这还不算换模本身的时间。

        第二段只有一行。
        """;
    ParsedDocument document = read("a.txt", chinese);
    assertThat(document.blocks()).hasSize(2);
    Block first = document.blocks().getFirst();
    assertThat(first.text()).contains("手工维护", "模修师傅", "上个月停了十一次");
    assertThat(first.origin()).isEqualTo(new BlockOrigin.Lines(1, List.of(31, 62, 93)));
    assertThat(first.text().substring(31)).startsWith("师傅手工维护");
    assertThat(document.blocks().get(1).origin()).isEqualTo(new BlockOrigin.Lines(6, List.of()));

    String english =
        """
        The line stopped eleven times last month, and every time it took the
        team half a day to find the die; the longest search took two hours
        and forty minutes, not counting the change of the die itself, which
        takes another hour on average.
        """;
    ParsedDocument second = read("b.txt", english);
    assertThat(second.language()).isEqualTo(Language.EN);
    assertThat(second.blocks()).hasSize(1);
    assertThat(second.blocks().getFirst().text()).contains("took the team", "two hours and forty");
  }

  @Test
  void columnsPartedByTabsAreATable() throws IOException {
    assertThat(outline("a.txt", "报价如下\n项目\t数量\t金额\n标签\t120副\t148000\n以上含税\n"))
        .containsExactly(
            "paragraph 报价如下",
            "table_cell0.0.0 项目",
            "table_cell0.0.1 数量",
            "table_cell0.0.2 金额",
            "table_cell0.1.0 标签",
            "table_cell0.1.1 120副",
            "table_cell0.1.2 148000",
            "paragraph 以上含税");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,贵司现有模具四百六十副，停机十一次",
    "GB18030,贵司现有模具四百六十副，停机十一次",
    "GB18030,方案",
    "Big5,貴司現有模具四百六十副，停機十一次",
    "UTF-16,贵司现有模具",
    "UTF-16LE,'贵司现有模具，一共 460 副\n'",
    "UTF-16BE,'贵司现有模具，一共 460 副\n'",
    "windows-1252,Société Générale has a new café near the plant"
  })
  void encodings(String charset, String text) throws IOException {
    Path file = folder.resolve("a.txt");
    Files.write(file, (text + "\n").getBytes(Charset.forName(charset)));

    assertThat(Readers.read(file).blocks()).extracting(Block::text).containsExactly(text.strip());
  }

  @Test
  void aByteOrderMarkIsNoText() throws IOException {
    Path file = folder.resolve("a.txt");
    Files.write(file, "\uFEFF一段文字".getBytes(StandardCharsets.UTF_8));

    assertThat(Readers.read(file).blocks()).extracting(Block::text).containsExactly("一段文字");
  }

  // ---- Markdown

  @Test
  void markdownWithoutItsMarks() throws IOException {
    ParsedDocument document =
        read(
            "a.md",
            """
            ---
            title: 内部
            author: x
            ---
            # 方案 **一**

            第一行
            第二行 `code` [链接](http://x) ~x~ &amp; <b>粗</b><br>尾

            > 客户说：*停了十一次*

            - 甲
              - 乙
                续行
            - 丙

              丙的第二段

            | 项 | 价 |
            |----|----|
            | a\\|b | **9** |

            ```
            代码一
            代码二
            ```

            标题二
            ------
            <div>块</div>

            ![图注](a.png)
            """);

    assertThat(Readers.outline(document))
        .containsExactly(
            "heading1 方案 一",
            "paragraph 第一行",
            "paragraph 第二行 code 链接 ~x~ & 粗尾",
            "paragraph 客户说：停了十一次",
            "list_item1 甲",
            "list_item2 乙",
            "list_item2 续行",
            "list_item1 丙",
            "paragraph 丙的第二段",
            "table_cell0.0.0 项",
            "table_cell0.0.1 价",
            "table_cell0.1.0 a|b",
            "table_cell0.1.1 9",
            "paragraph 代码一代码二",
            "heading2 标题二",
            "paragraph 块",
            "caption 图注");
    assertThat(lines(document))
        .containsExactly(5, 7, 8, 10, 12, 13, 14, 15, 17, 19, 19, 21, 21, 24, 28, 30, 32);
    assertThat(document.blocks().get(1).origin()).isEqualTo(new BlockOrigin.Lines(7, List.of()));
    assertThat(document.blocks().get(13).origin()).isEqualTo(new BlockOrigin.Lines(24, List.of(3)));
  }

  // ---- HTML

  @Test
  void htmlAsAPersonSeesIt() throws IOException {
    ParsedDocument document =
        read(
            "a.html",
            """
            <!DOCTYPE html>
            <html><head><title>不读</title><style>p{}</style></head>
            <body>
            <script>var x = "不读";</script>
            <h1>方案</h1>
            <p>第一行
            第二行 <b>粗</b><span>连</span><br>换行</p>
            <p style="display: none">隐藏</p><p hidden>隐藏</p>
            <div>散字<p>段落</p>尾巴</div>
            <ul><li>甲<ul><li>乙</li></ul></li><li><p>丙</p></li></ul>
            <table><caption>表一</caption>
            <tr><th colspan="2">合并</th><th>三</th></tr>
            <tr><td rowspan="2">跨</td><td>二<table><tr><td>内</td></tr></table></td><td>三</td></tr>
            <tr><td><p>下一</p><p>下二</p></td><td>&nbsp;</td></tr>
            </table>
            <figure><img src="http://x/y.png"><figcaption>图一</figcaption></figure>
            <h2>尾</h2>
            </body></html>
            """);

    assertThat(Readers.outline(document))
        .containsExactly(
            "heading1 方案",
            "paragraph 第一行第二行 粗连换行",
            "paragraph 散字",
            "paragraph 段落",
            "paragraph 尾巴",
            "list_item1 甲",
            "list_item2 乙",
            "list_item1 丙",
            "caption 表一",
            "table_cell0.0.0 合并",
            "table_cell0.0.2 三",
            "table_cell0.1.0 跨",
            "table_cell0.1.1 二",
            "table_cell1.0.0 内",
            "table_cell0.1.2 三",
            "table_cell0.2.1 下一",
            "table_cell0.2.1 下二",
            "caption 图一",
            "heading2 尾");
    assertThat(lines(document))
        .containsExactly(5, 6, 9, 9, 9, 10, 10, 10, 11, 12, 12, 13, 13, 13, 13, 14, 14, 16, 17);
    assertThat(document.blocks().get(1).origin()).isEqualTo(new BlockOrigin.Lines(6, List.of(3)));
  }

  @ParameterizedTest
  @CsvSource({"GBK,gb2312", "GB18030,gbk", "Big5,big5", "UTF-8,utf-8", "UTF-8,gb2312"})
  void htmlInTheEncodingItDeclares(String charset, String declared) throws IOException {
    Path file = folder.resolve("a.html");
    String text = charset.equals("Big5") ? "貴司現有模具" : "贵司现有模具";
    Files.write(
        file,
        ("<html><head><meta charset=\"" + declared + "\"></head><body><p>" + text + "</p>")
            .getBytes(Charset.forName(charset)));

    assertThat(Readers.read(file).blocks()).extracting(Block::text).containsExactly(text);
  }

  private ParsedDocument read(String name, String content) throws IOException {
    return Readers.read(Files.writeString(folder.resolve(name), content));
  }

  private List<String> outline(String name, String content) throws IOException {
    return Readers.outline(read(name, content));
  }

  private static List<Integer> lines(ParsedDocument document) {
    List<Integer> lines = new ArrayList<>();
    for (Block block : document.blocks()) {
      lines.add(((BlockOrigin.Lines) block.origin()).line());
    }
    return lines;
  }
}
