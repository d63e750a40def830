package dev.dealcoach.service.hostile;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** PDFs that lock, loop, swell or hide their text. */
final class HostilePdfs {
  private static final String PAGE =
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>";
  private static final String TEXT = stream("BT /F 12 Tf 20 200 Td (Some plain words) Tj ET");
  private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

  private HostilePdfs() {}

  static void fill(HostileFolder folder) throws Exception {
    folder.add("zero.pdf", new byte[0], "empty");
    folder.add("header-only.pdf", "%PDF-1.7\n", "damaged", "empty");
    folder.add("encrypted.pdf", HostilePdfs::encrypted, "encrypted");
    folder.add("owner-password-only.pdf", HostilePdfs::ownerOnly, HostileFolder.REPORT);
    folder.add("no-tounicode.pdf", HostilePdfs::withoutToUnicode);
    folder.add("picture-only.pdf", HostilePdfs::pictureOnly, HostileFolder.REPORT, "empty");
    folder.add("many-pages.pdf", HostilePdfs::manyPages, HostileFolder.REPORT, "timed-out");

    folder.add(
        "page-tree-loop.pdf", pdf("<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", PAGE, TEXT, FONT));
    folder.add(
        "page-count-lie.pdf",
        pdf("<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", PAGE, TEXT, FONT));
    folder.add(
        "parent-loop.pdf",
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>",
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
            TEXT,
            FONT));
    folder.add(
        "font-loop.pdf",
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            PAGE,
            TEXT,
            "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 5 0 R>>"));
    folder.add(
        "form-loop.pdf",
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            stream("/X Do"),
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>stream\n/X Do /X Do\nendstream"));
    folder.add("form-blow-up.pdf", formBlowUp());
    folder.add(
        "length-loop.pdf",
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            PAGE,
            "<</Length 4 0 R>>stream\nBT ET\nendstream",
            FONT));
    folder.add(
        "reference-chain.pdf", pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, "5 0 R", "4 0 R"));
    folder.add("xref-loop.pdf", xrefLoop());
    folder.add(
        "deep-arrays.pdf",
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1/Deep "
                + "[".repeat(200_000)
                + "]".repeat(200_000)
                + ">>",
            PAGE,
            TEXT,
            FONT));
    folder.add(
        "deep-content.pdf",
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            PAGE,
            stream("[".repeat(200_000) + "q ".repeat(200_000) + "BT /F 9 Tf (x) Tj ET"),
            FONT));
    folder.add(
        "huge-page.pdf",
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            PAGE.replace("[0 0 300 300]", "[-1e30 -1e30 1e30 1e30]"),
            TEXT,
            FONT));
    folder.add(
        "huge-picture.pdf",
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            stream("300 0 0 300 0 0 cm /X Do"),
            "<</Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB/Length 3>>stream\nabc\nendstream"));
    folder.add("flate-bomb.pdf", HostilePdfs::flateBomb);
  }

  private static void encrypted(OutputStream out) throws Exception {
    protect(out, "secret");
  }

  private static void ownerOnly(OutputStream out) throws Exception {
    protect(out, "");
  }

  private static void protect(OutputStream out, String userPassword) throws Exception {
    try (PDDocument document = new PDDocument()) {
      text(document, helvetica(), "Locked words that nobody may read");
      document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
      document.save(out);
    }
  }

  private static PDFont helvetica() {
    return new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  }

  private static void text(PDDocument document, PDFont font, String text) throws Exception {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(font, 12);
      content.newLineAtOffset(50, 700);
      content.showText(text);
      content.endText();
    }
  }

  private static void withoutToUnicode(OutputStream out) throws Exception {
    try (PDDocument document = new PDDocument()) {
      PDFont font =
          PDType0Font.load(
              document,
              PDDocument.class.getResourceAsStream(
                  "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
              false);
      text(document, font, "Letters that no table names");
      document.save(OutputStream.nullOutputStream());
      font.getCOSObject().removeItem(COSName.TO_UNICODE);
      document.save(out);
    }
  }

  static BufferedImage pictureOfText() {
    BufferedImage picture = new BufferedImage(1200, 400, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = picture.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 48));
    g.drawString("Payment within thirty days", 60, 120);
    g.drawString("Warranty of twelve months", 60, 240);
    g.dispose();
    return picture;
  }

  private static void pictureOnly(OutputStream out) throws Exception {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            LosslessFactory.createFromImage(document, pictureOfText()), 40, 500, 500, 167);
      }
      document.save(out);
    }
  }

  private static void manyPages(OutputStream out) throws Exception {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < 1500; i++) {
        text(document, helvetica(), "Page " + i);
      }
      document.save(out);
    }
  }

  private static void flateBomb(OutputStream out) throws Exception {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDStream content = new PDStream(document);
      try (OutputStream stream = content.createOutputStream(COSName.FLATE_DECODE)) {
        byte[] line = ("q ".repeat(5_000) + "Q ".repeat(5_000)).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 5_000; i++) {
          stream.write(line);
        }
      }
      page.setContents(content);
      document.save(out);
    }
  }

  /** Each form draws the next one ten times: 10^12 drawings from a few lines. */
  private static byte[] formBlowUp() {
    List<String> objects = new ArrayList<>();
    objects.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    objects.add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>");
    objects.add(stream("/X Do"));
    for (int i = 5; i < 17; i++) {
      String draw = "/X Do ".repeat(10);
      objects.add(
          "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X "
              + (i + 1)
              + " 0 R>>>>/Length "
              + draw.length()
              + ">>stream\n"
              + draw
              + "\nendstream");
    }
    objects.add("<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 3>>stream\nq Q\nendstream");
    return pdf(objects.toArray(String[]::new));
  }

  private static byte[] xrefLoop() {
    String body = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n";
    int at = body.length();
    return (body
            + "xref\n0 1\n0000000000 65535 f \ntrailer<</Size 9/Root 1 0 R/Prev "
            + at
            + ">>\nstartxref\n"
            + at
            + "\n%%EOF")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String stream(String content) {
    return "<</Length " + content.length() + ">>stream\n" + content + "\nendstream";
  }

  /** A PDF of a catalogue and these objects, numbered from 2, with a right table of references. */
  private static byte[] pdf(String... objects) {
    StringBuilder text = new StringBuilder("%PDF-1.4\n");
    List<Integer> places = new ArrayList<>();
    places.add(text.length());
    text.append("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
    for (int i = 0; i < objects.length; i++) {
      places.add(text.length());
      text.append(i + 2).append(" 0 obj").append(objects[i]).append("\nendobj\n");
    }
    int table = text.length();
    text.append("xref\n0 ").append(places.size() + 1).append("\n0000000000 65535 f \n");
    for (int place : places) {
      text.append(String.format("%010d 00000 n \n", place));
    }
    text.append("trailer<</Size ").append(places.size() + 1);
    text.append("/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF");
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
