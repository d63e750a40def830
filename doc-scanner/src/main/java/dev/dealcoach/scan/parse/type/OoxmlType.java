package dev.dealcoach.scan.parse.type;

import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.draft.Reading;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlPackage;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** Looks into a zip file for what kind of Office file it is. Stateless. */
final class OoxmlType {
  private static final String CONTENT_TYPES = "[Content_Types].xml";

  private OoxmlType() {}

  /**
   * The type of a zip file.
   *
   * @param head its first bytes
   */
  static TypeAnswer of(Path file, byte[] head, ParseLimits limits) {
    try (OoxmlPackage opened = new OoxmlPackage(file, limits)) {
      if (!opened.has(CONTENT_TYPES)) {
        return TikaTypeDetector.refused(ParseFailure.Code.UNSUPPORTED, "application/zip");
      }
      String type = mainType(opened);
      // documents, templates and shows, with macros or without
      if (type.contains("word")) {
        return TikaTypeDetector.known(DocumentType.DOCX);
      }
      if (type.contains("presentationml") || type.contains("powerpoint")) {
        return TikaTypeDetector.known(DocumentType.PPTX);
      }
      return TikaTypeDetector.refused(
          ParseFailure.Code.UNSUPPORTED, type.isEmpty() ? "application/zip" : type);
    } catch (IOException | XMLStreamException e) {
      // cut off, so that its directory is missing: the first parts tell what it was to be
      String start = new String(head, StandardCharsets.ISO_8859_1);
      boolean office =
          start.contains(CONTENT_TYPES) || start.contains("word/") || start.contains("ppt/");
      return office
          ? new TypeAnswer.Refused(Reading.failure(e))
          : TikaTypeDetector.refused(ParseFailure.Code.UNSUPPORTED, "application/zip");
    }
  }

  private static String mainType(OoxmlPackage opened) throws IOException, XMLStreamException {
    String main = opened.mainPart();
    String extension = main.substring(main.lastIndexOf('.') + 1);
    String byExtension = "";
    try (OoxmlReader in = opened.read(CONTENT_TYPES)) {
      while (in.next()) {
        if (in.at("ct:Override") && in.attribute("PartName", "").equalsIgnoreCase("/" + main)) {
          return in.attribute("ContentType", "").toLowerCase(Locale.ROOT);
        }
        if (in.at("ct:Default") && in.attribute("Extension", "").equalsIgnoreCase(extension)) {
          byExtension = in.attribute("ContentType", "").toLowerCase(Locale.ROOT);
        }
      }
    }
    return byExtension;
  }
}
