package dev.dealcoach.service.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/** What the form of a hand-in holds. */
public final class HandedIn {
  private HandedIn() {}

  /** The file part; null if there is none, several, or one of no bytes and no name. */
  public static @Nullable FormDataBodyPart file(FormDataMultiPart form) {
    List<FormDataBodyPart> files = form.getFields("file");
    if (files == null || files.size() != 1) {
      return null;
    }
    FormDataBodyPart file = files.getFirst();
    return name(file).isEmpty() ? null : file;
  }

  /** The name that the browser gives the file; empty if none. */
  public static String name(FormDataBodyPart file) {
    String name = file.getContentDisposition().getFileName();
    return name == null ? "" : utf8(name);
  }

  /**
   * The customer's statements, one a line.
   *
   * @return null if they are longer than the limit
   */
  static @Nullable List<String> statements(FormDataMultiPart form, int characters)
      throws IOException {
    FormDataBodyPart notes = form.getField("notes");
    if (notes == null) {
      return List.of();
    }
    int most = 4 * characters;
    try (InputStream in = notes.getValueAs(InputStream.class)) {
      byte[] bytes = in.readNBytes(most + 1);
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (bytes.length > most || text.length() > characters) {
        return null;
      }
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
  }

  /** A short field's text; empty if it is missing. */
  public static String field(FormDataMultiPart form, String name) throws IOException {
    FormDataBodyPart part = form.getField(name);
    if (part == null) {
      return "";
    }
    try (InputStream in = part.getValueAs(InputStream.class)) {
      return new String(in.readNBytes(16), StandardCharsets.UTF_8);
    }
  }

  /** Part headers arrive byte by byte as Latin-1; browsers write names there in UTF-8. */
  private static String utf8(String header) {
    if (header.chars().anyMatch(c -> c > 0xFF)) {
      return header;
    }
    String decoded =
        new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return decoded.indexOf('\uFFFD') >= 0 ? header : decoded;
  }
}
