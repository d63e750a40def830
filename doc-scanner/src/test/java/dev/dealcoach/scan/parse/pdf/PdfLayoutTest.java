package dev.dealcoach.scan.parse.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.PageBox;
import dev.dealcoach.scan.parse.ParsedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfLayoutTest {
  /** Contents, running headers, footnote, tables over pages: all blocks as in the source. */
  @Test
  void readsALongProposal() throws IOException {
    ParsedDocument document = PdfFixture.parse("long.pdf");
    List<String> expected = Files.readAllLines(PdfFixture.file("long.txt"));
    List<String> found =
        document.blocks().stream()
            .filter(b -> b.kind() != BlockKind.NOTE && !contents(b))
            .map(b -> b.kind() + "\t" + b.text())
            .toList();
    assertThat(found).containsExactlyElementsOf(expected);
    assertThat(document.blocks().stream().filter(PdfLayoutTest::contents)).hasSize(6);
    assertThat(PdfFixture.texts(document, BlockKind.NOTE)).containsExactly("1数据来源：贵公司设备科三月份盘点表。");
  }

  /** A line of the table of contents: on the first page, after the title and the word itself. */
  private static boolean contents(Block b) {
    return PageBox.of(b, 0, b.text().length()).getFirst().page() == 1 && b.index() > 1;
  }

  @Test
  void numbersTheCellsOfATableThatGoesOnOverPages() {
    ParsedDocument document = PdfFixture.parse("long.pdf");
    List<Block> cells = document.blocks().stream().filter(b -> b.cell() != null).toList();
    assertThat(cells.stream().map(b -> b.cell().table()).distinct()).containsExactly(0, 1);
    Block last = cells.getLast();
    assertThat(last.cell()).isEqualTo(new CellPosition(1, 40, 2));
    Block sum = cells.stream().filter(b -> b.text().equals("小计（含税）")).findFirst().orElseThrow();
    assertThat(sum.cell()).isEqualTo(new CellPosition(0, 4, 0));
    assertThat(cells.get(cells.indexOf(sum) + 1).cell()).isEqualTo(new CellPosition(0, 4, 2));
  }

  @Test
  void readsColumnByColumn() {
    ParsedDocument document = PdfFixture.parse("columns.pdf");
    assertThat(PdfFixture.texts(document, BlockKind.HEADING))
        .containsExactly(
            "Dock Scheduling for Regional Warehouses",
            "Why docks stand idle",
            "How the service works",
            "What customers say",
            "Price and terms",
            "Timetable");
    assertThat(PdfFixture.texts(document, BlockKind.LIST_ITEM))
        .hasSize(3)
        .contains("All figures can be exported to a spreadsheet at any time.");
    assertThat(PdfFixture.texts(document, BlockKind.PARAGRAPH))
        .contains(
            "The service runs in your own data centre or in ours. It needs a small virtual machine"
                + " with four cores and eight gigabytes of memory, and it keeps all booking data"
                + " for five years unless you decide otherwise.");
    assertThat(PdfFixture.texts(document, BlockKind.TABLE_CELL))
        .containsExactly(
            "Week 1",
            "Survey of docks and load types",
            "Eastfield, Harbourline",
            "Week 2",
            "Set-up and test bookings with two carriers",
            "Harbourline",
            "Week 3",
            "Training of gate and forklift teams",
            "Eastfield");
  }

  @Test
  void givesOneBoxForEachPrintedLine() {
    ParsedDocument document = PdfFixture.parse("01.pdf");
    Block block =
        document.blocks().stream()
            .filter(b -> b.text().startsWith("贵司冲压车间"))
            .findFirst()
            .orElseThrow();
    List<PageBox> boxes = PageBox.of(block, 0, block.text().length());
    assertThat(boxes).hasSize(2);
    assertThat(boxes.get(0).x0()).isBetween(72f, 72.2f);
    assertThat(boxes.get(1).y0()).isGreaterThan(boxes.get(0).y0() + 10);
    // one character of 12 points
    PageBox one = PageBox.of(block, 2, 3).getFirst();
    assertThat(one.x1() - one.x0()).isBetween(11.7f, 12f);
    assertThat(one.x0()).isBetween(96f, 96.2f);
  }
}
