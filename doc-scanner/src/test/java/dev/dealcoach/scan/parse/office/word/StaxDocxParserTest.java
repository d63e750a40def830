package dev.dealcoach.scan.parse.office.word;

import static dev.dealcoach.scan.parse.office.word.DocxFile.p;
import static dev.dealcoach.scan.parse.office.word.DocxFile.r;
import static dev.dealcoach.scan.parse.office.word.DocxFile.tbl;
import static dev.dealcoach.scan.parse.office.word.DocxFile.tc;
import static dev.dealcoach.scan.parse.office.word.DocxFile.tr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Readers;
import dev.dealcoach.scan.parse.Unread;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaxDocxParserTest {
  private static final String STYLES =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/>"
          + "</w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"ours\"><w:name w:val=\"公司标题\"/>"
          + "<w:basedOn w:val=\"1\"/></w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"3\"><w:name w:val=\"标题 3\"/></w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"toc\"><w:name w:val=\"TOC Heading\"/>"
          + "<w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"o2\"><w:name w:val=\"二级\"/>"
          + "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"Title\"/></w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:name w:val=\"caption\"/></w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"lb\"><w:name w:val=\"List Bullet\"/>"
          + "<w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"l1\"><w:name w:val=\"loop\"/>"
          + "<w:basedOn w:val=\"l2\"/></w:style>"
          + "<w:style w:type=\"paragraph\" w:styleId=\"l2\"><w:name w:val=\"loop2\"/>"
          + "<w:basedOn w:val=\"l1\"/></w:style>"
          + "<w:style w:type=\"character\" w:styleId=\"gone\"><w:name w:val=\"隐藏\"/>"
          + "<w:rPr><w:vanish/></w:rPr></w:style>";

  @TempDir Path folder;

  @Test
  void headingsByStyleOutlineAndInheritance() {
    assertThat(
            outline(
                DocxFile.of(
                        styled("t", "方案")
                            + styled("1", "一级")
                            + styled("ours", "公司一级")
                            + styled("o2", "大纲二级")
                            + styled("3", "中文名三级")
                            + styled("toc", "目录")
                            + styled("c", "图1 现场")
                            + styled("l1", "样式成环")
                            + "<w:p><w:pPr><w:outlineLvl w:val=\"3\"/></w:pPr>"
                            + r("直接四级")
                            + "</w:p>")
                    .styles(STYLES)))
        .containsExactly(
            "heading1 方案",
            "heading1 一级",
            "heading1 公司一级",
            "heading2 大纲二级",
            "heading3 中文名三级",
            "paragraph 目录",
            "caption 图1 现场",
            "paragraph 样式成环",
            "heading4 直接四级");
  }

  @Test
  void listsByNumberingOfParagraphOrStyle() {
    assertThat(
            outline(
                DocxFile.of(
                        list(0, "一")
                            + list(1, "一之一")
                            + styled("lb", "样式里的列表")
                            + "<w:p><w:pPr><w:pStyle w:val=\"lb\"/><w:numPr><w:numId w:val=\"0\"/>"
                            + "</w:numPr></w:pPr>"
                            + r("取消了编号")
                            + "</w:p>")
                    .styles(STYLES)))
        .containsExactly("list_item1 一", "list_item2 一之一", "list_item1 样式里的列表", "paragraph 取消了编号");
  }

  @Test
  void plainNumberedBoldLinesAreHeadingsWhereNoStylesAre() {
    String body =
        bold("某某项目方案书", 36)
            + bold("一、项目背景", 28)
            + p("贵司冲压车间现有模具四百六十副，台账由两名师傅手工维护，查找困难。")
            + bold("（一）现状", 24)
            + p("现状如下，分布在三处库位，没有统一的编号。")
            + bold("重点：本段整段加粗但它是一句完整的话，不是标题。", 24)
            + p("二、解决方案")
            + p("每副模具贴抗金属射频标签，叉车经过门口自动记录进出。");

    assertThat(outline(DocxFile.of(body)).stream().filter(b -> b.startsWith("heading")))
        .containsExactly(
            "heading1 某某项目方案书", "heading1 一、项目背景", "heading2 （一）现状", "heading1 二、解决方案");
  }

  @Test
  void whereHeadingStylesAreBoldLinesStayParagraphs() {
    assertThat(
            outline(
                DocxFile.of(styled("1", "一、背景") + bold("二、加粗", 28) + p("正文正文正文。")).styles(STYLES)))
        .containsExactly("heading1 一、背景", "paragraph 二、加粗", "paragraph 正文正文正文。");
  }

  @Test
  void chineseNumberingByFormatMakesBoldItemsHeadings() {
    String item =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr>"
            + "<w:r><w:rPr><w:b/></w:rPr><w:t>项目背景</w:t></w:r></w:p>";
    assertThat(
            outline(
                DocxFile.of(item + p("正文正文正文正文正文。"))
                    .numbering(
                        "<w:abstractNum w:abstractNumId=\"9\"><w:lvl w:ilvl=\"0\">"
                            + "<w:numFmt w:val=\"chineseCountingThousand\"/></w:lvl>"
                            + "</w:abstractNum><w:num w:numId=\"4\">"
                            + "<w:abstractNumId w:val=\"9\"/></w:num>")))
        .containsExactly("heading1 项目背景", "paragraph 正文正文正文正文正文。");
  }

  @Test
  void tablesWithMergedAndNestedCells() {
    String nested = tbl(tr(tc(p("内甲")), tc(p("内乙"))));
    String table =
        tbl(
            tr(cell("<w:gridSpan w:val=\"2\"/>", p("合并两列")), tc(p("第三列"))),
            tr(
                cell("<w:vMerge w:val=\"restart\"/>", p("跨行") + p("第二段")),
                tc(p("前") + nested + p("后")),
                tc(p(""))),
            tr(cell("<w:vMerge/>", p("看不见")), tc(p("下")), tc(p("右"))),
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + tc(p("缩进")) + "</w:tr>");
    ParsedDocument document = read(DocxFile.of(p("一") + table + p("二") + tbl(tr(tc(p("尾"))))));

    assertThat(Readers.outline(document))
        .containsExactly(
            "paragraph 一",
            "table_cell0.0.0 合并两列",
            "table_cell0.0.2 第三列",
            "table_cell0.1.0 跨行",
            "table_cell0.1.0 第二段",
            "table_cell0.1.1 前",
            "table_cell1.0.0 内甲",
            "table_cell1.0.1 内乙",
            "table_cell0.1.1 后",
            "table_cell0.2.1 下",
            "table_cell0.2.2 右",
            "table_cell0.3.1 缩进",
            "paragraph 二",
            "table_cell2.0.0 尾");
    assertThat(origin(document, "二")).isEqualTo(new BlockOrigin.Paragraph(1));
    assertThat(origin(document, "内乙")).isEqualTo(new BlockOrigin.Cell(1, 0, 1));
  }

  @Test
  void emptyParagraphsCount() {
    ParsedDocument document = read(DocxFile.of(p("") + p("  ") + p("第三段")));

    assertThat(document.blocks().getFirst().origin()).isEqualTo(new BlockOrigin.Paragraph(2));
  }

  @Test
  void trackedChangesAsAccepted() {
    String body =
        "<w:p>"
            + r("原有")
            + "<w:ins w:id=\"1\">"
            + r("插入")
            + "</w:ins><w:del w:id=\"2\"><w:r><w:delText>删除</w:delText></w:r></w:del>"
            + "<w:moveFrom w:id=\"3\">"
            + r("移走")
            + "</w:moveFrom><w:moveTo w:id=\"4\">"
            + r("移来")
            + "</w:moveTo></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"5\"/></w:rPr></w:pPr>"
            + r("上半")
            + "</w:p>"
            + p("下半")
            + tbl(
                "<w:tr><w:trPr><w:del w:id=\"6\"/></w:trPr>" + tc(p("删掉的行")) + "</w:tr>",
                tr(tc(p("留下的行"))));

    assertThat(outline(DocxFile.of(body)))
        .containsExactly("paragraph 原有插入移来", "paragraph 上半下半", "table_cell0.1.0 留下的行");
  }

  @Test
  void hiddenTextFieldsLinksAndBreaks() {
    String body =
        "<w:p>"
            + r("可见")
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
            + "<w:r><w:rPr><w:rStyle w:val=\"gone\"/></w:rPr><w:t>样式隐藏</w:t></w:r>"
            + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>不隐藏</w:t></w:r></w:p>"
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
            + "<w:r><w:instrText>REF a</w:instrText></w:r>"
            + r("不是结果")
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + r("域的结果")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + "<w:fldSimple w:instr=\"DATE\">"
            + r("简单域")
            + "</w:fldSimple><w:smartTag>"
            + r("标记")
            + "</w:smartTag><w:hyperlink>"
            + r("链接")
            + "</w:hyperlink></w:p>"
            + "<w:p>"
            + r("软换")
            + "<w:r><w:br/></w:r>"
            + r("行的段落")
            + "<w:r><w:tab/></w:r>"
            + r("two")
            + "<w:r><w:br/></w:r>"
            + r("lines")
            + "</w:p><w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>"
            + r("已确认")
            + "<w:r><w:noBreakHyphen/></w:r>"
            + r("是")
            + "</w:p><w:p><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>";

    assertThat(outline(DocxFile.of(body).styles(STYLES)))
        .containsExactly(
            "paragraph 可见不隐藏",
            "paragraph 域的结果简单域标记链接",
            "paragraph 软换行的段落 two lines",
            "paragraph ☑已确认-是",
            "paragraph a=b");
  }

  @Test
  void textBoxesOnceAndWhereTheyHang() {
    String box =
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor>"
            + "<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
            + p("框里")
            + tbl(tr(tc(p("框里的表"))))
            + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
            + "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
            + p("框里")
            + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    ParsedDocument document =
        read(DocxFile.of(p("前") + "<w:p>" + r("左") + box + r("右") + "</w:p>" + p("后")));

    assertThat(Readers.outline(document))
        .containsExactly(
            "paragraph 前", "paragraph 左右", "paragraph 框里", "table_cell0.0.0 框里的表", "paragraph 后");
    assertThat(origin(document, "框里")).isEqualTo(new BlockOrigin.Paragraph(1));
    assertThat(origin(document, "后")).isEqualTo(new BlockOrigin.Paragraph(2));
  }

  @Test
  void contentControlsOfEveryKind() {
    String body =
        p("前")
            + "<w:sdt><w:sdtPr/><w:sdtContent>"
            + p("块控件")
            + "</w:sdtContent></w:sdt><w:p>"
            + r("行内")
            + "<w:sdt><w:sdtContent>"
            + r("控件")
            + "</w:sdtContent></w:sdt></w:p>"
            + tbl(
                "<w:sdt><w:sdtContent>"
                    + tr(
                        "<w:sdt><w:sdtContent>" + tc(p("格控件")) + "</w:sdtContent></w:sdt>",
                        tc(p("次格")))
                    + "</w:sdtContent></w:sdt>",
                tr(tc(p("次行"))));
    ParsedDocument document = read(DocxFile.of(body));

    assertThat(Readers.outline(document))
        .containsExactly(
            "paragraph 前",
            "paragraph 块控件",
            "paragraph 行内控件",
            "table_cell0.0.0 格控件",
            "table_cell0.0.1 次格",
            "table_cell0.1.0 次行");
    assertThat(origin(document, "块控件")).isEqualTo(new BlockOrigin.Paragraph(0));
    assertThat(origin(document, "行内控件")).isEqualTo(new BlockOrigin.Paragraph(1));
  }

  @Test
  void footnotesFollowTheirParagraph() {
    String reference = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    ParsedDocument document =
        read(
            DocxFile.of(
                    p("一")
                        + "<w:p>"
                        + r("见注")
                        + reference
                        + "</w:p>"
                        + tbl(tr(tc("<w:p>" + r("格内") + reference + "</w:p>"))))
                .footnotes(
                    "<w:footnote w:type=\"separator\" w:id=\"-1\">"
                        + p("分隔")
                        + "</w:footnote><w:footnote w:id=\"2\">"
                        + p("脚注第一段")
                        + p("脚注第二段")
                        + "</w:footnote>"));

    assertThat(Readers.outline(document))
        .containsExactly(
            "paragraph 一",
            "paragraph 见注",
            "note 脚注第一段",
            "note 脚注第二段",
            "table_cell0.0.0 格内",
            "note 脚注第一段",
            "note 脚注第二段");
    assertThat(document.blocks().get(2).origin()).isEqualTo(new BlockOrigin.Paragraph(1));
    assertThat(document.blocks().getLast().origin()).isEqualTo(new BlockOrigin.Cell(0, 0, 0));
  }

  @Test
  void embeddedObjectsAreReported() {
    ParsedDocument document =
        read(
            DocxFile.of(
                p("报价见附表")
                    + "<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object>"
                    + "</w:r></w:p><w:altChunk r:id=\"x\"/>"));

    assertThat(document.unread()).containsExactly(new Unread(null, Unread.Reason.EMBEDDED));
  }

  @Test
  void aPictureWithoutTextIsAScan() {
    String picture =
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"5000000\" cy=\"7000000\"/><a:graphic>"
            + "<a:graphicData><a:blip r:embed=\"rIdPicture\"/></a:graphicData></a:graphic>"
            + "</wp:inline></w:drawing></w:r></w:p>";
    ParsedDocument document =
        read(DocxFile.of(picture).with("media.png", "image", "rIdPicture", "not read"));

    assertThat(document.blocks()).isEmpty();
    assertThat(document.unread()).containsExactly(new Unread(null, Unread.Reason.SCANNED));
  }

  @Test
  void commentsHeadersAndUnknownElementsAreNotText() {
    String body =
        "<w:p><w:commentRangeStart w:id=\"1\"/>"
            + r("正文")
            + "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
            + "<x:what xmlns:x=\"urn:x\">"
            + "<x:t>别的东西</x:t></x:what><w:sectPr><w:headerReference/></w:sectPr>";

    assertThat(outline(DocxFile.of(body))).containsExactly("paragraph 正文");
  }

  private static String styled(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + r(text) + "</w:p>";
  }

  private static String bold(String text, int halfPoints) {
    return "<w:p><w:r><w:rPr><w:b/><w:sz w:val=\""
        + halfPoints
        + "\"/></w:rPr><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  private static String list(int level, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\""
        + level
        + "\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>"
        + r(text)
        + "</w:p>";
  }

  private static String cell(String properties, String content) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
  }

  private ParsedDocument read(DocxFile file) {
    return Readers.read(file.write(folder.resolve("test.docx")));
  }

  private List<String> outline(DocxFile file) {
    return Readers.outline(read(file));
  }

  private static BlockOrigin origin(ParsedDocument document, String text) {
    return document.blocks().stream()
        .filter(b -> b.text().equals(text) && b.kind() != BlockKind.NOTE)
        .map(Block::origin)
        .findFirst()
        .orElseThrow();
  }
}
