package dev.dealcoach.scan.parse.office.slides;

import static dev.dealcoach.scan.parse.office.slides.PptxFile.frame;
import static dev.dealcoach.scan.parse.office.slides.PptxFile.group;
import static dev.dealcoach.scan.parse.office.slides.PptxFile.paragraph;
import static dev.dealcoach.scan.parse.office.slides.PptxFile.picture;
import static dev.dealcoach.scan.parse.office.slides.PptxFile.placeholder;
import static dev.dealcoach.scan.parse.office.slides.PptxFile.shape;
import static dev.dealcoach.scan.parse.office.slides.PptxFile.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Readers;
import dev.dealcoach.scan.parse.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaxPptxParserTest {
  @TempDir Path folder;

  @Test
  void titleFirstThenBandsFromTheTopAndColumnsFromTheLeft() {
    PptxFile file =
        new PptxFile()
            .slide(
                text(9, 0, 400, 1000, 50, "底部"),
                text(5, 520, 100, 400, 90, "右上"),
                text(4, 20, 104, 400, 90, "左上"),
                text(7, 520, 250, 400, 90, "右下"),
                text(6, 20, 250, 400, 90, "左下"),
                placeholder(2, "type=\"title\"", paragraph("", "", "标题")));

    assertThat(outline(file))
        .containsExactly(
            "slide_title1 标题",
            "paragraph 左上",
            "paragraph 右上",
            "paragraph 左下",
            "paragraph 右下",
            "paragraph 底部");
  }

  @Test
  void whatLiesOnACardStaysTogether() {
    PptxFile file =
        new PptxFile()
            .slide(
                shape(1, "", box(0, 100, 300, 300), ""),
                shape(2, "", box(350, 100, 300, 300), ""),
                text(3, 10, 110, 280, 50, "卡一题"),
                text(4, 360, 110, 280, 50, "卡二题"),
                text(5, 10, 200, 280, 150, "卡一文"),
                text(6, 360, 200, 280, 150, "卡二文"));

    assertThat(outline(file))
        .containsExactly("paragraph 卡一题", "paragraph 卡一文", "paragraph 卡二题", "paragraph 卡二文");
  }

  @Test
  void groupsAtAnyDepthWithTheirPath() {
    ParsedDocument document =
        read(
            new PptxFile()
                .slide(
                    text(3, 0, 0, 900, 40, "上"),
                    group(
                        7,
                        0,
                        100,
                        900,
                        300,
                        text(13, 0, 90, 100, 20, "组内下"),
                        group(12, 0, 0, 100, 50, text(20, 0, 0, 100, 20, "最内")))));

    assertThat(document.blocks())
        .extracting(Block::text, Block::origin)
        .containsExactly(
            tuple("上", new BlockOrigin.Shape(1, "3", false)),
            tuple("最内", new BlockOrigin.Shape(1, "7/12/20", false)),
            tuple("组内下", new BlockOrigin.Shape(1, "7/13", false)));
  }

  @Test
  void bulletsFromParagraphShapeLayoutAndMaster() {
    String master =
        "<p:bodyStyle><a:lvl1pPr><a:buChar char=\"•\"/></a:lvl1pPr>"
            + "<a:lvl2pPr><a:buChar char=\"–\"/></a:lvl2pPr></p:bodyStyle>";
    String two = paragraph("", "", "甲") + paragraph("lvl=\"1\"", "", "甲之一");
    PptxFile file =
        new PptxFile()
            .slide(
                placeholder(2, "idx=\"1\"", two),
                placeholder(3, "idx=\"2\"", two),
                text(4, 0, 300, 900, 40, "框一", "框二"),
                shape(
                    5,
                    "",
                    box(0, 350, 900, 40),
                    paragraph("", "<a:buAutoNum type=\"arabicPeriod\"/>", "数一")
                        + paragraph("", "<a:buAutoNum type=\"arabicPeriod\"/>", "数二")
                        + paragraph("", "<a:buNone/>", "无点")),
                shape(6, "", box(0, 400, 900, 40), paragraph("", "<a:buChar char=\"•\"/>", "只有一条")))
            .layout(
                shape(2, "<p:ph idx=\"1\"/>", box(0, 100, 900, 40), "")
                    + shape(3, "<p:ph idx=\"2\"/>", box(0, 200, 900, 40), "")
                        .replace(
                            "<a:lstStyle/>",
                            "<a:lstStyle><a:lvl1pPr><a:buNone/></a:lvl1pPr></a:lstStyle>"),
                shape(2, "<p:ph type=\"body\" idx=\"1\"/>", box(0, 100, 900, 300), ""),
                master);

    assertThat(outline(file))
        .containsExactly(
            "list_item1 甲",
            "list_item2 甲之一",
            "paragraph 甲",
            "paragraph 甲之一",
            "paragraph 框一",
            "paragraph 框二",
            "list_item1 数一",
            "list_item1 数二",
            "paragraph 无点",
            "paragraph 只有一条");
  }

  @Test
  void placeholdersLieWhereTheLayoutSays() {
    PptxFile file =
        new PptxFile()
            .slide(
                placeholder(2, "type=\"body\" idx=\"11\"", paragraph("", "", "下")),
                text(4, 0, 50, 900, 40, "上"))
            .layout(
                shape(9, "<p:ph type=\"body\" idx=\"11\"/>", box(0, 300, 900, 100), ""), "", "");

    assertThat(outline(file)).containsExactly("paragraph 上", "paragraph 下");
  }

  @Test
  void tablesWithMergedCells() {
    String table =
        "<a:tbl>"
            + "<a:tr h=\"10\"><a:tc gridSpan=\"2\">"
            + cell("合并")
            + "</a:tc><a:tc hMerge=\"1\">"
            + cell("")
            + "</a:tc><a:tc>"
            + cell("三")
            + "</a:tc></a:tr><a:tr h=\"10\"><a:tc rowSpan=\"2\">"
            + cell("跨行")
            + "</a:tc><a:tc>"
            + cell("二一")
            + "</a:tc><a:tc>"
            + cell("二二")
            + "</a:tc></a:tr><a:tr h=\"10\"><a:tc vMerge=\"1\">"
            + cell("藏")
            + "</a:tc><a:tc>"
            + cell("三一")
            + "</a:tc><a:tc>"
            + cell("三二")
            + "</a:tc></a:tr></a:tbl>";
    ParsedDocument document =
        read(
            new PptxFile()
                .slide(frame(6, 0, 0, 900, 0, table))
                .slide(frame(6, 0, 0, 900, 0, table)));

    assertThat(Readers.outline(document).subList(0, 8))
        .containsExactly(
            "table_cell0.0.0 合并",
            "table_cell0.0.2 三",
            "table_cell0.1.0 跨行",
            "table_cell0.1.1 二一",
            "table_cell0.1.2 二二",
            "table_cell0.2.1 三一",
            "table_cell0.2.2 三二",
            "table_cell1.0.0 合并");
    assertThat(document.blocks().getFirst().origin())
        .isEqualTo(new BlockOrigin.Shape(1, "6", false));
  }

  @Test
  void speakersNotesWithoutTheirFurniture() {
    ParsedDocument document =
        read(
            new PptxFile()
                .slide(text(4, 0, 50, 900, 40, "正文"))
                .notes(
                    placeholder(2, "type=\"sldImg\"", ""),
                    placeholder(3, "type=\"body\" idx=\"1\"", paragraph("", "", "备注一"))
                        .replace("</p:txBody>", "<a:p><a:r><a:t>备注二</a:t></a:r></a:p></p:txBody>"),
                    placeholder(4, "type=\"sldNum\"", paragraph("", "", "1"))));

    assertThat(Readers.outline(document))
        .containsExactly("slide_title1 正文", "note 备注一", "note 备注二");
    assertThat(document.blocks().getLast().origin()).isEqualTo(new BlockOrigin.Shape(1, "3", true));
  }

  @Test
  void diagramsInTheOrderOfTheirOutline() {
    String data =
        PptxFile.xml(
            "dgm:dataModel",
            "<dgm:ptLst><dgm:pt modelId=\"0\" type=\"doc\"/>"
                + point("2", "第二步")
                + point("1", "第一步")
                + point("3", "细节")
                + "<dgm:pt modelId=\"9\" type=\"pres\"><dgm:t><a:p><a:r><a:t>不读</a:t></a:r></a:p>"
                + "</dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst>"
                + "<dgm:cxn srcId=\"0\" destId=\"2\" srcOrd=\"1\"/>"
                + "<dgm:cxn srcId=\"0\" destId=\"1\" srcOrd=\"0\"/>"
                + "<dgm:cxn srcId=\"1\" destId=\"3\" srcOrd=\"0\"/></dgm:cxnLst>");
    PptxFile file =
        new PptxFile()
            .slide(frame(5, 0, 100, 900, 300, "<dgm:relIds r:dm=\"rIdData\"/>"))
            .part("diagrams/data1.xml", "diagramData", "rIdData", data);

    assertThat(outline(file)).containsExactly("list_item1 第一步", "list_item2 细节", "list_item1 第二步");
  }

  @Test
  void wordsOfCharts() {
    String chart =
        PptxFile.xml(
            "c:chartSpace",
            "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>停机</a:t></a:r><a:r><a:t>次数</a:t>"
                + "</a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx>"
                + "<c:strRef><c:strCache><c:pt><c:v>上线后</c:v></c:pt></c:strCache></c:strRef>"
                + "</c:tx><c:cat><c:strRef><c:strCache><c:pt><c:v>一月</c:v></c:pt>"
                + "<c:pt><c:v>二月</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef>"
                + "<c:numCache><c:pt><c:v>11</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>"
                + "</c:barChart></c:plotArea></c:chart>");
    PptxFile file =
        new PptxFile()
            .slide(frame(5, 0, 100, 900, 300, "<c:chart r:id=\"rIdChart\"/>"))
            .part("charts/chart1.xml", "chart", "rIdChart", chart);

    assertThat(outline(file))
        .containsExactly("caption 停机次数", "caption 上线后", "caption 一月", "caption 二月");
  }

  @Test
  void footersAndHiddenShapesAreNotRead() {
    PptxFile file =
        new PptxFile()
            .slide(
                text(4, 0, 100, 900, 40, "正文一", "正文二"),
                placeholder(5, "type=\"ftr\"", paragraph("", "", "页脚")),
                placeholder(6, "type=\"sldNum\"", paragraph("", "", "7")),
                text(8, 0, 200, 900, 40, "藏起来").replace("name=\"\"", "hidden=\"1\""));

    assertThat(outline(file)).containsExactly("paragraph 正文一", "paragraph 正文二");
  }

  @Test
  void aLargeLineAtTheTopIsTheTitleWhereNoPlaceholderIs() {
    String large = text(3, 0, 20, 900, 60, "交付计划").replace("<a:r>", "<a:r><a:rPr sz=\"3200\"/>");
    String small =
        text(4, 0, 200, 900, 200, "第一周贴标签").replace("<a:r>", "<a:r><a:rPr sz=\"1600\"/>");

    assertThat(outline(new PptxFile().slide(small, large, text(5, 0, 450, 90, 20, "注"), small)))
        .startsWith("slide_title1 交付计划");
  }

  @Test
  void aPictureOfASlideIsAScan() {
    ParsedDocument document =
        read(
            new PptxFile()
                .slide(
                    text(4, 0, 100, 900, 40, "有字的一页，图片只是插图而已不用认"),
                    picture(5, 0, 0, 900, 400, "rIdPicture"))
                .part("media/a.png", "image", "rIdPicture", "not read")
                .slide(picture(5, 0, 0, 900, 400, "rIdPicture"))
                .part("media/a.png", "image", "rIdPicture", "not read")
                .slide(picture(5, 0, 0, 90, 40, "rIdPicture"))
                .part("media/a.png", "image", "rIdPicture", "not read"));

    assertThat(document.pages()).isEqualTo(3);
    assertThat(document.unread()).containsExactly(new Unread(2, Unread.Reason.SCANNED));
  }

  @Test
  void aDamagedSlideDoesNotTakeTheOthersAlong() {
    PptxFile file = new PptxFile().slide(text(4, 0, 100, 900, 40, "好的一页", "第二段"));
    file.slide("<p:sp><p:nope></p:sp>").slide(text(4, 0, 100, 900, 40, "又一页", "第二段"));

    ParsedDocument document = read(file);

    assertThat(Readers.outline(document)).contains("paragraph 好的一页", "paragraph 又一页");
    assertThat(document.unread()).containsExactly(new Unread(2, Unread.Reason.DAMAGED));
  }

  @Test
  void slidesBehindTheLimitAreReported() {
    PptxFile file = new PptxFile();
    for (int i = 0; i < 4; i++) {
      file.slide(text(4, 0, 100, 900, 40, "第" + i + "页", "正文"));
    }
    ParseLimits two =
        new ParseLimits(
            1 << 20, 1 << 20, 2, 1000, 60, false, 0, Duration.ofSeconds(30), Duration.ZERO);

    ParsedDocument document = Readers.read(file.write(folder.resolve("a.pptx")), two);

    assertThat(document.pages()).isEqualTo(4);
    assertThat(document.blocks()).hasSize(4);
    assertThat(document.unread())
        .containsExactly(
            new Unread(3, Unread.Reason.OVER_LIMIT), new Unread(4, Unread.Reason.OVER_LIMIT));
  }

  @Test
  void aFileThatPoiWrote() throws IOException {
    Path file = folder.resolve("poi.pptx");
    try (XMLSlideShow show = new XMLSlideShow();
        var out = Files.newOutputStream(file)) {
      XSLFSlide slide = show.createSlide();
      var title = slide.createTextBox();
      title.setAnchor(new java.awt.Rectangle(50, 20, 600, 50));
      title.setText("方案总览");
      title.getTextParagraphs().getFirst().getTextRuns().getFirst().setFontSize(32.0);
      XSLFTable table = slide.createTable(2, 2);
      table.setAnchor(new java.awt.Rectangle(50, 200, 600, 100));
      table.getCell(1, 1).setText("格子");
      var box = slide.createGroup().createTextBox();
      box.setAnchor(new java.awt.Rectangle(50, 400, 600, 50));
      box.setText("组里的字");
      for (var shape : show.getNotesSlide(slide).getPlaceholders()) {
        if (shape.getTextType() == Placeholder.BODY) {
          shape.setText("讲者备注");
        }
      }
      show.write(out);
    }

    ParsedDocument document = Readers.read(file);

    assertThat(Readers.outline(document))
        .containsExactly("slide_title1 方案总览", "table_cell0.1.1 格子", "paragraph 组里的字", "note 讲者备注");
    assertThat(document.blocks().get(2).origin())
        .isInstanceOfSatisfying(
            BlockOrigin.Shape.class, shape -> assertThat(shape.shape()).contains("/"));
    assertThat(Readers.texts(document, BlockKind.NOTE)).containsExactly("讲者备注");
  }

  private static String box(int x, int y, int width, int height) {
    return "<a:xfrm><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm>"
        .formatted(x, y, width, height);
  }

  private static String cell(String text) {
    return "<a:txBody><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></a:txBody>";
  }

  private static String point(String id, String text) {
    return "<dgm:pt modelId=\""
        + id
        + "\"><dgm:t><a:p><a:r><a:t>"
        + text
        + "</a:t></a:r></a:p></dgm:t></dgm:pt>";
  }

  private ParsedDocument read(PptxFile file) {
    return Readers.read(file.write(folder.resolve("test.pptx")));
  }

  private List<String> outline(PptxFile file) {
    return Readers.outline(read(file));
  }
}
