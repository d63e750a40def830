package dev.dealcoach.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.PrintedLine;
import dev.dealcoach.scan.parse.Unread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParseWireTest {
  static ParsedDocument everyKindOfBlock() {
    PrintedLine first =
        new PrintedLine(3, 0, 2, 10.5f, 22, new float[] {1, 2.25f}, new float[] {2, 3});
    PrintedLine second =
        new PrintedLine(4, 2, 4, 30, 41, new float[] {1, 7}, new float[] {7, 9.125f});
    List<Block> blocks =
        List.of(
            block(0, BlockKind.HEADING, "价值𠮷", new BlockOrigin.Page(List.of(first, second))),
            block(1, BlockKind.PARAGRAPH, "a", new BlockOrigin.Paragraph(7)),
            new Block(
                2,
                BlockKind.TABLE_CELL,
                0,
                "格",
                new BlockOrigin.Cell(1, 2, 3),
                new CellPosition(1, 2, 3),
                true),
            block(3, BlockKind.SLIDE_TITLE, "题", new BlockOrigin.Shape(2, "7/12", true)),
            block(4, BlockKind.LIST_ITEM, "one two", new BlockOrigin.Lines(9, List.of(4))));
    return new ParsedDocument(
        "方案.pdf",
        DocumentType.PDF,
        4,
        Language.ZH,
        "0".repeat(64),
        blocks,
        List.of(new Unread(2, Unread.Reason.SCANNED), new Unread(null, Unread.Reason.OVER_LIMIT)));
  }

  private static Block block(int index, BlockKind kind, String text, BlockOrigin origin) {
    return new Block(index, kind, 1, text, origin, null, false);
  }

  @Test
  void aDocumentCrossesWhole() throws Exception {
    ParseResult parsed = new ParseResult.Parsed(everyKindOfBlock());
    assertThat(ParseWire.decode(ParseWire.encode(parsed)))
        .usingRecursiveComparison()
        .isEqualTo(parsed);
  }

  @ParameterizedTest
  @EnumSource(ParseFailure.Code.class)
  void aFailureCrossesWhole(ParseFailure.Code code) throws Exception {
    ParseFailure failure = new ParseFailure(code, "因为");
    assertThat(ParseWire.decode(ParseWire.encode(failure))).isEqualTo(failure);
  }

  @Test
  void aRequestCrossesWhole() throws Exception {
    ParseRequest request =
        new ParseRequest(Path.of("inbox", "a b.pdf"), "方案.pdf", ParseLimits.STANDARD);
    assertThat(ParseRequest.decode(request.encode())).isEqualTo(request);
  }

  @Test
  void whatIsCutOffOrGarbledIsNoResult() {
    byte[] bytes = ParseWire.encode(new ParseResult.Parsed(everyKindOfBlock()));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> ParseWire.decode(cut)).isInstanceOf(IOException.class);
    }
  }
}
