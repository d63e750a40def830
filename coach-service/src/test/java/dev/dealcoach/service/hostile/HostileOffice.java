package dev.dealcoach.service.hostile;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Office files that lock, swell, nest, or reach for other files. */
final class HostileOffice {
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml";

  private HostileOffice() {}

  /**
   * @param outside address that a file with an external entity asks for
   */
  static void fill(HostileFolder folder, String outside) throws Exception {
    folder.add("zero.docx", new byte[0], "empty");
    folder.add("encrypted.docx", HostileOffice::encryptedDocx, "encrypted");
    folder.add("encrypted.ppt", HostileOffice::encryptedPpt, "encrypted");
    folder.add("macros.docm", docx(MACRO, paragraph("Words beside macros")), HostileFolder.REPORT);
    folder.add("plain.docx", docx(MAIN, paragraph("Plain words")), HostileFolder.REPORT);
    folder.add("no-body.docx", docx(MAIN, ""), "empty", HostileFolder.REPORT);
    folder.add(
        "nested-tables.docx",
        docx(MAIN, nested(5_000)),
        "too-deep",
        "damaged",
        HostileFolder.REPORT);
    folder.add(
        "deep-elements.docx",
        docx(MAIN, "<w:sdt><w:sdtContent>".repeat(50_000)),
        "too-deep",
        "damaged");
    folder.add(
        "many-cells.docx",
        docx(
            MAIN,
            "<w:tbl>"
                + "<w:tr>".concat("<w:tc/>".repeat(100)).concat("</w:tr>").repeat(20_000)
                + "</w:tbl>"));
    folder.add(
        "laughs.docx",
        document(MAIN, billionLaughs()),
        "damaged",
        "too-large",
        "too-deep",
        "empty",
        "timed-out",
        HostileFolder.REPORT);
    folder.add(
        "outside-file.docx",
        document(MAIN, external("file:///etc/passwd")),
        "damaged",
        "empty",
        HostileFolder.REPORT);
    folder.add(
        "outside-address.docx",
        document(MAIN, external(outside)),
        "damaged",
        "empty",
        HostileFolder.REPORT);
    folder.add(
        "zip-bomb.docx", HostileOffice::bomb, "too-large", "damaged", "empty", "out-of-memory");
    folder.add("many-entries.docx", HostileOffice::manyEntries);
    folder.add(
        "nameless.zip",
        new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    folder.add("parts-upwards.docx", zip("../../../../evil.sh", "#!/bin/sh"));
    folder.add("empty-ole2.doc", HostileOffice::emptyOle2, "unsupported", "damaged", "empty");
  }

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String nested(int depth) {
    return "<w:tbl><w:tr><w:tc>".repeat(depth)
        + paragraph("innermost")
        + "<w:p/></w:tc></w:tr></w:tbl>".repeat(depth);
  }

  private static byte[] docx(String type, String body) throws Exception {
    return document(
        type, "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body + "</w:body></w:document>");
  }

  private static String billionLaughs() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 \"haha \">");
    for (int i = 1; i < 12; i++) {
      dtd.append("<!ENTITY e").append(i).append(" \"");
      dtd.append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
    }
    return dtd
        + "]><w:document xmlns:w=\""
        + WORD
        + "\"><w:body>"
        + paragraph("&e11;")
        + "</w:body></w:document>";
  }

  private static String external(String address) {
    return "<!DOCTYPE d [<!ENTITY out SYSTEM \""
        + address
        + "\">]><w:document xmlns:w=\""
        + WORD
        + "\"><w:body>"
        + paragraph("before &out; after")
        + "</w:body></w:document>";
  }

  private static byte[] document(String type, String xml) throws Exception {
    return zip(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\""
            + type
            + "\"/></Types>",
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
            + " Target=\"word/document.xml\"/></Relationships>",
        "word/document.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
  }

  private static byte[] zip(String... namesAndTexts) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** 1.5 GiB of one paragraph in 1.5 MB. */
  private static void bomb(OutputStream out) throws Exception {
    byte[] shell = docx(MAIN, "");
    try (ZipOutputStream zip = new ZipOutputStream(out);
        java.util.zip.ZipInputStream in =
            new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(shell))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        if (!entry.getName().equals("word/document.xml")) {
          in.transferTo(zip);
          continue;
        }
        zip.write(
            ("<w:document xmlns:w=\"" + WORD + "\"><w:body><w:p><w:r><w:t>")
                .getBytes(StandardCharsets.UTF_8));
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        for (int i = 0; i < 1536; i++) {
          zip.write(block);
        }
      }
    }
  }

  private static void manyEntries(OutputStream out) throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 100_000; i++) {
        zip.putNextEntry(new ZipEntry("word/part" + i + ".xml"));
        zip.closeEntry();
      }
    }
  }

  private static void encryptedDocx(OutputStream out) throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream stream = encryptor.getDataStream(container)) {
        stream.write(docx(MAIN, paragraph("Locked words")));
      }
      container.writeFilesystem(out);
    }
  }

  private static void encryptedPpt(OutputStream out) throws Exception {
    try (HSLFSlideShow show = new HSLFSlideShow()) {
      show.createSlide().addTitle().setText("Locked title");
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      show.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  private static void emptyOle2(OutputStream out) throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.writeFilesystem(out);
    }
  }
}
