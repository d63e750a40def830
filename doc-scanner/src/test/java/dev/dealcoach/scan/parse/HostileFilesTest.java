package dev.dealcoach.scan.parse;

import static dev.dealcoach.scan.parse.office.word.DocxFile.p;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.scan.parse.office.slides.PptxFile;
import dev.dealcoach.scan.parse.office.word.DocxFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file makes a reader throw, hang or fill the memory; each is answered with its reason. */
class HostileFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"01.docx", "01.pptx"})
  void encryptedOpenXml(String name) throws Exception {
    Path file = folder.resolve(name);
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream data = encryptor.getDataStream(container)) {
        Files.copy(Readers.resource("proposals/" + name), data);
      }
      container.writeFilesystem(out);
    }

    assertThat(Readers.failure(file)).isEqualTo(ParseFailure.Code.ENCRYPTED);
  }

  @Test
  void encryptedPpt() throws IOException {
    Path file = folder.resolve("a.ppt");
    try (HSLFSlideShow show = new HSLFSlideShow();
        OutputStream out = Files.newOutputStream(file)) {
      show.createSlide().createTextBox().setText("密");
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      show.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }

    assertThat(Readers.failure(file)).isEqualTo(ParseFailure.Code.ENCRYPTED);
  }

  @Test
  void encryptedDoc() throws IOException {
    byte[] bytes = Files.readAllBytes(Readers.resource("proposals/01.doc"));
    int header = 512;
    while ((bytes[header] & 0xFF) != 0xEC || (bytes[header + 1] & 0xFF) != 0xA5) {
      header += 512;
    }
    // the bit fEncrypted of the file information block
    bytes[header + 0x0B] |= 0x01;

    assertThat(Readers.failure(Files.write(folder.resolve("a.doc"), bytes)))
        .isEqualTo(ParseFailure.Code.ENCRYPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01.docx", "01.pptx", "01.doc", "01.ppt"})
  void cutOffAnywhereIsDamagedOrReadInPart(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(Readers.resource("proposals/" + name));
    for (int percent : new int[] {3, 20, 50, 80, 99}) {
      byte[] cut = Arrays.copyOf(bytes, bytes.length * percent / 100);
      Path file = Files.write(folder.resolve(name), cut);

      ParseResult result = Readers.STANDARD.parse(file, name, ParseLimits.STANDARD);

      if (result instanceof ParseFailure failure) {
        assertThat(failure.code())
            .as("%s %d%%", name, percent)
            .isIn(ParseFailure.Code.DAMAGED, ParseFailure.Code.UNSUPPORTED);
      } else {
        Readers.assertSound(((ParseResult.Parsed) result).document());
      }
    }
    if (name.endsWith("x")) {
      Path half = Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));
      assertThat(Readers.failure(half)).isEqualTo(ParseFailure.Code.DAMAGED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"01.docx", "01.pptx", "01.doc", "01.ppt", "01.md"})
  void changedBytesNeverThrow(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(Readers.resource("proposals/" + name));
    Random random = new Random(name.hashCode());
    for (int round = 0; round < 25; round++) {
      byte[] changed = bytes.clone();
      for (int i = 0; i < 1 + random.nextInt(30); i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve(name), changed);

      ParseResult result = Readers.STANDARD.parse(file, name, ParseLimits.STANDARD);

      if (result instanceof ParseResult.Parsed(ParsedDocument document)) {
        Readers.assertSound(document);
      }
    }
  }

  @Test
  void aZipBombStopsAtTheLimit() throws IOException {
    Path file = folder.resolve("bomb.docx");
    byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      copyOf(zip, "[Content_Types].xml", "_rels/.rels");
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(
          ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                  + "<w:body><w:p><w:r><w:t>")
              .getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 64; i++) {
        zip.write(spaces);
      }
      zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(Files.size(file)).isLessThan(1 << 20);
    ParseLimits limits = limits(1 << 22, 4_000_000, 60);

    assertThat(Readers.STANDARD.parse(file, "bomb.docx", limits))
        .isInstanceOfSatisfying(
            ParseFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(ParseFailure.Code.TOO_LARGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;\">]>",
        "<!DOCTYPE w [<!ENTITY d SYSTEM \"SECRET\">]>",
        "<!DOCTYPE w SYSTEM \"SECRET\">",
        "<!DOCTYPE w [<!ENTITY % x SYSTEM \"SECRET\"> %x;]>"
      })
  void entitiesAreNeverResolved(String doctype) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
    Path file = folder.resolve("a.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      copyOf(zip, "[Content_Types].xml", "_rels/.rels");
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(
          (doctype.replace("SECRET", secret.toUri().toString())
                  + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006"
                  + "/main\"><w:body><w:p><w:r><w:t>x&d;</w:t></w:r></w:p></w:body></w:document>")
              .getBytes(StandardCharsets.UTF_8));
    }

    assertThat(Readers.failure(file)).isEqualTo(ParseFailure.Code.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 5_000, 50_000})
  void tablesInTablesEndAtTheLimit(int depth) {
    String open = "<w:tbl><w:tr><w:tc>".repeat(depth);
    String close = "<w:p/></w:tc></w:tr></w:tbl>".repeat(depth);
    Path file = DocxFile.of(open + p("x") + close).write(folder.resolve("deep.docx"));

    assertThat(Readers.failure(file)).isEqualTo(ParseFailure.Code.TOO_DEEP);
  }

  @Test
  void otherThingsInsideThemselves() throws IOException {
    int depth = 20_000;
    Path wrapped =
        DocxFile.of(
                "<w:sdt><w:sdtContent>".repeat(depth)
                    + p("x")
                    + "</w:sdtContent></w:sdt>".repeat(depth))
            .write(folder.resolve("sdt.docx"));
    Path links =
        DocxFile.of(
                "<w:p>" + "<w:hyperlink>".repeat(depth) + "</w:hyperlink>".repeat(depth) + "</w:p>")
            .write(folder.resolve("links.docx"));
    Path groups =
        new PptxFile()
            .slide("<p:grpSp>".repeat(depth) + "</p:grpSp>".repeat(depth))
            .write(folder.resolve("groups.pptx"));
    Path html =
        Files.writeString(
            folder.resolve("a.html"), "<html>" + "<table><tr><td>".repeat(depth) + "x");
    Path markdown = Files.writeString(folder.resolve("a.md"), "> ".repeat(depth) + "x\n");
    Path stars = Files.writeString(folder.resolve("b.md"), "*a **b ".repeat(depth) + "\n");

    for (Path file : new Path[] {wrapped, links, groups, html, markdown}) {
      assertThat(Readers.failure(file)).as("%s", file).isEqualTo(ParseFailure.Code.TOO_DEEP);
    }
    assertThat(Readers.read(stars).blocks()).hasSize(1);
  }

  @Test
  void textBehindTheLimitIsReportedAsUnread() throws IOException {
    Path docx = DocxFile.of(p("一二三四五").repeat(10)).write(folder.resolve("long.docx"));
    Path txt = Files.writeString(folder.resolve("long.txt"), "一二三四五\n".repeat(10));
    for (Path file : new Path[] {docx, txt}) {
      ParsedDocument document = Readers.read(file, limits(1 << 20, 22, 60));

      assertThat(document.blocks()).hasSize(4);
      assertThat(document.unread()).containsExactly(new Unread(null, Unread.Reason.OVER_LIMIT));
    }
  }

  @Test
  void timeIsLimited() {
    Path file = DocxFile.of(p("一").repeat(1000)).write(folder.resolve("a.docx"));
    ParseLimits limits =
        new ParseLimits(
            1 << 20, 1 << 20, 10, 10_000, 60, false, 0, Duration.ofNanos(1), Duration.ZERO);

    assertThat(Readers.STANDARD.parse(file, "a.docx", limits))
        .isInstanceOfSatisfying(
            ParseFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(ParseFailure.Code.TIMED_OUT));
  }

  @Test
  void anInterruptEndsTheReading() throws InterruptedException {
    Path file = Readers.resource("proposals/01.docx");
    AtomicReference<ParseResult> result = new AtomicReference<>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  result.set(Readers.STANDARD.parse(file, "a.docx", ParseLimits.STANDARD));
                });
    thread.join();

    assertThat(result.get())
        .isInstanceOfSatisfying(
            ParseFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(ParseFailure.Code.TIMED_OUT));
  }

  @Test
  void aPartThatLeadsOutsideIsNotFollowed() {
    Path file =
        DocxFile.of(p("正文"))
            .with("../../../../etc/passwd", "footnotes", "rIdOut", "")
            .write(folder.resolve("a.docx"));

    assertThat(Readers.read(file).blocks()).hasSize(1);
  }

  private static ParseLimits limits(long unpacked, int characters, int depth) {
    return new ParseLimits(
        200L << 20,
        unpacked,
        1000,
        characters,
        depth,
        false,
        0,
        Duration.ofSeconds(30),
        Duration.ZERO);
  }

  private static void copyOf(ZipOutputStream zip, String... names) throws IOException {
    try (var from = new ZipFile(Readers.resource("proposals/01.docx").toFile())) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        from.getInputStream(from.getEntry(name)).transferTo(zip);
        zip.closeEntry();
      }
    }
  }
}
