package dev.dealcoach.service.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.annotate.pdf.PdfNote;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.service.review.Review;
import dev.dealcoach.service.review.ReviewPipeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTest {
  private final ReviewPipeline pipeline = new ReviewPipeline(RulePack.standard());

  private static ParsedDocument document(String... texts) {
    List<Block> blocks = new java.util.ArrayList<>();
    for (String text : texts) {
      boolean heading = blocks.size() % 2 == 0;
      blocks.add(
          new Block(
              blocks.size(),
              heading ? BlockKind.HEADING : BlockKind.PARAGRAPH,
              heading ? 1 : 0,
              text,
              new BlockOrigin.Paragraph(blocks.size()),
              null,
              false));
    }
    return new ParsedDocument(
        "x.docx", DocumentType.DOCX, null, Language.ZH, "00", blocks, List.of());
  }

  @Test
  void aPlaceHasOneNoteAndWhatHasNoneShareTheLast() {
    Review review =
        pipeline.review(
            document("合同要点", "付款：签约三成，验收六成，满一年一成。", "公司简介", "我们行业领先。"), List.of(), Language.ZH);
    List<Note> notes = Note.of(review);
    assertThat(notes.stream().map(Note::parts)).doesNotHaveDuplicates();
    List<Note> placed = notes.stream().filter(note -> !note.parts().isEmpty()).toList();
    assertThat(placed.stream().map(note -> note.parts().getFirst()))
        .isSortedAccordingTo(TextPart::compareTo);
    assertThat(notes.getLast().parts()).isEmpty();
    assertThat(notes.stream().map(Note::text).reduce("", String::concat))
        .contains(
            review.findings().stream().map(finding -> finding.advice()).toArray(String[]::new));
  }

  @Test
  void colouredAsOnThePage() {
    Review review =
        pipeline.review(
            document(
                "贵司的情况",
                "贵司仓库主管说：“每次盘点都要停两天，账上的数从来对不上。”",
                "我们的能力",
                "在同规模的仓库，盘点由两天缩短到四小时，见附件一客户签认的记录。",
                "公司简介",
                "我们行业领先，质量一流。"),
            List.of("每次盘点都要停两天，账上的数从来对不上。"),
            Language.ZH);
    assertThat(Note.of(review))
        .extracting(Note::mark)
        .contains(
            PdfNote.Mark.QUOTE, PdfNote.Mark.EVIDENCE, PdfNote.Mark.FINDING, PdfNote.Mark.GAP);
  }

  @Test
  void aRequestCrossesToTheChildUnchanged() throws Exception {
    Review review = pipeline.review(document("报价", "共 10 万元 😀"), List.of(), Language.EN);
    AnnotateRequest request =
        new AnnotateRequest("/a b/方案.docx", "/c", DocumentType.DOCX, "教练", Note.of(review));
    assertThat(AnnotateRequest.decode(request.encode())).isEqualTo(request);
  }
}
