package dev.dealcoach.service.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Documents for the page's tests. */
final class Examples {
  private Examples() {}

  /** A labelled example, written into a folder under its own name. */
  static Path file(String name, Path folder) {
    try (InputStream in = Examples.class.getResourceAsStream(name)) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        Files.copy(in, file);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Example 01 with every page turned by a quarter. */
  static byte[] turned() {
    try (InputStream in = Examples.class.getResourceAsStream("01.pdf")) {
      String pdf = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      String size = "/MediaBox[0 0 612 792]";
      if (!pdf.contains(size)) {
        throw new IllegalStateException("the example's pages have another size now");
      }
      // the size comes from the tree of pages then; the same length keeps the table of places right
      String turn = "/Rotate 90" + " ".repeat(size.length() - "/Rotate 90".length());
      return pdf.replace(size, turn).getBytes(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page of Chinese in a font that the file does not bring along. */
  static byte[] withoutFonts() {
    StringBuilder hex = new StringBuilder();
    for (char c : "冲压二线上个月停了十一次".toCharArray()) {
      hex.append(String.format("%04X", (int) c));
    }
    String content = "BT /F1 32 Tf 60 700 Td <" + hex + "> Tj ET";
    List<String> objects =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + content.length() + ">>stream\n" + content + "\nendstream",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
                + "/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
                + "/Ascent 752/Descent -271/CapHeight 737/StemV 58>>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, "%PDF-1.4\n");
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      places.add(out.size());
      write(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
    }
    int table = out.size();
    write(out, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
    places.forEach(place -> write(out, String.format("%010d 00000 n \n", place)));
    write(
        out,
        "trailer<</Size "
            + (objects.size() + 1)
            + "/Root 1 0 R>>\nstartxref\n"
            + table
            + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
