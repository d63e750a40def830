package dev.dealcoach.service.web.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a form. Stateless. */
final class FormFields {
  private static final int LONGEST = 1000;

  private FormFields() {}

  /** A field's text without the spaces around it; empty if it is missing. */
  static String text(FormDataMultiPart form, String name) throws IOException {
    FormDataBodyPart part = form.getField(name);
    if (part == null) {
      return "";
    }
    try (InputStream in = part.getValueAs(InputStream.class)) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
    }
  }

  /** Whether a box is ticked. */
  static boolean yes(FormDataMultiPart form, String name) throws IOException {
    return text(form, name).equals("true");
  }

  /** A file, whatever it is called; null if there is none, or several. */
  static @Nullable FormDataBodyPart file(FormDataMultiPart form, String name) {
    List<FormDataBodyPart> files = form.getFields(name);
    return files == null || files.size() != 1 ? null : files.getFirst();
  }
}
