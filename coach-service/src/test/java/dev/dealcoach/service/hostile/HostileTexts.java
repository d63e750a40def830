package dev.dealcoach.service.hostile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Texts, pictures and shapeless bytes that harm. */
final class HostileTexts {
  private HostileTexts() {}

  static void fill(HostileFolder folder) throws Exception {
    folder.add("zero.txt", new byte[0], "empty");
    folder.add("blank.txt", " \n\t\n\u3000\n", "empty");
    folder.add("nuls.txt", new byte[100_000]);
    folder.add("noise.bin", noise(200_000), "unsupported", "damaged");
    folder.add("noise.pdf", noise(200_000), "unsupported", "damaged");
    folder.add("program.docx", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0}, "unsupported");
    folder.add("one-line.txt", "没有换行的一行字".repeat(25_000), HostileFolder.REPORT);
    folder.add("no-spaces.txt", "x".repeat(500_000), HostileFolder.REPORT);
    folder.add("brackets.md", "[".repeat(50_000) + "](".repeat(50_000));
    folder.add("stars.md", "*a **b ".repeat(30_000));
    folder.add("quotes.md", ">".repeat(20_000) + " text");
    folder.add("lists.md", deepList());
    folder.add("deep.html", "<html><body>" + "<div>".repeat(100_000) + "text");
    folder.add("tables.html", "<html><body>" + "<table><tr><td>".repeat(5_000) + "text");
    folder.add("attributes.html", "<html><body " + "a=b ".repeat(200_000) + ">text</body>");
    folder.add("halves.txt", "\uD83D 半个字 \uDE00".getBytes(StandardCharsets.UTF_16LE));
    folder.add("combining.txt", "a" + "\u0301".repeat(100_000), HostileFolder.REPORT);
    folder.add("direction.txt", "\u202Egpj.elif\u202C ordinary words here", HostileFolder.REPORT);
    folder.add("picture.png", HostileTexts::pictureOfText);
    folder.add("giant.png", png(100_000, 100_000));
    folder.add(
        "liar.pdf", "These words are plain text, whatever the name says.", HostileFolder.REPORT);
    sparse(folder, "sparse.txt", 300L << 20);
    folder.expect("sparse.txt", "too-large");
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static String deepList() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      text.append("  ".repeat(i)).append("- item\n");
    }
    return text.toString();
  }

  private static void pictureOfText(java.io.OutputStream out) throws IOException {
    BufferedImage picture = HostilePdfs.pictureOfText();
    ImageIO.write(picture, "png", out);
  }

  /** A PNG that claims a size and holds nothing of it. */
  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0x89504E470D0A1A0AL);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[1000]);
    deflater.finish();
    byte[] data = new byte[100];
    int length = deflater.deflate(data);
    deflater.end();
    chunk(out, "IDAT", java.util.Arrays.copyOf(data, length));
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }

  private static void sparse(HostileFolder folder, String name, long length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.path(name).toFile(), "rw")) {
      file.setLength(length);
    }
  }
}
