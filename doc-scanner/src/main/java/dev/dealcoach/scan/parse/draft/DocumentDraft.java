package dev.dealcoach.scan.parse.draft;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.NormalText;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Unread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document while it is being read: takes raw text block by block, brings it to normal form,
 * numbers it and watches the limits on characters, nesting and time. One for each file and thread.
 */
public final class DocumentDraft {
  private final ParseLimits limits;
  private long begun = System.nanoTime();
  private final List<Block> blocks = new ArrayList<>();
  private final Set<Unread> unread = new LinkedHashSet<>();
  private long characters;
  private boolean full;

  /** An empty draft; the time limit starts to run now. */
  public DocumentDraft(ParseLimits limits) {
    this.limits = limits;
  }

  /** What the file may cost. */
  public ParseLimits limits() {
    return limits;
  }

  /**
   * Adds a block that is in no table; see {@link #add(BlockKind, int, String, BlockOrigin,
   * CellPosition)}.
   */
  public int add(BlockKind kind, int level, String raw, BlockOrigin origin) {
    return add(kind, level, raw, origin, null);
  }

  /**
   * Adds a block.
   *
   * @param raw its text in any form
   * @param cell must be given for a table cell and for nothing else
   * @return its index, or -1 if there is no text in it or the limit on characters is reached
   */
  public int add(
      BlockKind kind, int level, String raw, BlockOrigin origin, @Nullable CellPosition cell) {
    check();
    String text = NormalText.of(raw);
    if (text.isEmpty() || full) {
      return -1;
    }
    if (characters + text.length() > limits.characters()) {
      full = true;
      unread(
          origin instanceof BlockOrigin.Shape shape ? (Integer) shape.slide() : null,
          Unread.Reason.OVER_LIMIT);
      return -1;
    }
    characters += text.length();
    int index = blocks.size();
    blocks.add(new Block(index, kind, level, text, origin, cell, false));
    return index;
  }

  /** Adds a block that is already in normal form, such as a line that OCR read. */
  public void add(Block block) {
    int index = add(block.kind(), block.level(), block.text(), block.origin(), block.cell());
    if (index >= 0 && block.ocr()) {
      Block kept = blocks.get(index);
      blocks.set(
          index,
          new Block(
              index, kept.kind(), kept.level(), kept.text(), kept.origin(), kept.cell(), true));
    }
  }

  /** Gives a block another kind and level. */
  public void reshape(int index, BlockKind kind, int level) {
    Block old = blocks.get(index);
    blocks.set(
        index, new Block(index, kind, level, old.text(), old.origin(), old.cell(), old.ocr()));
  }

  /** Notes that a part could not be read; the same note twice counts once. */
  public void unread(@Nullable Integer page, Unread.Reason reason) {
    unread.add(new Unread(page, reason));
  }

  /** Whether the limit on characters is reached, so that reading on is of no use. */
  public boolean full() {
    return full;
  }

  /** The blocks so far; a view. */
  public List<Block> blocks() {
    return Collections.unmodifiableList(blocks);
  }

  /**
   * Ends the reading if its time is over or its thread was interrupted. Cheap enough for every
   * paragraph.
   */
  public void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ReadingStopped(ParseFailure.Code.TIMED_OUT, "interrupted");
    }
    if (System.nanoTime() - begun > limits.time().toNanos()) {
      throw new ReadingStopped(
          ParseFailure.Code.TIMED_OUT, "longer than " + limits.time().toMillis() + " ms");
    }
  }

  /** Leaves time out of the limit: what OCR took, which has limits of its own. */
  public void leaveOut(Duration time) {
    begun += time.toNanos();
  }

  /** Ends the reading if tables, shapes, groups or lists are nested deeper than the limit. */
  public void checkDepth(int depth) {
    if (depth > limits.depth()) {
      throw new ReadingStopped(
          ParseFailure.Code.TOO_DEEP, "nested deeper than " + limits.depth() + " levels");
    }
  }

  /**
   * The finished document, or {@link ParseFailure.Code#EMPTY} if nothing was found in it.
   *
   * @param pages null where the format has none
   */
  ParseResult finish(String name, DocumentType type, @Nullable Integer pages, String sha256) {
    if (blocks.isEmpty() && unread.isEmpty()) {
      return new ParseFailure(ParseFailure.Code.EMPTY, "no text and no picture");
    }
    StringBuilder all = new StringBuilder();
    for (Block block : blocks) {
      all.append(block.text()).append('\n');
    }
    return new ParseResult.Parsed(
        new ParsedDocument(
            name, type, pages, Language.of(all), sha256, blocks, List.copyOf(unread)));
  }
}
