package dev.dealcoach.scan.annotate.docx;

import static dev.dealcoach.scan.parse.office.word.DocxFile.p;
import static dev.dealcoach.scan.parse.office.word.DocxFile.r;
import static dev.dealcoach.scan.parse.office.word.DocxFile.tbl;
import static dev.dealcoach.scan.parse.office.word.DocxFile.tc;
import static dev.dealcoach.scan.parse.office.word.DocxFile.tr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Readers;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.scan.parse.office.word.DocxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class DocxAnnotatorTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path folder;

  @Test
  void aQuoteInTheMiddleOfARunIsExactlyWhatTheCommentCovers() throws IOException {
    Path file =
        DocxFile.of(
                "<w:p><w:r><w:rPr><w:b/><w:color w:val=\"FF0000\"/></w:rPr>"
                    + "<w:t>停机十一次，每次半天</w:t></w:r></w:p>")
            .write(folder.resolve("a.docx"));

    Path copy = annotate(file, note("几次？", new TextPart(0, 2, 5)));

    assertThat(covered(copy)).containsExactly("十一次");
    try (XWPFDocument document = open(copy)) {
      assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("停机十一次，每次半天");
      assertThat(document.getParagraphs().getFirst().getRuns())
          .filteredOn(run -> !run.text().isEmpty())
          .hasSize(3)
          .allMatch(run -> run.isBold() && run.getColor().equals("FF0000"));
      XWPFComment comment = document.getComments()[0];
      assertThat(comment.getAuthor()).isEqualTo("成单教练");
      assertThat(comment.getText()).isEqualTo("几次？");
      assertThat(comment.getDate().toInstant()).isEqualTo(NOON);
    }
  }

  @Test
  void quotesCrossRunsLinksCellsAndParagraphs() throws IOException {
    Path file =
        DocxFile.of(
                "<w:p>"
                    + r("见附件")
                    + "<w:hyperlink w:anchor=\"a\">"
                    + r("测时")
                    + r("报告")
                    + "</w:hyperlink>"
                    + r("第三页")
                    + "</w:p>"
                    + p("第二段")
                    + tbl(tr(tc(p("甲方案")), tc(p("乙方案")))))
            .write(folder.resolve("a.docx"));

    Path copy =
        annotate(
            file,
            note("跨链接", new TextPart(0, 2, 8)),
            note("跨段", new TextPart(0, 9, 10), new TextPart(1, 0, 2)),
            note("跨格", new TextPart(2, 1, 3), new TextPart(3, 0, 1)));

    assertThat(covered(copy)).containsExactly("件测时报告第", "页第二", "方案乙");
  }

  @Test
  void offsetsAreThoseOfTheNormalForm() throws IOException {
    Path file =
        DocxFile.of(
                "<w:p><w:r><w:t xml:space=\"preserve\">  cafe&#x301;   au</w:t><w:br/><w:t>lait</w:t>"
                    + "<w:tab/><w:t>的\u200b价</w:t><w:br/><w:t>格</w:t></w:r></w:p>")
            .write(folder.resolve("a.docx"));
    ParsedDocument document = Readers.read(file);
    assertThat(document.blocks().getFirst().text()).isEqualTo("café au lait 的价格");

    Path copy =
        annotate(
            file,
            note("é", new TextPart(0, 3, 4)),
            note("au lait", new TextPart(0, 5, 12)),
            note("价格", new TextPart(0, 14, 16)));

    assertThat(covered(copy)).containsExactly("e\u0301", "au\nlait", "价\n格");
  }

  @Test
  void notesAtTheSamePlaceAndInsideEachOther() throws IOException {
    Path file = DocxFile.of(p("甲乙丙丁戊")).write(folder.resolve("a.docx"));

    Path copy =
        annotate(
            file,
            note("1", new TextPart(0, 0, 5)),
            note("2", new TextPart(0, 0, 2)),
            note("3", new TextPart(0, 2, 5)),
            note("4", new TextPart(0, 1, 3)),
            note("5", new TextPart(0, 0, 5)));

    assertThat(covered(copy)).containsExactly("甲乙丙丁戊", "甲乙", "丙丁戊", "乙丙", "甲乙丙丁戊");
    try (XWPFDocument document = open(copy)) {
      assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("甲乙丙丁戊");
    }
  }

  @Test
  void textOfFootnotesAndBoxesIsCommentedWhereItHangs() throws IOException {
    Path file =
        DocxFile.of(
                "<w:p>"
                    + r("正文")
                    + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                    + "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
                    + p("框里的字")
                    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>")
            .footnotes("<w:footnote w:id=\"2\">" + p("脚注的字") + "</w:footnote>")
            .write(folder.resolve("a.docx"));
    ParsedDocument document = Readers.read(file);
    assertThat(document.blocks()).extracting(Block::text).containsExactly("正文", "脚注的字", "框里的字");

    Path copy = annotate(file, note("注", new TextPart(1, 0, 2)), note("框", new TextPart(2, 1, 2)));

    try (XWPFDocument reopened = open(copy)) {
      assertThat(reopened.getComments()).hasSize(2);
    }
    assertThat(covered(copy)).hasSize(2);
    // the marks stand in the main text, not inside the box
    String xml = part(copy, "word/document.xml");
    int box = xml.indexOf("<w:txbxContent");
    int boxEnd = xml.indexOf("</w:txbxContent");
    assertThat(xml.substring(box, boxEnd)).doesNotContain("comment");
  }

  @Test
  void theDocumentsOwnCommentsStay() throws IOException {
    Path file = folder.resolve("own.docx");
    try (XWPFDocument document = new XWPFDocument();
        var out = Files.newOutputStream(file)) {
      var paragraph = document.createParagraph();
      paragraph.createRun().setText("已有批注的一段");
      var comments = document.createComments();
      var own = comments.createComment(java.math.BigInteger.valueOf(7));
      own.setAuthor("洪经理");
      own.createParagraph().createRun().setText("请核对");
      paragraph.getCTP().addNewCommentRangeStart().setId(java.math.BigInteger.valueOf(7));
      document.write(out);
    }

    Path copy = annotate(file, note("新的", new TextPart(0, 0, 2)));

    try (XWPFDocument document = open(copy)) {
      assertThat(document.getComments())
          .extracting(XWPFComment::getAuthor)
          .containsExactly("洪经理", "成单教练");
      assertThat(document.getComments()).extracting(XWPFComment::getId).containsExactly("7", "8");
    }
  }

  @Test
  void nothingElseChanges() throws IOException {
    Path file = Readers.resource("proposals/01.docx");
    ParsedDocument before = Readers.read(file);
    List<DocxNote> notes = new ArrayList<>();
    for (Block block : before.blocks()) {
      notes.add(note("第" + block.index() + "段", new TextPart(block.index(), 0, 1)));
    }

    Path copy = annotate(file, notes.toArray(DocxNote[]::new));

    ParsedDocument after = Readers.read(copy);
    assertThat(after.blocks()).isEqualTo(before.blocks());
    Map<String, byte[]> old = parts(file);
    Map<String, byte[]> now = parts(copy);
    assertThat(now.keySet()).containsExactlyElementsOf(old.keySet());
    for (String part : old.keySet()) {
      if (!part.equals("word/document.xml") && !part.equals("word/comments.xml")) {
        assertThat(now.get(part)).as(part).isEqualTo(old.get(part));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void anyQuotesOfARealFileAreCoveredExactly(int seed) throws IOException {
    Path file = Readers.resource("proposals/02.docx");
    ParsedDocument document = Readers.read(file);
    Random random = new Random(seed);
    List<DocxNote> notes = new ArrayList<>();
    List<String> quotes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Block block = document.blocks().get(random.nextInt(document.blocks().size()));
      int start = random.nextInt(block.text().length());
      int end = start + 1 + random.nextInt(block.text().length() - start);
      notes.add(note("note " + i, new TextPart(block.index(), start, end)));
      quotes.add(block.text().substring(start, end).replace(" ", ""));
    }

    Path copy = annotate(file, notes.toArray(DocxNote[]::new));

    assertThat(covered(copy)).extracting(q -> q.replaceAll("\\s", "")).isEqualTo(quotes);
    assertThat(Readers.read(copy).blocks()).isEqualTo(document.blocks());
    try (XWPFDocument reopened = open(copy)) {
      assertThat(reopened.getComments()).hasSize(60);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main"
      })
  void otherPrefixesAndStrictFiles(String namespace) throws IOException {
    Path file =
        DocxFile.of("")
            .main(
                "<document xmlns=\""
                    + namespace
                    + "\" xmlns:x=\""
                    + namespace
                    + "\"><body><p><pPr><outlineLvl x:val=\"0\"/></pPr><r><t>标题文字</t></r></p>"
                    + "</body></document>")
            .write(folder.resolve("a.docx"));
    ParsedDocument before = Readers.read(file);
    assertThat(Readers.outline(before)).containsExactly("heading1 标题文字");

    Path copy = annotate(file, note("注", new TextPart(0, 2, 4)));

    assertThat(Readers.read(copy).blocks()).isEqualTo(before.blocks());
    assertThat(part(copy, "word/document.xml"))
        .contains("<t xml:space=\"preserve\">文字</t>", "x:id=\"0\"");
    assertThat(part(copy, "word/comments.xml")).contains(namespace, "注");
    if (namespace.startsWith("http://schemas")) {
      try (XWPFDocument document = open(copy)) {
        assertThat(document.getComments()).hasSize(1);
      }
    }
  }

  @Test
  void notesWithoutPlace() throws IOException {
    Path file = DocxFile.of(p("") + p("标题") + p("正文")).write(folder.resolve("a.docx"));
    Path copy = folder.resolve("copy.docx");
    DocxNote note = note("没有报价一节");

    int left =
        DocxAnnotator.annotate(
            file, List.of(note), DocxAnnotator.Placeless.LEFT_OUT, ParseLimits.STANDARD, copy);
    assertThat(left).isZero();

    int put =
        DocxAnnotator.annotate(
            file,
            List.of(note),
            DocxAnnotator.Placeless.ON_FIRST_PARAGRAPH,
            ParseLimits.STANDARD,
            copy);
    assertThat(put).isEqualTo(1);
    assertThat(covered(copy)).containsExactly("标题");
  }

  @Test
  void illegalCharactersInANoteAreLeftOut() throws IOException {
    Path file = DocxFile.of(p("正文𠮷")).write(folder.resolve("a.docx"));

    Path copy = annotate(file, note("a\u0000b\uFFFE𠮷<&>\n第二行", new TextPart(0, 2, 4)));

    assertThat(covered(copy)).containsExactly("𠮷");
    try (XWPFDocument document = open(copy)) {
      assertThat(document.getComments()[0].getText()).isEqualTo("ab𠮷<&>\n第二行");
    }
  }

  @Test
  void whatIsNoWordFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.docx"), "no zip");

    assertThatThrownBy(() -> annotate(file, note("x", new TextPart(0, 0, 1))))
        .isInstanceOf(IOException.class);
  }

  private static DocxNote note(String text, TextPart... parts) {
    return new DocxNote("成单教练", NOON, text, List.of(parts));
  }

  private Path annotate(Path file, DocxNote... notes) throws IOException {
    Path copy = folder.resolve("copy-of-" + file.getFileName());
    int added =
        DocxAnnotator.annotate(
            file, List.of(notes), DocxAnnotator.Placeless.LEFT_OUT, ParseLimits.STANDARD, copy);
    assertThat(added).isEqualTo(notes.length);
    return copy;
  }

  private static XWPFDocument open(Path file) throws IOException {
    return new XWPFDocument(Files.newInputStream(file));
  }

  private static Map<String, byte[]> parts(Path file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  private static String part(Path file, String name) throws IOException {
    return new String(parts(file).get(name), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The text between the marks of each comment, in the order of the comments' ids. */
  private static List<String> covered(Path file) throws IOException {
    Document xml =
        SafeDom.parse(new java.io.ByteArrayInputStream(parts(file).get("word/document.xml")));
    Map<Integer, StringBuilder> open = new LinkedHashMap<>();
    Map<Integer, String> closed = new java.util.TreeMap<>();
    walk(xml.getDocumentElement(), open, closed);
    assertThat(open).isEmpty();
    return List.copyOf(closed.values());
  }

  private static void walk(
      Node node, Map<Integer, StringBuilder> open, Map<Integer, String> closed) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        switch (element.getLocalName()) {
          case "commentRangeStart" ->
              open.put(Integer.valueOf(element.getAttribute("w:id")), new StringBuilder());
          case "commentRangeEnd" -> {
            int id = Integer.parseInt(element.getAttribute("w:id"));
            closed.put(id, open.remove(id).toString());
          }
          case "t" -> open.values().forEach(text -> text.append(element.getTextContent()));
          case "br" -> open.values().forEach(text -> text.append('\n'));
          default -> walk(element, open, closed);
        }
      }
    }
  }
}
