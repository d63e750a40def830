package dev.dealcoach.scan.parse;

import java.util.Locale;

/** The formats that are read, found by content and not by name. */
public enum DocumentType {
  PDF,
  DOCX,
  PPTX,
  DOC,
  PPT,
  TXT,
  MD,
  HTML,
  /** A picture of a page (PNG, JPEG, TIFF …), read by OCR. */
  IMAGE;

  /** The name in JSON: {@code pdf}, {@code docx} … */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
