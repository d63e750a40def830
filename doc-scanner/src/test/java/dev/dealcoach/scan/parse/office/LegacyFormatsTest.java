package dev.dealcoach.scan.parse.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Readers;
import org.junit.jupiter.api.Test;

/** Files of Word and PowerPoint 97 to 2003: made with LibreOffice and, features.ppt, with POI. */
class LegacyFormatsTest {
  @Test
  void whatADocMayHold() {
    ParsedDocument document = Readers.read(Readers.resource("office/features.doc"));

    assertThat(Readers.outline(document))
        .containsExactly(
            "heading1 一级标题",
            "heading2 二级标题",
            "paragraph 可见插入",
            "paragraph 有脚注的一段",
            "note 脚注的字",
            "table_cell0.0.0 合并两列",
            "table_cell0.0.2 第三列",
            "table_cell0.1.0 跨行",
            "table_cell0.1.0 第二段",
            "table_cell0.1.1 前",
            "table_cell1.0.0 内甲",
            "table_cell1.0.1 内乙",
            "table_cell0.1.1 后",
            "table_cell0.1.2 右",
            "table_cell0.2.1 下",
            "table_cell0.2.2 右下",
            "paragraph 域前域的结果软换行",
            "paragraph 挂着文本框的一段",
            "paragraph 最后一段",
            "paragraph 框里的字");
    assertThat(document.blocks().get(4).origin()).isEqualTo(new BlockOrigin.Paragraph(3));
    assertThat(document.blocks().get(18).origin()).isEqualTo(new BlockOrigin.Paragraph(7));
  }

  @Test
  void headingsOfADocWithoutStyles() {
    ParsedDocument document = Readers.read(Readers.resource("office/plain.doc"));

    assertThat(Readers.outline(document).stream().filter(b -> b.startsWith("heading")))
        .containsExactly("heading1 某某方案书", "heading1 一、项目背景", "heading1 二、解决方案", "heading1 三、报价");
  }

  @Test
  void whatAPptMayHold() {
    ParsedDocument document = Readers.read(Readers.resource("office/features.ppt"));

    assertThat(document.pages()).isEqualTo(2);
    assertThat(Readers.outline(document))
        .containsExactly(
            "slide_title1 报价一览",
            "list_item1 第一条",
            "list_item1 第二条",
            "paragraph 组里的字",
            "table_cell0.0.0 格00",
            "table_cell0.0.1 格01",
            "table_cell0.1.0 格10",
            "table_cell0.1.1 格11",
            // a hidden slide, from left to right
            "paragraph 左",
            "paragraph 右");
    assertThat(document.blocks())
        .filteredOn(b -> b.text().equals("组里的字"))
        .extracting(Block::origin)
        .containsExactly(new BlockOrigin.Shape(1, "4100/4101", false));
  }

  @Test
  void speakersNotesOfAPpt() {
    ParsedDocument document = Readers.read(Readers.resource("office/notes.ppt"));

    assertThat(Readers.outline(document)).containsExactly("slide_title1 有备注的一页", "note 讲者备注");
  }
}
