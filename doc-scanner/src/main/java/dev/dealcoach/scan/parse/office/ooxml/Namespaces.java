package dev.dealcoach.scan.parse.office.ooxml;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of Office Open XML by the prefix that the standard's own examples use; the
 * transitional and the strict address of a namespace have the same prefix. Immutable.
 */
final class Namespaces {
  private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";
  private static final String STRICT = "http://purl.oclc.org/ooxml/";
  private static final String MICROSOFT = "http://schemas.microsoft.com/office/";

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry(TRANSITIONAL + "wordprocessingml/2006/main", "w"),
          Map.entry(STRICT + "wordprocessingml/main", "w"),
          Map.entry(TRANSITIONAL + "presentationml/2006/main", "p"),
          Map.entry(STRICT + "presentationml/main", "p"),
          Map.entry(TRANSITIONAL + "drawingml/2006/main", "a"),
          Map.entry(STRICT + "drawingml/main", "a"),
          Map.entry(TRANSITIONAL + "drawingml/2006/chart", "c"),
          Map.entry(STRICT + "drawingml/chart", "c"),
          Map.entry(TRANSITIONAL + "drawingml/2006/diagram", "dgm"),
          Map.entry(STRICT + "drawingml/diagram", "dgm"),
          Map.entry(TRANSITIONAL + "drawingml/2006/picture", "pic"),
          Map.entry(STRICT + "drawingml/picture", "pic"),
          Map.entry(TRANSITIONAL + "drawingml/2006/wordprocessingDrawing", "wp"),
          Map.entry(STRICT + "drawingml/wordprocessingDrawing", "wp"),
          Map.entry(TRANSITIONAL + "officeDocument/2006/relationships", "r"),
          Map.entry(STRICT + "officeDocument/relationships", "r"),
          Map.entry(TRANSITIONAL + "officeDocument/2006/math", "m"),
          Map.entry(STRICT + "officeDocument/math", "m"),
          Map.entry(TRANSITIONAL + "package/2006/relationships", "rel"),
          Map.entry(TRANSITIONAL + "package/2006/content-types", "ct"),
          Map.entry(TRANSITIONAL + "markup-compatibility/2006", "mc"),
          Map.entry(MICROSOFT + "word/2010/wordprocessingShape", "wps"),
          Map.entry(MICROSOFT + "word/2010/wordprocessingGroup", "wpg"),
          Map.entry(MICROSOFT + "drawing/2014/chartex", "cx"),
          Map.entry("urn:schemas-microsoft-com:vml", "v"),
          Map.entry("urn:schemas-microsoft-com:office:office", "o"));

  private Namespaces() {}

  /** The prefix of a namespace, {@code ?} for one that we do not read. */
  static String prefix(@Nullable String address) {
    return address == null || address.isEmpty() ? "" : PREFIXES.getOrDefault(address, "?");
  }
}
