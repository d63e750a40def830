package dev.dealcoach.service.annotate;

import dev.dealcoach.scan.annotate.docx.DocxAnnotator;
import dev.dealcoach.scan.annotate.docx.DocxNote;
import dev.dealcoach.scan.annotate.pdf.PdfAnnotator;
import dev.dealcoach.scan.annotate.pdf.PdfNote;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.service.child.ChildTask;
import java.nio.file.Path;

/** Writes an annotated copy, in the child process. */
public final class AnnotateTask implements ChildTask {
  // the document was read under the service's limits on size and length already
  private static final ParseLimits LIMITS =
      new ParseLimits(
          Long.MAX_VALUE,
          ParseLimits.STANDARD.unpackedBytes(),
          Integer.MAX_VALUE,
          ParseLimits.STANDARD.characters(),
          ParseLimits.STANDARD.depth(),
          false,
          0,
          ParseLimits.STANDARD.time(),
          ParseLimits.STANDARD.ocrTimePerPage());

  @Override
  public byte[] run(byte[] request, Progress progress) throws Exception {
    AnnotateRequest wanted = AnnotateRequest.decode(request);
    Path original = Path.of(wanted.original());
    Path target = Path.of(wanted.target());
    switch (wanted.type()) {
      case PDF ->
          PdfAnnotator.annotate(
              original,
              wanted.notes().stream().map(note -> pdf(note, wanted.author())).toList(),
              PdfAnnotator.Placeless.ON_FIRST_PAGE,
              target);
      case DOCX ->
          DocxAnnotator.annotate(
              original,
              wanted.notes().stream()
                  .map(note -> new DocxNote(wanted.author(), null, note.text(), note.parts()))
                  .toList(),
              DocxAnnotator.Placeless.ON_FIRST_PARAGRAPH,
              LIMITS,
              target);
      default -> throw new IllegalArgumentException("no copies of " + wanted.type());
    }
    return new byte[0];
  }

  private static PdfNote pdf(Note note, String author) {
    return new PdfNote(note.mark(), author, note.text(), note.boxes());
  }
}
