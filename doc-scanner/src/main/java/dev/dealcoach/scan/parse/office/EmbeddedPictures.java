package dev.dealcoach.scan.parse.office;

import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.ocr.PageReader;
import dev.dealcoach.scan.parse.ocr.PictureDocumentParser;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures that stand in a document in the place of text, if OCR is at hand and allowed;
 * otherwise says that they were not read. For one file and thread.
 */
public final class EmbeddedPictures {
  private final @Nullable PictureDocumentParser reader;
  private final DocumentDraft draft;
  private int read;

  /** Where the bytes of a picture come from. */
  @FunctionalInterface
  public interface Source {
    /**
     * Reads the picture file.
     *
     * @throws IOException if it cannot be read
     */
    byte[] bytes() throws IOException;
  }

  /**
   * For a document.
   *
   * @param ocr null if there is none
   */
  public EmbeddedPictures(@Nullable PageReader ocr, DocumentDraft draft) {
    this.reader = ocr == null || !draft.limits().ocr() ? null : new PictureDocumentParser(ocr);
    this.draft = draft;
  }

  /**
   * Adds the text of a picture.
   *
   * @param page what to report as unread if it cannot be read, null where the format has no pages
   * @param origin the place of the picture
   * @param tables how many tables the document has so far
   * @return how many tables it has with those of the picture
   */
  public int add(Source picture, @Nullable Integer page, BlockOrigin origin, int tables) {
    if (reader == null) {
      draft.unread(page, Unread.Reason.SCANNED);
      return tables;
    }
    if (read >= draft.limits().ocrPages()) {
      draft.unread(page, Unread.Reason.OVER_LIMIT);
      return tables;
    }
    read++;
    int count = tables;
    try {
      byte[] bytes = picture.bytes();
      draft.check();
      long begun = System.nanoTime();
      ParseResult result = reader.read(bytes, "", draft.limits());
      draft.leaveOut(Duration.ofNanos(System.nanoTime() - begun));
      switch (result) {
        case ParseResult.Parsed(var document) -> {
          for (Block block : document.blocks()) {
            count = Math.max(count, add(block, origin, tables));
          }
          document.unread().forEach(entry -> draft.unread(page, entry.reason()));
        }
        // a drawing of lines (EMF, WMF, SVG) or a picture that is damaged
        case ParseFailure failure ->
            draft.unread(
                page,
                failure.code() == ParseFailure.Code.UNSUPPORTED
                    ? Unread.Reason.SCANNED
                    : Unread.Reason.OCR_FAILED);
      }
    } catch (IOException e) {
      draft.unread(page, Unread.Reason.DAMAGED);
    }
    return count;
  }

  private int add(Block block, BlockOrigin origin, int tables) {
    CellPosition cell = block.cell();
    if (cell == null) {
      draft.add(new Block(0, block.kind(), block.level(), block.text(), origin, null, block.ocr()));
      return tables;
    }
    // a table in a picture in a cell: the place of a block can only be one cell
    boolean inCell = origin instanceof BlockOrigin.Cell;
    CellPosition shifted = new CellPosition(tables + cell.table(), cell.row(), cell.column());
    draft.add(
        new Block(
            0,
            inCell ? BlockKind.PARAGRAPH : block.kind(),
            0,
            block.text(),
            origin,
            inCell ? null : shifted,
            block.ocr()));
    return inCell ? tables : shifted.table() + 1;
  }
}
