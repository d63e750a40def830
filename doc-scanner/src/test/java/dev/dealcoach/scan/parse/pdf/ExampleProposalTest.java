package dev.dealcoach.scan.parse.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.ParsedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every heading, paragraph, list item and table cell of the Markdown source is found as it is. */
class ExampleProposalTest {
  private record Expected(BlockKind kind, int level, String text) {}

  @ParameterizedTest
  @ValueSource(strings = {"01", "02"})
  void readsTheSourceBack(String name) throws IOException {
    ParsedDocument document = PdfFixture.parse(name + ".pdf");
    List<Expected> found = new ArrayList<>();
    for (Block b : document.blocks()) {
      String text = b.text();
      if (b.kind() == BlockKind.LIST_ITEM) {
        text = text.replaceFirst("^\\d\\. ", "");
      }
      found.add(new Expected(b.kind(), b.heading() ? b.level() : 0, text));
    }
    assertThat(found)
        .containsExactlyElementsOf(expected(Files.readString(PdfFixture.file(name + ".md"))));
    assertThat(document.unread()).isEmpty();
    assertThat(document.pages()).isEqualTo(2);
  }

  private static List<Expected> expected(String markdown) {
    List<Expected> out = new ArrayList<>();
    for (String part : markdown.split("\n\n")) {
      String text = part.replace("**", "").strip();
      if (text.startsWith("#")) {
        int level = text.indexOf(' ');
        out.add(new Expected(BlockKind.HEADING, level, text.substring(level + 1)));
      } else if (text.startsWith("|")) {
        for (String row : text.split("\n")) {
          for (String cell : row.split("\\|")) {
            if (!cell.isBlank() && !cell.contains("---")) {
              out.add(new Expected(BlockKind.TABLE_CELL, 0, cell.strip()));
            }
          }
        }
      } else if (text.startsWith("- ") || text.startsWith("1. ")) {
        for (String item : text.split("\n")) {
          out.add(new Expected(BlockKind.LIST_ITEM, 0, item.replaceFirst("^(-|\\d\\.) ", "")));
        }
      } else {
        String paragraph = text.replaceFirst("^> ", "").replace("\n答：", " 答：");
        out.add(new Expected(BlockKind.PARAGRAPH, 0, NormalText.of(paragraph)));
      }
    }
    return out;
  }
}
