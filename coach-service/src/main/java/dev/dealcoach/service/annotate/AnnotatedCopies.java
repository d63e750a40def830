package dev.dealcoach.service.annotate;

import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.service.child.ChildAnswer;
import dev.dealcoach.service.child.ChildPool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Makes annotated copies in child processes. Thread-safe. */
public final class AnnotatedCopies {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final ChildPool children;

  /** Writes with these children, whose task must be {@link AnnotateTask}. */
  public AnnotatedCopies(ChildPool children) {
    this.children = children;
  }

  /** Whether there are annotated copies of this format. */
  public static boolean exist(DocumentType type) {
    return type == DocumentType.PDF || type == DocumentType.DOCX;
  }

  /**
   * Writes a copy.
   *
   * @param original a document that was read without failure
   * @param type its format, one that {@linkplain #exist has} copies
   * @param author who is shown as the notes' author
   * @param target a new file
   * @throws IOException if there is no copy; says why without text of the document
   */
  public void write(Path original, DocumentType type, String author, List<Note> notes, Path target)
      throws IOException {
    byte[] request =
        new AnnotateRequest(
                original.toAbsolutePath().toString(),
                target.toAbsolutePath().toString(),
                type,
                author,
                notes)
            .encode();
    try {
      if (children.run(request, LIMIT, Duration.ZERO) instanceof ChildAnswer.Failed failed) {
        throw new IOException("no annotated copy: " + failed.reason() + ", " + failed.detail());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a copy was made", e);
    }
  }
}
