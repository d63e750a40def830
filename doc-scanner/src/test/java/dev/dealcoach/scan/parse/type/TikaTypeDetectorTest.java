package dev.dealcoach.scan.parse.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.Readers;
import dev.dealcoach.scan.parse.office.slides.PptxFile;
import dev.dealcoach.scan.parse.office.word.DocxFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TikaTypeDetectorTest {
  private static final TikaTypeDetector DETECTOR = new TikaTypeDetector();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "01.docx,DOCX",
    "01.pptx,PPTX",
    "01.doc,DOC",
    "01.ppt,PPT",
    "01.md,MD",
  })
  void theContentDecidesAndNotTheName(String name, DocumentType type) {
    Path file = Readers.resource("proposals/" + name);

    for (String called : new String[] {name, "a.pdf", "a.xls", "a", "方案.png", "a.zip"}) {
      assertThat(detect(file, called)).as(called).isEqualTo(new TypeAnswer.Known(type));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
      })
  void kinOfDocx(String mainType) {
    Path file = DocxFile.of(DocxFile.p("正文")).mainType(mainType).write(folder.resolve("a.docm"));

    assertThat(detect(file, "a.docm")).isEqualTo(new TypeAnswer.Known(DocumentType.DOCX));
    assertThat(Readers.read(file).blocks()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
        "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
      })
  void kinOfPptx(String mainType) {
    Path file =
        new PptxFile()
            .slide(PptxFile.text(2, 0, 0, 9, 9, "正文"))
            .mainType(mainType)
            .write(folder.resolve("a.ppsx"));

    assertThat(detect(file, "a.ppsx")).isEqualTo(new TypeAnswer.Known(DocumentType.PPTX));
  }

  @Test
  void workbooksAndArchivesAreUnsupported() throws IOException {
    Path xlsx = folder.resolve("a.docx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(xlsx)) {
      book.createSheet().createRow(0).createCell(0).setCellValue("x");
      book.write(out);
    }
    Path xls = folder.resolve("a.doc");
    try (HSSFWorkbook book = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(xls)) {
      book.createSheet();
      book.write(out);
    }
    Path zip = folder.resolve("a.pptx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.write('x');
    }

    for (Path file : new Path[] {xlsx, xls, zip}) {
      assertThat(Readers.failure(file)).as("%s", file).isEqualTo(ParseFailure.Code.UNSUPPORTED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
  void pictures(String format) throws IOException {
    Path file = folder.resolve("a.docx");
    BufferedImage picture = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();

    assertThat(detect(file, "a.docx")).isEqualTo(new TypeAnswer.Known(DocumentType.IMAGE));
    // no reader of pictures is among those of this test
    assertThat(Readers.failure(file)).isEqualTo(ParseFailure.Code.UNSUPPORTED);
  }

  @ParameterizedTest
  @CsvSource({
    "'%PDF-1.7\n%âãÏÓ\n1 0 obj',PDF",
    "'<!DOCTYPE html><html><body>x</body></html>',HTML",
    "'<html lang=\"zh\"><head>',HTML",
    "'  <div>段落</div>',HTML",
    "'<p>段落</p>',HTML",
    "'就是一段文字。',TXT",
    "'a < b, that is all',TXT",
    "'From: a@b.c\nSubject: 报价\n\n正文',TXT",
    "'# 标题\n\n## 一\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',MD",
    "'# 注释一样的一行\n文字',TXT"
  })
  void texts(String content, DocumentType type) throws IOException {
    Path file = Files.writeString(folder.resolve("a.bin"), content);

    assertThat(detect(file, "a.bin")).isEqualTo(new TypeAnswer.Known(type));
  }

  @Test
  void theNameDecidesBetweenMarkdownAndText() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "# 标题\n\n一段文字。\n");

    assertThat(detect(file, "方案.md")).isEqualTo(new TypeAnswer.Known(DocumentType.MD));
    assertThat(detect(file, "方案.MARKDOWN")).isEqualTo(new TypeAnswer.Known(DocumentType.MD));
    assertThat(detect(file, "方案.txt")).isEqualTo(new TypeAnswer.Known(DocumentType.TXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "Big5", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void textInAnyEncoding(String charset) throws IOException {
    String text = "貴司目前有四百六十副模具\n客戶的問題是停機時間太長，一個月停了十一次\n";
    Path file = Files.write(folder.resolve("a.txt"), text.getBytes(Charset.forName(charset)));

    assertThat(detect(file, "a.txt")).isEqualTo(new TypeAnswer.Known(DocumentType.TXT));
  }

  @Test
  void whatIsNotReadIsUnsupported() throws IOException {
    for (byte[] content :
        new byte[][] {
          "{\\rtf1\\ansi hello}".getBytes(StandardCharsets.US_ASCII),
          "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"
              .getBytes(StandardCharsets.US_ASCII),
          {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0, 1, 0},
          {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x64, 0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 9}
        }) {
      Path file = Files.write(folder.resolve("a.txt"), content);
      assertThat(Readers.failure(file)).isEqualTo(ParseFailure.Code.UNSUPPORTED);
    }
  }

  @Test
  void missingEmptyAndTooLarge() throws IOException {
    assertThat(Readers.failure(folder.resolve("gone.docx")))
        .isEqualTo(ParseFailure.Code.NOT_READABLE);
    assertThat(Readers.failure(folder)).isEqualTo(ParseFailure.Code.NOT_READABLE);
    assertThat(Readers.failure(Files.createFile(folder.resolve("empty.pptx"))))
        .isEqualTo(ParseFailure.Code.EMPTY);
    assertThat(Readers.failure(Files.writeString(folder.resolve("blank.txt"), " \n \n")))
        .isEqualTo(ParseFailure.Code.EMPTY);

    ParseLimits standard = ParseLimits.STANDARD;
    ParseLimits small =
        new ParseLimits(
            100, 1000, 10, 1000, 10, false, 0, standard.time(), standard.ocrTimePerPage());
    ParseResult result =
        Readers.STANDARD.parse(Readers.resource("proposals/01.docx"), "01.docx", small);
    assertThat(result)
        .isInstanceOfSatisfying(
            ParseFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(ParseFailure.Code.TOO_LARGE));
  }

  private static TypeAnswer detect(Path file, String name) {
    return DETECTOR.detect(file, name, ParseLimits.STANDARD);
  }
}
