package dev.dealcoach.scan.parse.office.slides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes PPTX files part by part, so that a test says exactly what XML it is about. */
public final class PptxFile {
  private static final String NAMESPACES =
      " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
          + " xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final List<String> slides = new ArrayList<>();
  private final List<StringBuilder> links = new ArrayList<>();
  private final Map<String, String> parts = new LinkedHashMap<>();
  private String mainType =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

  /** Adds a slide with these shapes. */
  public PptxFile slide(String... shapes) {
    slides.add(tree("sld", String.join("", shapes)));
    links.add(new StringBuilder());
    return this;
  }

  /** Gives the last slide a notes page. */
  public PptxFile notes(String... shapes) {
    return part(
        "notesSlides/notesSlide" + slides.size() + ".xml",
        "notesSlide",
        "rIdNotes",
        tree("notes", String.join("", shapes)));
  }

  /** Gives the last slide a layout with these placeholders and the layout a master. */
  public PptxFile layout(String layoutShapes, String masterShapes, String textStyles) {
    parts.put(
        "ppt/slideMasters/master.xml",
        HEAD
            + "<p:sldMaster"
            + NAMESPACES
            + "><p:cSld><p:spTree>"
            + masterShapes
            + "</p:spTree></p:cSld><p:txStyles>"
            + textStyles
            + "</p:txStyles></p:sldMaster>");
    parts.put(
        "ppt/slideLayouts/_rels/layout.xml.rels",
        rels(relationship("rId1", "slideMaster", "../slideMasters/master.xml")));
    return part(
        "slideLayouts/layout.xml", "slideLayout", "rIdLayout", tree("sldLayout", layoutShapes));
  }

  /** Adds a part that the last slide refers to. */
  public PptxFile part(String name, String type, String id, String xml) {
    parts.put("ppt/" + name, xml);
    links.getLast().append(relationship(id, type, "../" + name));
    return this;
  }

  /** A text shape with one paragraph for each text. */
  public static String text(int id, int x, int y, int width, int height, String... paragraphs) {
    StringBuilder body = new StringBuilder();
    for (String paragraph : paragraphs) {
      body.append("<a:p><a:r><a:t>").append(paragraph).append("</a:t></a:r></a:p>");
    }
    return shape(
        id,
        "",
        "<a:xfrm><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm>"
            .formatted(x, y, width, height),
        body.toString());
  }

  /** A placeholder without a place of its own. */
  public static String placeholder(int id, String attributes, String paragraphs) {
    return shape(id, "<p:ph " + attributes + "/>", "", paragraphs);
  }

  /** A shape. */
  public static String shape(int id, String placeholder, String transform, String paragraphs) {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\""
        + id
        + "\" name=\"\"/><p:cNvSpPr/><p:nvPr>"
        + placeholder
        + "</p:nvPr></p:nvSpPr><p:spPr>"
        + transform
        + "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
        + (paragraphs.isEmpty() ? "<a:p/>" : paragraphs)
        + "</p:txBody></p:sp>";
  }

  /** A paragraph with these attributes and children of its properties. */
  public static String paragraph(String attributes, String properties, String text) {
    return "<a:p><a:pPr "
        + attributes
        + ">"
        + properties
        + "</a:pPr><a:r><a:t>"
        + text
        + "</a:t></a:r></a:p>";
  }

  /** A group. */
  public static String group(int id, int x, int y, int width, int height, String... shapes) {
    return "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\""
        + id
        + "\" name=\"\"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\""
        + x
        + "\" y=\""
        + y
        + "\"/><a:ext cx=\""
        + width
        + "\" cy=\""
        + height
        + "\"/></a:xfrm></p:grpSpPr>"
        + String.join("", shapes)
        + "</p:grpSp>";
  }

  /** A frame with a table, chart, diagram or object. */
  public static String frame(int id, int x, int y, int width, int height, String content) {
    return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\""
        + id
        + "\" name=\"\"/></p:nvGraphicFramePr><p:xfrm><a:off x=\""
        + x
        + "\" y=\""
        + y
        + "\"/><a:ext cx=\""
        + width
        + "\" cy=\""
        + height
        + "\"/></p:xfrm><a:graphic><a:graphicData>"
        + content
        + "</a:graphicData></a:graphic></p:graphicFrame>";
  }

  /** A picture. */
  public static String picture(int id, int x, int y, int width, int height, String relationship) {
    return "<p:pic><p:nvPicPr><p:cNvPr id=\""
        + id
        + "\" name=\"\"/></p:nvPicPr><p:blipFill><a:blip r:embed=\""
        + relationship
        + "\"/></p:blipFill><p:spPr><a:xfrm><a:off x=\""
        + x
        + "\" y=\""
        + y
        + "\"/><a:ext cx=\""
        + width
        + "\" cy=\""
        + height
        + "\"/></a:xfrm></p:spPr></p:pic>";
  }

  /** Gives the main part another content type, as for shows and files with macros. */
  public PptxFile mainType(String type) {
    mainType = type;
    return this;
  }

  /** The namespaces and the head of a part. */
  public static String xml(String element, String content) {
    return HEAD + "<" + element + NAMESPACES + ">" + content + "</" + element + ">";
  }

  private static String tree(String element, String shapes) {
    return xml(
        "p:" + element,
        "<p:cSld><p:spTree><p:nvGrpSpPr/><p:grpSpPr/>" + shapes + "</p:spTree></p:cSld>");
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

  /** Writes the file; slides are 1000 wide and 500 high. */
  public Path write(Path file) {
    StringBuilder ids = new StringBuilder();
    StringBuilder main = new StringBuilder();
    for (int i = 0; i < slides.size(); i++) {
      // slides lie in the package in another order than they are shown
      int number = slides.size() - i;
      ids.append("<p:sldId id=\"%d\" r:id=\"rId%d\"/>".formatted(256 + i, number));
      main.append(relationship("rId" + number, "slide", "slides/slide" + number + ".xml"));
      parts.put("ppt/slides/slide" + number + ".xml", slides.get(i));
      parts.put("ppt/slides/_rels/slide" + number + ".xml.rels", rels(links.get(i).toString()));
    }
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/ppt/presentation.xml\" ContentType=\""
            + mainType
            + "\"/></Types>");
    all.put("_rels/.rels", rels(relationship("rId1", "officeDocument", "ppt/presentation.xml")));
    all.put(
        "ppt/presentation.xml",
        xml(
            "p:presentation",
            "<p:sldIdLst>" + ids + "</p:sldIdLst><p:sldSz cx=\"1000\" cy=\"500\"/>"));
    all.put("ppt/_rels/presentation.xml.rels", rels(main.toString()));
    all.putAll(parts);
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
}
