package dev.dealcoach.scan.parse.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.PrintedLine;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** PDF files of the tests, and what is asked of them again and again. */
final class PdfFixture {
  /** Without OCR, with time enough on a busy machine. */
  static final ParseLimits LIMITS =
      new ParseLimits(
          200L << 20,
          1L << 30,
          1000,
          4_000_000,
          60,
          false,
          60,
          Duration.ofMinutes(5),
          Duration.ofMinutes(5));

  private PdfFixture() {}

  static Path file(String name) {
    try {
      return Path.of(PdfFixture.class.getResource("/pdf/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static ParsedDocument parse(String name) {
    return parse(file(name));
  }

  static ParsedDocument parse(Path file) {
    ParseResult result = new PdfBoxDocumentParser().parse(file, "test.pdf", LIMITS);
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    ParsedDocument document = ((ParseResult.Parsed) result).document();
    assertSound(document);
    return document;
  }

  /** What holds for every document. */
  static void assertSound(ParsedDocument document) {
    for (int i = 0; i < document.blocks().size(); i++) {
      Block block = document.blocks().get(i);
      assertThat(block.index()).isEqualTo(i);
      assertThat(block.text()).isNotEmpty().isEqualTo(NormalText.of(block.text()));
      assertThat(block.cell() != null).isEqualTo(block.kind() == BlockKind.TABLE_CELL);
      int at = 0;
      for (PrintedLine line : ((BlockOrigin.Page) block.origin()).lines()) {
        assertThat(line.start()).isBetween(at, at + 1);
        if (line.start() > at) {
          assertThat(block.text().charAt(at)).isEqualTo(' ');
        }
        assertThat(line.bottom()).isGreaterThanOrEqualTo(line.top());
        for (int u = 0; u < line.left().length; u++) {
          assertThat(line.right()[u]).isGreaterThanOrEqualTo(line.left()[u]);
        }
        at = line.end();
      }
      assertThat(at).isEqualTo(block.text().length());
    }
  }

  static List<String> texts(ParsedDocument document, BlockKind kind) {
    return document.blocks().stream().filter(b -> b.kind() == kind).map(Block::text).toList();
  }
}
