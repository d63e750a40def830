package dev.dealcoach.scan.parse;

import java.nio.file.Path;

/**
 * Reads one file into blocks.
 *
 * <p>Implementations are thread-safe, hold nothing between files, and never throw for what is in
 * the file: whatever it holds, the answer is a {@link ParseResult}. An error of the JVM (out of
 * memory, stack overflow) may escape; the supervisor of the reading process turns it into a
 * failure.
 */
public interface DocumentParser {
  /**
   * Reads the file.
   *
   * @param file on the local disk
   * @param name how the user calls it; shown, and used only as a last hint of the type (MD or TXT)
   * @param limits what it may cost
   */
  ParseResult parse(Path file, String name, ParseLimits limits);
}
