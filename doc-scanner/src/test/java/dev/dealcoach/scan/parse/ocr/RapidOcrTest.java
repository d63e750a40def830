package dev.dealcoach.scan.parse.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.PageBox;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.pdf.PdfBoxDocumentParser;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example proposal as a scan is read back nearly without loss. */
class RapidOcrTest {
  @TempDir Path folder;

  @Test
  void takesNoPageForAPictureWhoseFontsAreCutOff() throws Exception {
    Path original = Path.of(RapidOcrTest.class.getResource("/pdf/01.pdf").toURI());
    Path cut = folder.resolve("cut.pdf");
    try (PDDocument document = Loader.loadPDF(original.toFile())) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        if (document.getDocument().getObjectFromPool(key).getObject()
            instanceof COSDictionary dictionary) {
          dictionary.removeItem(COSName.TO_UNICODE);
          dictionary.removeItem(COSName.FONT_FILE2);
          dictionary.removeItem(COSName.FONT_FILE3);
        }
      }
      document.save(cut.toFile(), CompressParameters.NO_COMPRESSION);
    }
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 400));
    assertThat(new PdfBoxDocumentParser(new RapidOcrPageReader()).parse(cut, "x", limits(true)))
        .isInstanceOfSatisfying(
            ParseFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(ParseFailure.Code.DAMAGED));
  }

  @Test
  void readsAScan() throws Exception {
    Path original = Path.of(RapidOcrTest.class.getResource("/pdf/01.pdf").toURI());
    Path scan = folder.resolve("scan.pdf");
    Path picture = folder.resolve("page.png");
    try (PDDocument document = Loader.loadPDF(original.toFile());
        PDDocument pictures = new PDDocument()) {
      PDFRenderer renderer = new PDFRenderer(document);
      BufferedImage image = renderer.renderImageWithDPI(0, PageReader.DPI, ImageType.GRAY);
      ImageIO.write(image.getSubimage(0, 0, image.getWidth(), 640), "png", picture.toFile());
      PDRectangle box = document.getPage(0).getMediaBox();
      PDPage page = new PDPage(box);
      pictures.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(pictures, page)) {
        out.drawImage(
            LosslessFactory.createFromImage(pictures, image),
            0,
            0,
            box.getWidth(),
            box.getHeight());
      }
      pictures.save(scan.toFile());
    }
    List<Block> truth =
        parsed(new PdfBoxDocumentParser().parse(original, "x", limits(true))).blocks().stream()
            .filter(b -> PageBox.of(b, 0, b.text().length()).getFirst().page() == 1)
            .toList();

    ParsedDocument unread = parsed(new PdfBoxDocumentParser().parse(scan, "x", limits(true)));
    assertThat(unread.blocks()).isEmpty();
    assertThat(unread.unread()).containsExactly(new Unread(1, Unread.Reason.SCANNED));

    PageReader reader = new RapidOcrPageReader();
    ParsedDocument read = parsed(new PdfBoxDocumentParser(reader).parse(scan, "x", limits(true)));
    assertThat(read.unread()).isEmpty();
    assertThat(read.blocks()).allMatch(Block::ocr);
    assertThat(recall(text(truth), text(read.blocks()))).isGreaterThan(0.97);
    assertThat(cells(read.blocks())).containsAll(shortCells(truth));
    assertNear(truth, read.blocks(), "三、账怎么算");

    ParsedDocument image =
        parsed(new PictureDocumentParser(reader).parse(picture, "page.png", limits(true)));
    assertThat(image.type()).isEqualTo(DocumentType.IMAGE);
    assertThat(image.pages()).isEqualTo(1);
    assertThat(text(image.blocks())).contains("每次找模具都得翻半天").contains("一、我们听到的情况");
    assertThat(
            parsed(new PictureDocumentParser(reader).parse(picture, "x", limits(false))).unread())
        .containsExactly(new Unread(1, Unread.Reason.SCANNED));
  }

  /** The line is found where it is printed. */
  private static void assertNear(List<Block> truth, List<Block> read, String text) {
    PageBox a = box(truth, text);
    PageBox b = box(read, text);
    assertThat(b.x0()).isCloseTo(a.x0(), org.assertj.core.data.Offset.offset(5f));
    assertThat(b.x1()).isCloseTo(a.x1(), org.assertj.core.data.Offset.offset(5f));
    assertThat((b.y0() + b.y1()) / 2)
        .isCloseTo((a.y0() + a.y1()) / 2, org.assertj.core.data.Offset.offset(3f));
  }

  private static PageBox box(List<Block> blocks, String text) {
    Block block = blocks.stream().filter(b -> b.text().contains(text)).findFirst().orElseThrow();
    assertThat(block.origin()).isInstanceOf(BlockOrigin.Page.class);
    int start = block.text().indexOf(text);
    return PageBox.of(block, start, start + text.length()).getFirst();
  }

  private static List<String> cells(List<Block> blocks) {
    return blocks.stream()
        .filter(b -> b.kind() == BlockKind.TABLE_CELL)
        .map(b -> b.text().replace(" ", ""))
        .toList();
  }

  /** Cells of one line: the reader may mistake a comma in the longer ones. */
  private static List<String> shortCells(List<Block> blocks) {
    return new ArrayList<>(cells(blocks).stream().filter(t -> t.length() < 13).toList());
  }

  private static String text(List<Block> blocks) {
    return blocks.stream().map(Block::text).collect(Collectors.joining());
  }

  /** Share of the characters that are there again, however ordered. */
  private static double recall(String expected, String found) {
    Map<Integer, Integer> left = new HashMap<>();
    found.chars().forEach(c -> left.merge(c, 1, Integer::sum));
    long hit = expected.chars().filter(c -> left.merge(c, -1, Integer::sum) >= 0).count();
    return (double) hit / expected.length();
  }

  private static ParsedDocument parsed(ParseResult result) {
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).document();
  }

  private static ParseLimits limits(boolean ocr) {
    return new ParseLimits(
        1 << 26, 1 << 28, 100, 100_000, 60, ocr, 10, Duration.ofMinutes(5), Duration.ofMinutes(5));
  }
}
