package dev.dealcoach.scan.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.scan.parse.office.slides.HslfPptParser;
import dev.dealcoach.scan.parse.office.slides.StaxPptxParser;
import dev.dealcoach.scan.parse.office.word.HwpfDocParser;
import dev.dealcoach.scan.parse.office.word.StaxDocxParser;
import dev.dealcoach.scan.parse.text.CommonmarkParser;
import dev.dealcoach.scan.parse.text.JsoupHtmlParser;
import dev.dealcoach.scan.parse.text.PlainTextParser;
import dev.dealcoach.scan.parse.type.StandardDocumentParser;
import dev.dealcoach.scan.parse.type.TikaTypeDetector;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All readers of this module together, and what must hold for whatever they read. */
public final class Readers {
  /** The readers that need nothing of PDF and OCR. */
  public static final Map<DocumentType, DocumentParser> BY_TYPE =
      Map.of(
          DocumentType.DOCX, new StaxDocxParser(),
          DocumentType.PPTX, new StaxPptxParser(),
          DocumentType.DOC, new HwpfDocParser(),
          DocumentType.PPT, new HslfPptParser(),
          DocumentType.TXT, new PlainTextParser(),
          DocumentType.MD, new CommonmarkParser(),
          DocumentType.HTML, new JsoupHtmlParser());

  /** The parser as the program uses it. */
  public static final DocumentParser STANDARD =
      new StandardDocumentParser(new TikaTypeDetector(), BY_TYPE);

  private Readers() {}

  /** A file among the test resources. */
  public static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(Readers.class.getResource("/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** Reads a file that must be readable, and checks what must hold for every document. */
  public static ParsedDocument read(Path file) {
    return read(file, ParseLimits.STANDARD);
  }

  /** Reads a file within other limits. */
  public static ParsedDocument read(Path file, ParseLimits limits) {
    ParseResult result = STANDARD.parse(file, file.getFileName().toString(), limits);
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    ParsedDocument document = ((ParseResult.Parsed) result).document();
    assertSound(document);
    assertThat(STANDARD.parse(file, file.getFileName().toString(), limits))
        .as("the same file read twice")
        .isEqualTo(result);
    return document;
  }

  /** The failure that a file is answered with. */
  public static ParseFailure.Code failure(Path file) {
    ParseResult result = STANDARD.parse(file, file.getFileName().toString(), ParseLimits.STANDARD);
    assertThat(result).isInstanceOf(ParseFailure.class);
    return ((ParseFailure) result).code();
  }

  /** What must hold for every document. */
  public static void assertSound(ParsedDocument document) {
    List<Block> blocks = document.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      assertThat(block.index()).isEqualTo(i);
      assertThat(block.text()).isNotEmpty().isEqualTo(NormalText.of(block.text()));
      assertThat(block.cell() != null)
          .as("a cell's position at %s", block)
          .isEqualTo(block.kind() == BlockKind.TABLE_CELL);
      boolean levelled =
          block.kind() == BlockKind.HEADING
              || block.kind() == BlockKind.SLIDE_TITLE
              || block.kind() == BlockKind.LIST_ITEM;
      assertThat(block.level() > 0).as("level of %s", block).isEqualTo(levelled);
      assertOrigin(document, block);
    }
    assertThat(document.sha256()).matches("[0-9a-f]{64}");
  }

  private static void assertOrigin(ParsedDocument document, Block block) {
    switch (block.origin()) {
      case BlockOrigin.Paragraph(int paragraph) -> assertThat(paragraph).isNotNegative();
      case BlockOrigin.Cell(int table, int row, int cell) -> {
        assertThat(table).isNotNegative();
        assertThat(row).isNotNegative();
        assertThat(cell).isNotNegative();
        if (block.cell() != null) {
          assertThat(block.cell()).isEqualTo(new CellPosition(table, row, cell));
        }
      }
      case BlockOrigin.Shape(int slide, String shape, boolean notes) -> {
        assertThat(slide).isBetween(1, Objects.requireNonNull(document.pages()));
        assertThat(shape).matches("-?\\d+(/-?\\d+)*");
        assertThat(notes).isEqualTo(block.kind() == BlockKind.NOTE);
      }
      case BlockOrigin.Lines(int line, List<Integer> starts) -> {
        assertThat(line).isPositive();
        assertThat(starts).isSorted().allMatch(s -> s >= 0 && s <= block.text().length());
      }
      case BlockOrigin.Page page -> assertThat(page.lines()).isNotEmpty();
    }
  }

  /** The texts of the blocks of a kind. */
  public static List<String> texts(ParsedDocument document, BlockKind kind) {
    return document.blocks().stream().filter(b -> b.kind() == kind).map(Block::text).toList();
  }

  /** Blocks as short lines, for comparing whole documents: {@code heading1 一、报价}. */
  public static List<String> outline(ParsedDocument document) {
    return document.blocks().stream()
        .map(
            b -> {
              CellPosition cell = b.cell();
              String place =
                  cell == null
                      ? (b.level() > 0 ? Integer.toString(b.level()) : "")
                      : cell.table() + "." + cell.row() + "." + cell.column();
              return b.kind().id() + place + " " + b.text();
            })
        .toList();
  }
}
