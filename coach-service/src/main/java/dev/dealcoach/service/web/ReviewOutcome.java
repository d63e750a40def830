package dev.dealcoach.service.web;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes of handing in a proposal: its review, or why there is none. */
public sealed interface ReviewOutcome {

  /**
   * The proposal was reviewed.
   *
   * @param type the document's format
   * @param reports the report as JSON text (SPEC §8 {@code scan}, without {@code blocks}), worded
   *     in every language of {@link Language}; the judgement is the same in all of them
   * @param blocks the document's text in reading order; {@code location.block} in the reports is an
   *     index into it
   * @param annotated writes a copy of the document with the findings noted in it; null if the
   *     format has none
   */
  record Reviewed(
      DocumentType type,
      Map<Language, String> reports,
      List<TextBlock> blocks,
      @Nullable AnnotatedCopy annotated)
      implements ReviewOutcome {
    public Reviewed {
      reports = Map.copyOf(reports);
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * The file could not be read.
   *
   * @param code why
   */
  record Refused(ParseFailure.Code code) implements ReviewOutcome {}

  /** Writes the copy with the findings. Thread-safe. */
  @FunctionalInterface
  interface AnnotatedCopy {
    /**
     * Writes the copy.
     *
     * @param target a new file
     * @param language what the notes are worded in
     * @throws IOException if the file cannot be written, or the document cannot be copied
     */
    void write(Path target, Language language) throws IOException;
  }
}
