package dev.dealcoach.service.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file with one statement of the customer's a line. */
final class Statements {
  /** Far more than a customer says; a file beyond it is the wrong file. */
  private static final int MOST_BYTES = 16 << 20;

  private Statements() {}

  /**
   * The statements: one for each line, so that a statement's number is its line's, from 0; blank
   * lines count. A byte-order mark and the final line break belong to none. The text is UTF-8,
   * UTF-16 with its mark, or GB18030.
   *
   * @throws UnusableInput if the file cannot be opened, is too large, or is no text
   */
  static List<String> read(Path file) throws UnusableInput {
    byte[] bytes;
    if (!Files.isRegularFile(file)) {
      throw new UnusableInput("notes.not-readable", file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UnusableInput("notes.not-readable", file);
    }
    if (bytes.length > MOST_BYTES) {
      throw new UnusableInput("notes.too-large", file);
    }
    String text = decode(bytes, file);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    List<String> lines = new ArrayList<>(List.of(text.split("\r\n|\r|\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  private static String decode(byte[] bytes, Path file) throws UnusableInput {
    List<Charset> charsets =
        bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE
            ? List.of(StandardCharsets.UTF_16)
            : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    for (Charset charset : charsets) {
      try {
        String text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (text.indexOf('\0') < 0) {
          return text;
        }
      } catch (CharacterCodingException e) {
        // the next one
      }
    }
    throw new UnusableInput("notes.no-text", file);
  }
}
