package dev.dealcoach.kb.store;

import dev.dealcoach.kb.ExampleChange;
import dev.dealcoach.kb.json.ExampleJson;
import dev.dealcoach.kb.json.ExampleLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log: the CRC-32C of the rest in eight hexadecimal digits, then {@code +} and the
 * example as JSON, or {@code -} and the id of one that is gone.
 */
final class LogLine {
  private static final int DIGITS = 8;

  private LogLine() {}

  /** With the line feed. */
  static byte[] write(ExampleChange change) {
    String text =
        switch (change) {
          case ExampleChange.Put(var example) -> "+" + ExampleJson.write(example);
          case ExampleChange.Remove(String id) -> "-" + id;
        };
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    byte[] line = new byte[DIGITS + body.length + 1];
    byte[] sum = checksum(body).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(sum, 0, line, 0, DIGITS);
    System.arraycopy(body, 0, line, DIGITS, body.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** The change on a line without its line feed; null if the line is not what was written. */
  static @Nullable ExampleChange read(byte[] line) {
    if (line.length <= DIGITS + 1) {
      return null;
    }
    byte[] body = Arrays.copyOfRange(line, DIGITS, line.length);
    String sum = new String(line, 0, DIGITS, StandardCharsets.US_ASCII);
    if (!checksum(body).equals(sum)) {
      return null;
    }
    if (body[0] == '-') {
      return new ExampleChange.Remove(new String(body, 1, body.length - 1, StandardCharsets.UTF_8));
    }
    return ExampleJson.read(Arrays.copyOfRange(body, 1, body.length))
            instanceof ExampleLine.Good(var example)
        ? new ExampleChange.Put(example)
        : null;
  }

  private static String checksum(byte[] body) {
    CRC32C sum = new CRC32C();
    sum.update(body);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
