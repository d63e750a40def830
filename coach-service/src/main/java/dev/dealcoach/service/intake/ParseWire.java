package dev.dealcoach.service.intake;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.BlockKind;
import dev.dealcoach.scan.parse.BlockOrigin;
import dev.dealcoach.scan.parse.CellPosition;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.PrintedLine;
import dev.dealcoach.scan.parse.Unread;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The binary form in which a {@link ParseResult} crosses from child to parent: both are the same
 * build, so it has no version. JSON takes several times as long for the places of the characters,
 * which are most of a PDF's result. Stateless.
 */
@SuppressWarnings("EnumOrdinal") // written and read by the same build
final class ParseWire {
  private ParseWire() {}

  static byte[] encode(ParseResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      switch (result) {
        case ParseFailure failure -> {
          out.writeBoolean(false);
          writeEnum(out, failure.code());
          writeText(out, failure.detail());
        }
        case ParseResult.Parsed parsed -> {
          out.writeBoolean(true);
          write(out, parsed.document());
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IOException if the bytes are something else
   */
  static ParseResult decode(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readBoolean()) {
        return new ParseResult.Parsed(readDocument(in));
      }
      return new ParseFailure(readEnum(in, ParseFailure.Code.values()), readText(in));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("no parse result", e);
    }
  }

  private static void write(DataOutputStream out, ParsedDocument document) throws IOException {
    writeText(out, document.name());
    writeEnum(out, document.type());
    writeOptional(out, document.pages());
    writeEnum(out, document.language());
    writeText(out, document.sha256());
    out.writeInt(document.blocks().size());
    for (Block block : document.blocks()) {
      write(out, block);
    }
    out.writeInt(document.unread().size());
    for (Unread unread : document.unread()) {
      writeOptional(out, unread.page());
      writeEnum(out, unread.reason());
    }
  }

  private static ParsedDocument readDocument(DataInputStream in) throws IOException {
    String name = readText(in);
    DocumentType type = readEnum(in, DocumentType.values());
    Integer pages = readOptional(in);
    Language language = readEnum(in, Language.values());
    String sha256 = readText(in);
    int count = in.readInt();
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(readBlock(in, i));
    }
    int missing = in.readInt();
    List<Unread> unread = new ArrayList<>();
    for (int i = 0; i < missing; i++) {
      unread.add(new Unread(readOptional(in), readEnum(in, Unread.Reason.values())));
    }
    return new ParsedDocument(name, type, pages, language, sha256, blocks, unread);
  }

  private static void write(DataOutputStream out, Block block) throws IOException {
    writeEnum(out, block.kind());
    out.writeInt(block.level());
    writeText(out, block.text());
    CellPosition cell = block.cell();
    out.writeBoolean(cell != null);
    if (cell != null) {
      writeInts(out, cell.table(), cell.row(), cell.column());
    }
    out.writeBoolean(block.ocr());
    write(out, block.origin());
  }

  private static Block readBlock(DataInputStream in, int index) throws IOException {
    BlockKind kind = readEnum(in, BlockKind.values());
    int level = in.readInt();
    String text = readText(in);
    CellPosition cell =
        in.readBoolean() ? new CellPosition(in.readInt(), in.readInt(), in.readInt()) : null;
    boolean ocr = in.readBoolean();
    return new Block(index, kind, level, text, readOrigin(in), cell, ocr);
  }

  private static void write(DataOutputStream out, BlockOrigin origin) throws IOException {
    switch (origin) {
      case BlockOrigin.Page page -> {
        out.writeByte(0);
        out.writeInt(page.lines().size());
        for (PrintedLine line : page.lines()) {
          write(out, line);
        }
      }
      case BlockOrigin.Paragraph paragraph -> {
        out.writeByte(1);
        out.writeInt(paragraph.paragraph());
      }
      case BlockOrigin.Cell cell -> {
        out.writeByte(2);
        writeInts(out, cell.table(), cell.row(), cell.cell());
      }
      case BlockOrigin.Shape shape -> {
        out.writeByte(3);
        out.writeInt(shape.slide());
        writeText(out, shape.shape());
        out.writeBoolean(shape.notes());
      }
      case BlockOrigin.Lines lines -> {
        out.writeByte(4);
        out.writeInt(lines.line());
        out.writeInt(lines.starts().size());
        for (int start : lines.starts()) {
          out.writeInt(start);
        }
      }
    }
  }

  private static BlockOrigin readOrigin(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 0 -> {
        int count = in.readInt();
        List<PrintedLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          lines.add(readLine(in));
        }
        yield new BlockOrigin.Page(lines);
      }
      case 1 -> new BlockOrigin.Paragraph(in.readInt());
      case 2 -> new BlockOrigin.Cell(in.readInt(), in.readInt(), in.readInt());
      case 3 -> new BlockOrigin.Shape(in.readInt(), readText(in), in.readBoolean());
      case 4 -> {
        int line = in.readInt();
        int count = in.readInt();
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          starts.add(in.readInt());
        }
        yield new BlockOrigin.Lines(line, starts);
      }
      default -> throw new IOException("no origin of a block");
    };
  }

  private static void write(DataOutputStream out, PrintedLine line) throws IOException {
    writeInts(out, line.page(), line.start(), line.end());
    ByteBuffer edges = ByteBuffer.allocate((2 + 2 * line.left().length) * Float.BYTES);
    edges.putFloat(line.top()).putFloat(line.bottom());
    edges.asFloatBuffer().put(line.left()).put(line.right());
    out.write(edges.array());
  }

  private static PrintedLine readLine(DataInputStream in) throws IOException {
    int page = in.readInt();
    int start = in.readInt();
    int end = in.readInt();
    int length = Math.subtractExact(end, start);
    ByteBuffer edges = ByteBuffer.wrap(readBytes(in, Math.multiplyExact(2 + 2 * length, 4)));
    float top = edges.getFloat();
    float bottom = edges.getFloat();
    float[] left = new float[length];
    float[] right = new float[length];
    edges.asFloatBuffer().get(left).get(right);
    return new PrintedLine(page, start, end, top, bottom, left, right);
  }

  private static void writeInts(DataOutputStream out, int... numbers) throws IOException {
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private static void writeEnum(DataOutputStream out, Enum<?> constant) throws IOException {
    out.writeByte(constant.ordinal());
  }

  private static <E extends Enum<E>> E readEnum(DataInputStream in, E[] constants)
      throws IOException {
    return constants[in.readUnsignedByte()];
  }

  private static void writeOptional(DataOutputStream out, @Nullable Integer number)
      throws IOException {
    out.writeBoolean(number != null);
    if (number != null) {
      out.writeInt(number);
    }
  }

  private static @Nullable Integer readOptional(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readInt() : null;
  }

  static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in, in.readInt()), StandardCharsets.UTF_8);
  }

  private static byte[] readBytes(DataInputStream in, int length) throws IOException {
    if (length < 0 || length > in.available()) {
      throw new IOException("a length that the bytes do not have");
    }
    return in.readNBytes(length);
  }
}
