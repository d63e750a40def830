package dev.dealcoach.scan.annotate.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.PageBox;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.pdf.PdfBoxDocumentParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfAnnotatorTest {
  private static final String QUOTE = "每次找模具都得翻半天";

  @TempDir Path folder;

  @Test
  void writesOneHighlightForEachNoteWithAPlace() throws Exception {
    Path original = original();
    List<PdfNote> notes =
        List.of(
            note(PdfNote.Mark.FINDING, "缺少量化", boxes(original, QUOTE)),
            note(PdfNote.Mark.EVIDENCE, "补充证据", boxes(original, "省计量院出具的比对报告")),
            note(PdfNote.Mark.GAP, "没有知识产权条款", List.of()));
    Path copy = folder.resolve("copy.pdf");
    int added = PdfAnnotator.annotate(original, notes, PdfAnnotator.Placeless.LEFT_OUT, copy);
    assertThat(added).isEqualTo(2);
    try (PDDocument document = Loader.loadPDF(copy.toFile())) {
      List<PDAnnotation> all = document.getPage(0).getAnnotations();
      assertThat(all).hasSize(2).allMatch(a -> a instanceof PDAnnotationHighlight);
      assertThat(all.get(0).getContents()).isEqualTo("缺少量化");
      assertThat(all.get(0).getNormalAppearanceStream()).isNotNull();
      assertThat(document.getPage(1).getAnnotations()).isEmpty();
    }
    PdfAnnotator.annotate(original, notes, PdfAnnotator.Placeless.ON_FIRST_PAGE, copy);
    try (PDDocument document = Loader.loadPDF(copy.toFile())) {
      assertThat(document.getPage(0).getAnnotations()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void marksTheWordsOnTurnedAndCroppedPages(int rotation) throws Exception {
    Path turned = folder.resolve("turned.pdf");
    try (PDDocument document = Loader.loadPDF(original().toFile())) {
      PDPage page = document.getPage(0);
      page.setRotation(rotation);
      page.setCropBox(new PDRectangle(40, 50, 540, 720));
      document.save(turned.toFile());
    }
    List<PageBox> boxes = boxes(turned, QUOTE);
    assertThat(boxes).hasSize(1);
    Path copy = folder.resolve("copy.pdf");
    PdfAnnotator.annotate(
        turned,
        List.of(note(PdfNote.Mark.FINDING, "x", boxes)),
        PdfAnnotator.Placeless.LEFT_OUT,
        copy);
    BufferedImage before = render(turned);
    BufferedImage after = render(copy);
    PageBox box = boxes.getFirst();
    int changed = 0;
    for (int y = 0; y < before.getHeight(); y++) {
      for (int x = 0; x < before.getWidth(); x++) {
        if (before.getRGB(x, y) != after.getRGB(x, y)) {
          changed++;
          assertThat((float) x).isBetween(box.x0() - 3, box.x1() + 3);
          assertThat((float) y).isBetween(box.y0() - 3, box.y1() + 3);
        }
      }
    }
    float area = (box.x1() - box.x0()) * (box.y1() - box.y0());
    assertThat((float) changed).isGreaterThan(0.6f * area);
  }

  private static BufferedImage render(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFRenderer(document).renderImageWithDPI(0, 72);
    }
  }

  private static PdfNote note(PdfNote.Mark mark, String text, List<PageBox> boxes) {
    return new PdfNote(mark, "Dealcoach", text, boxes);
  }

  private static List<PageBox> boxes(Path file, String quote) {
    ParsedDocument document =
        ((ParseResult.Parsed) new PdfBoxDocumentParser().parse(file, "x.pdf", ParseLimits.STANDARD))
            .document();
    Block block =
        document.blocks().stream().filter(b -> b.text().contains(quote)).findFirst().orElseThrow();
    int start = block.text().indexOf(quote);
    return PageBox.of(block, start, start + quote.length());
  }

  private static Path original() throws Exception {
    return Path.of(PdfAnnotatorTest.class.getResource("/pdf/01.pdf").toURI());
  }
}
