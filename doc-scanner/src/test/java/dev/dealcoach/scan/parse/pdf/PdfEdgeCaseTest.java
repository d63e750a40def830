package dev.dealcoach.scan.parse.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.parse.Block;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.ParsedDocument;
import dev.dealcoach.scan.parse.Unread;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfEdgeCaseTest {
  private static final PDType1Font HELVETICA = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  @TempDir Path folder;

  @Test
  void saysThatAPasswordIsNeeded() throws IOException {
    assertFailed(ParseFailure.Code.ENCRYPTED, result(protectedBy("user")));
  }

  @Test
  void readsWhatOpensWithoutAPassword() throws IOException {
    assertThat(texts(PdfFixture.parse(protectedBy(""))))
        .isEqualTo(texts(PdfFixture.parse("01.pdf")));
  }

  @Test
  void neverTakesGlyphsWithoutAMapForText() throws IOException {
    Path file = folder.resolve("x.pdf");
    try (PDDocument document = Loader.loadPDF(PdfFixture.file("01.pdf").toFile())) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        if (document.getDocument().getObjectFromPool(key).getObject()
            instanceof COSDictionary dictionary) {
          dictionary.removeItem(COSName.TO_UNICODE);
        }
      }
      document.save(file.toFile());
    }
    ParsedDocument document = PdfFixture.parse(file);
    assertThat(document.blocks()).isEmpty();
    assertThat(document.unread())
        .containsExactly(
            new Unread(1, Unread.Reason.NO_UNICODE_MAP),
            new Unread(2, Unread.Reason.NO_UNICODE_MAP));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 40, 80})
  void saysThatAFileIsCutOff(int percent) throws IOException {
    byte[] bytes = Files.readAllBytes(PdfFixture.file("01.pdf"));
    Path file = folder.resolve("x.pdf");
    Files.write(file, Arrays.copyOf(bytes, bytes.length * percent / 100));
    assertFailed(percent == 0 ? ParseFailure.Code.EMPTY : ParseFailure.Code.DAMAGED, result(file));
  }

  @Test
  void readsAFileThatLacksOnlyItsEnd() throws IOException {
    byte[] bytes = Files.readAllBytes(PdfFixture.file("long.pdf"));
    Path file = folder.resolve("x.pdf");
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 400));
    assertThat(texts(PdfFixture.parse(file))).isEqualTo(texts(PdfFixture.parse("long.pdf")));
  }

  @Test
  void saysThatAFileIsNoPdfOrNotThere() throws IOException {
    Path file = Files.writeString(folder.resolve("x.pdf"), "%PDF-1.7\nnothing more");
    assertFailed(ParseFailure.Code.DAMAGED, result(file));
    assertFailed(ParseFailure.Code.NOT_READABLE, result(folder.resolve("none.pdf")));
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, 270})
  void readsTurnedPages(int rotation) throws IOException {
    Path file = folder.resolve("x.pdf");
    try (PDDocument document = Loader.loadPDF(PdfFixture.file("01.pdf").toFile())) {
      document.getPages().forEach(page -> page.setRotation(rotation));
      document.save(file.toFile());
    }
    assertThat(texts(PdfFixture.parse(file))).isEqualTo(texts(PdfFixture.parse("01.pdf")));
  }

  @Test
  void readsTheValuesOfFormFields() throws IOException {
    Path file = folder.resolve("x.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDAcroForm form = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
      PDResources resources = new PDResources();
      resources.put(COSName.HELV, HELVETICA);
      form.setDefaultResources(resources);
      form.setDefaultAppearance("/Helv 11 Tf 0 g");
      PDTextField field = new PDTextField(form);
      field.setPartialName("contact");
      form.getFields().add(field);
      field.getWidgets().getFirst().setRectangle(new PDRectangle(80, 700, 200, 20));
      page.getAnnotations().add(field.getWidgets().getFirst());
      page.setAnnotations(List.of(field.getWidgets().getFirst()));
      field.setValue("Ms Adeyemi, plant manager");
      document.save(file.toFile());
    }
    ParsedDocument document = PdfFixture.parse(file);
    assertThat(texts(document)).containsExactly("Ms Adeyemi, plant manager");
    assertThat(document.language()).isEqualTo(Language.EN);
  }

  @Test
  void dropsWhatIsPrintedTwiceToLookBold() throws IOException {
    Path file = folder.resolve("x.pdf");
    write(
        file,
        out -> {
          show(out, 72, 700, 12, "Delivery within twelve weeks");
          show(out, 72.3f, 700, 12, "Delivery within twelve weeks");
        });
    assertThat(texts(PdfFixture.parse(file))).containsExactly("Delivery within twelve weeks");
  }

  @Test
  void stopsAtTheLimits() throws IOException {
    ParsedDocument one = parsed(PdfFixture.file("long.pdf"), limits(1, 4_000_000, 1L << 30));
    assertThat(one.unread()).containsExactly(new Unread(2, Unread.Reason.OVER_LIMIT));
    assertThat(one.pages()).isEqualTo(10);
    ParsedDocument few = parsed(PdfFixture.file("long.pdf"), limits(99, 1200, 1L << 30));
    assertThat(few.unread()).containsExactly(new Unread(2, Unread.Reason.OVER_LIMIT));
    assertThat(few.blocks()).isNotEmpty();
  }

  @Test
  void doesNotUnpackABomb() throws IOException {
    Path file = folder.resolve("x.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      COSStream contents = document.getDocument().createCOSStream();
      try (OutputStream out = new DeflaterOutputStream(contents.createRawOutputStream())) {
        byte[] blank = new byte[1 << 20];
        Arrays.fill(blank, (byte) ' ');
        for (int i = 0; i < 150; i++) {
          out.write(blank);
        }
      }
      contents.setItem(COSName.FILTER, COSName.FLATE_DECODE);
      page.getCOSObject().setItem(COSName.CONTENTS, contents);
      document.save(file.toFile());
    }
    assertFailed(
        ParseFailure.Code.TOO_LARGE,
        new PdfBoxDocumentParser().parse(file, "x", limits(10, 1000, 20 << 20)));
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(texts(PdfFixture.parse("columns.pdf")))
        .isEqualTo(texts(PdfFixture.parse("columns.pdf")));
  }

  private interface Drawing {
    void draw(PDPageContentStream out) throws IOException;
  }

  private static void write(Path file, Drawing drawing) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        drawing.draw(out);
      }
      document.save(file.toFile());
    }
  }

  private static void show(PDPageContentStream out, float x, float y, float size, String text)
      throws IOException {
    out.beginText();
    out.setFont(HELVETICA, size);
    out.newLineAtOffset(x, y);
    out.showText(text);
    out.endText();
  }

  private Path protectedBy(String password) throws IOException {
    Path file = folder.resolve("protected.pdf");
    try (PDDocument document = Loader.loadPDF(PdfFixture.file("01.pdf").toFile())) {
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", password, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      document.save(file.toFile());
    }
    return file;
  }

  private static ParseLimits limits(int pages, int characters, long unpacked) {
    return new ParseLimits(
        1 << 28,
        unpacked,
        pages,
        characters,
        60,
        false,
        10,
        Duration.ofMinutes(5),
        Duration.ofMinutes(5));
  }

  private static ParsedDocument parsed(Path file, ParseLimits limits) {
    return ((ParseResult.Parsed) new PdfBoxDocumentParser().parse(file, "x", limits)).document();
  }

  private static ParseResult result(Path file) {
    return new PdfBoxDocumentParser().parse(file, "x", PdfFixture.LIMITS);
  }

  private static void assertFailed(ParseFailure.Code code, ParseResult result) {
    assertThat(result).isInstanceOf(ParseFailure.class);
    assertThat(((ParseFailure) result).code()).isEqualTo(code);
  }

  private static List<String> texts(ParsedDocument document) {
    return document.blocks().stream().map(Block::text).toList();
  }
}
