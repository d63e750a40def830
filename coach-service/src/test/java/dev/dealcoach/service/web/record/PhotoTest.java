package dev.dealcoach.service.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a camera notes in a picture goes, and the picture stays as it is. */
class PhotoTest {
  private static final String SECRET = "31.23040 north";

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 4, 0xFF8800);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "jpeg", out)).isTrue();
    return out.toByteArray();
  }

  /** The picture with a segment of notes behind its first mark. */
  private static byte[] noted(byte[] jpeg, int marker) throws IOException {
    byte[] notes = ("Exif\0\0" + SECRET).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xFF);
    out.write(marker);
    out.write((notes.length + 2) >> 8);
    out.write(notes.length + 2);
    out.write(notes);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void notesAndCommentsGoAndThePixelsStay() throws IOException {
    byte[] plain = picture();
    for (int marker : new int[] {0xE1, 0xED, 0xFE}) {
      byte[] noted = noted(plain, marker);
      assertThat(text(noted)).contains(SECRET);
      byte[] clean = Photo.withoutNotes(noted).orElseThrow();
      assertThat(clean).isEqualTo(plain);
      assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getRGB(3, 4))
          .isEqualTo(ImageIO.read(new ByteArrayInputStream(plain)).getRGB(3, 4));
    }
  }

  @Test
  void whatStandsBehindThePictureGoesToo() throws IOException {
    byte[] plain = picture();
    byte[] more = Arrays.copyOf(plain, plain.length + SECRET.length());
    System.arraycopy(
        SECRET.getBytes(StandardCharsets.US_ASCII), 0, more, plain.length, SECRET.length());
    assertThat(Photo.withoutNotes(more)).hasValueSatisfying(c -> assertThat(c).isEqualTo(plain));
  }

  @Test
  void whatIsNoPictureIsNotTaken() throws IOException {
    assertThat(Photo.withoutNotes("no picture".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    byte[] plain = picture();
    for (int length = 0; length < 100; length++) {
      byte[] cut = Arrays.copyOf(plain, length);
      assertThat(Photo.withoutNotes(cut).map(PhotoTest::text).orElse("")).doesNotContain(SECRET);
    }
  }
}
