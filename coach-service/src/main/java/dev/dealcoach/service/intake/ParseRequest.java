package dev.dealcoach.service.intake;

import dev.dealcoach.scan.parse.ParseLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the child is asked: the arguments of {@link dev.dealcoach.scan.parse.DocumentParser#parse}.
 */
record ParseRequest(Path file, String name, ParseLimits limits) {
  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      ParseWire.writeText(out, file.toString());
      ParseWire.writeText(out, name);
      out.writeLong(limits.bytes());
      out.writeLong(limits.unpackedBytes());
      out.writeInt(limits.pages());
      out.writeInt(limits.characters());
      out.writeInt(limits.depth());
      out.writeBoolean(limits.ocr());
      out.writeInt(limits.ocrPages());
      out.writeLong(limits.time().toMillis());
      out.writeLong(limits.ocrTimePerPage().toMillis());
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  static ParseRequest decode(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new ParseRequest(
          Path.of(ParseWire.readText(in)),
          ParseWire.readText(in),
          new ParseLimits(
              in.readLong(),
              in.readLong(),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              in.readBoolean(),
              in.readInt(),
              Duration.ofMillis(in.readLong()),
              Duration.ofMillis(in.readLong())));
    }
  }
}
