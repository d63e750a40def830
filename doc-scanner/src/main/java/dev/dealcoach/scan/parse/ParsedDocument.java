package dev.dealcoach.scan.parse;

import dev.dealcoach.nlp.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was read. Immutable.
 *
 * @param name the file's name, without folders
 * @param type its format by content
 * @param pages number of pages or slides, null where the format has none (Word, text)
 * @param language what it is mainly written in
 * @param sha256 of the file's bytes, hexadecimal, lower case
 * @param blocks in reading order; {@code blocks.get(i).index() == i}
 * @param unread what could not be read
 */
public record ParsedDocument(
    String name,
    DocumentType type,
    @Nullable Integer pages,
    Language language,
    String sha256,
    List<Block> blocks,
    List<Unread> unread) {
  public ParsedDocument {
    blocks = List.copyOf(blocks);
    unread = List.copyOf(unread);
  }
}
