package dev.dealcoach.service.annotate;

import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.scan.annotate.pdf.PdfNote;
import dev.dealcoach.scan.parse.PageBox;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Passage;
import dev.dealcoach.scan.parse.TextPart;
import dev.dealcoach.service.coach.Finding;
import dev.dealcoach.service.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A note in a copy. Immutable.
 *
 * @param mark what it marks, as on the page that shows the review
 * @param text what the reader is told; line feeds part message and advice
 * @param parts what it speaks of; empty for the whole document
 * @param boxes the same on the pages; empty where the format has none
 */
public record Note(PdfNote.Mark mark, String text, List<TextPart> parts, List<PageBox> boxes) {
  public Note {
    parts = List.copyOf(parts);
    boxes = List.copyOf(boxes);
  }

  /**
   * The notes of a review: one a place that findings have, in reading order, then one for all that
   * have none.
   */
  public static List<Note> of(Review review) {
    List<Note> notes = new ArrayList<>();
    List<Finding> placeless = new ArrayList<>();
    for (Finding finding : review.findings()) {
      Passage passage = finding.quote() == null ? finding.near() : finding.quote();
      if (passage == null) {
        placeless.add(finding);
      } else {
        add(notes, placed(finding, passage, review.document()));
      }
    }
    notes.sort((a, b) -> a.parts().getFirst().compareTo(b.parts().getFirst()));
    if (!placeless.isEmpty()) {
      notes.add(
          new Note(
              PdfNote.Mark.GAP,
              placeless.stream().map(Note::text).collect(Collectors.joining("\n\n")),
              List.of(),
              List.of()));
    }
    return notes;
  }

  /** Several findings on one place, such as clauses that lack, are one note. */
  private static void add(List<Note> notes, Note note) {
    for (int i = 0; i < notes.size(); i++) {
      Note other = notes.get(i);
      if (other.parts().equals(note.parts())) {
        notes.set(
            i,
            new Note(
                other.mark(), other.text() + "\n\n" + note.text(), note.parts(), note.boxes()));
        return;
      }
    }
    notes.add(note);
  }

  private static Note placed(Finding finding, Passage passage, ParsedDocument document) {
    List<PageBox> boxes =
        passage.parts().stream()
            .flatMap(
                part ->
                    PageBox.of(document.blocks().get(part.block()), part.start(), part.end())
                        .stream())
            .toList();
    return new Note(mark(finding), text(finding), passage.parts(), boxes);
  }

  /** What is praised is what was found there. */
  private static PdfNote.Mark mark(Finding finding) {
    if (finding.quote() == null) {
      return PdfNote.Mark.GAP;
    }
    if (finding.severity() != Rule.Severity.INFO) {
      return PdfNote.Mark.FINDING;
    }
    return switch (finding.rule().split("\\.", 2)[0]) {
      case "pain-quote" -> PdfNote.Mark.QUOTE;
      case "evidence" -> PdfNote.Mark.EVIDENCE;
      case "objection" -> PdfNote.Mark.OBJECTION;
      default -> PdfNote.Mark.FINDING;
    };
  }

  private static String text(Finding finding) {
    return finding.message() + "\n" + finding.advice();
  }
}
