package dev.dealcoach.scan.parse.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Readers;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.ocr.PageReader;
import dev.dealcoach.scan.parse.ocr.RapidOcrPageReader;
import dev.dealcoach.scan.parse.office.slides.HslfPptParser;
import dev.dealcoach.scan.parse.office.slides.StaxPptxParser;
import dev.dealcoach.scan.parse.office.word.StaxDocxParser;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scanned page in a Word file and a screenshot on a slide are read by OCR. */
class PicturesOfTextTest {
  private static final PageReader OCR = new RapidOcrPageReader();
  private static byte[] picture;

  @TempDir Path folder;

  @BeforeAll
  static void photographThePage() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Readers.resource("pdf/01.pdf").toFile())) {
      BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, PageReader.DPI);
      BufferedImage top = page.getSubimage(0, 0, page.getWidth(), page.getHeight() / 6);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(top, "png", out);
      picture = out.toByteArray();
    }
  }

  @Test
  void inWord() throws IOException, InvalidFormatException {
    Path file = folder.resolve("scan.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      document.createParagraph();
      document
          .createParagraph()
          .createRun()
          .addPicture(
              new ByteArrayInputStream(picture),
              org.apache.poi.common.usermodel.PictureType.PNG,
              "a.png",
              Units.toEMU(450),
              Units.toEMU(220));
      document.write(out);
    }

    ParsedDocument read = read(new StaxDocxParser(OCR), file);
    assertThat(words(read)).contains("模具全寿命管理");
    assertThat(read.unread()).isEmpty();
    assertThat(read.blocks())
        .allMatch(Block::ocr)
        .allMatch(b -> b.origin().equals(new BlockOrigin.Paragraph(1)));

    ParsedDocument unread = read(new StaxDocxParser(), file);
    assertThat(unread.blocks()).isEmpty();
    assertThat(unread.unread()).containsExactly(new Unread(null, Unread.Reason.SCANNED));
  }

  @Test
  void onSlides() throws IOException {
    Path pptx = folder.resolve("scan.pptx");
    try (XMLSlideShow show = new XMLSlideShow();
        OutputStream out = Files.newOutputStream(pptx)) {
      var slide = show.createSlide();
      slide
          .createPicture(show.addPicture(picture, PictureType.PNG))
          .setAnchor(new Rectangle(0, 0, 700, 350));
      show.write(out);
    }
    Path ppt = folder.resolve("scan.ppt");
    try (HSLFSlideShow show = new HSLFSlideShow();
        OutputStream out = Files.newOutputStream(ppt)) {
      var slide = show.createSlide();
      slide
          .createPicture(show.addPicture(picture, PictureType.PNG))
          .setAnchor(new Rectangle(0, 0, 700, 350));
      show.write(out);
    }

    for (ParsedDocument read :
        new ParsedDocument[] {
          read(new StaxPptxParser(OCR), pptx), read(new HslfPptParser(OCR), ppt)
        }) {
      assertThat(words(read)).contains("模具全寿命管理");
      assertThat(read.unread()).isEmpty();
      assertThat(read.blocks())
          .allMatch(Block::ocr)
          .allMatch(b -> b.origin() instanceof BlockOrigin.Shape shape && shape.slide() == 1);
    }
    assertThat(read(new HslfPptParser(), ppt).unread())
        .containsExactly(new Unread(1, Unread.Reason.SCANNED));
  }

  private static ParsedDocument read(DocumentParser parser, Path file) {
    ParseResult result = parser.parse(file, file.getFileName().toString(), ParseLimits.STANDARD);
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    ParsedDocument document = ((ParseResult.Parsed) result).document();
    Readers.assertSound(document);
    return document;
  }

  private static String words(ParsedDocument document) {
    return document.blocks().stream().map(Block::text).collect(Collectors.joining());
  }
}
