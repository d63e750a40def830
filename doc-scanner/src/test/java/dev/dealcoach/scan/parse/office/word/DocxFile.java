package dev.dealcoach.scan.parse.office.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes DOCX files part by part, so that a test says exactly what XML it is about. */
public final class DocxFile {
  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
          + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
          + " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
          + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder relationships = new StringBuilder();
  private final StringBuilder overrides = new StringBuilder();
  private String mainType =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  /** A file with this content of {@code w:body}. */
  public static DocxFile of(String body) {
    DocxFile file = new DocxFile();
    file.parts.put(
        "word/document.xml",
        HEAD + "<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>");
    return file;
  }

  /** Replaces the whole main part. */
  public DocxFile main(String xml) {
    parts.put("word/document.xml", HEAD + xml);
    return this;
  }

  /** A paragraph of one run. */
  public static String p(String text) {
    return "<w:p>" + r(text) + "</w:p>";
  }

  /** A run. */
  public static String r(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  /** A table cell. */
  public static String tc(String content) {
    return "<w:tc>" + content + "</w:tc>";
  }

  /** A table row of cells. */
  public static String tr(String... cells) {
    return "<w:tr>" + String.join("", cells) + "</w:tr>";
  }

  /** A table of rows. */
  public static String tbl(String... rows) {
    return "<w:tbl><w:tblPr/>" + String.join("", rows) + "</w:tbl>";
  }

  /** Adds a part that the main part refers to. */
  public DocxFile with(String name, String type, String id, String xml) {
    parts.put("word/" + name, xml);
    relationships
        .append("<Relationship Id=\"")
        .append(id)
        .append("\" Type=\"")
        .append(OFFICE)
        .append(type)
        .append("\" Target=\"")
        .append(name)
        .append("\"/>");
    return this;
  }

  /** Adds styles. */
  public DocxFile styles(String styles) {
    overrides.append(override("styles"));
    return with(
        "styles.xml",
        "styles",
        "rIdStyles",
        HEAD + "<w:styles" + NAMESPACES + ">" + styles + "</w:styles>");
  }

  /** Adds numberings. */
  public DocxFile numbering(String numbering) {
    overrides.append(override("numbering"));
    return with(
        "numbering.xml",
        "numbering",
        "rIdNumbering",
        HEAD + "<w:numbering" + NAMESPACES + ">" + numbering + "</w:numbering>");
  }

  /** Adds footnotes. */
  public DocxFile footnotes(String footnotes) {
    overrides.append(override("footnotes"));
    return with(
        "footnotes.xml",
        "footnotes",
        "rIdFootnotes",
        HEAD + "<w:footnotes" + NAMESPACES + ">" + footnotes + "</w:footnotes>");
  }

  /** Gives the main part another content type, as for templates and files with macros. */
  public DocxFile mainType(String type) {
    mainType = type;
    return this;
  }

  private static String override(String part) {
    return "<Override PartName=\"/word/"
        + part
        + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml."
        + part
        + "+xml\"/>";
  }

  /** Writes the file. */
  public Path write(Path file) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\""
            + mainType
            + "\"/>"
            + overrides
            + "</Types>");
    all.put("_rels/.rels", rels(relationship("rId1", "officeDocument", "word/document.xml")));
    all.putAll(parts);
    all.put("word/_rels/document.xml.rels", rels(relationships.toString()));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + OFFICE
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String rels(String content) {
    return HEAD
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }
}
