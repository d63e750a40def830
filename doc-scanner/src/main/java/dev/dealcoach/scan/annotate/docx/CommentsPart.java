package dev.dealcoach.scan.annotate.docx;

import dev.dealcoach.scan.parse.office.ooxml.OoxmlPackage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The comments of a Word file: those it has, and ours behind them. For one file. */
final class CommentsPart {
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String COMMENTS_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
  private static final String STRICT = "http://purl.oclc.org/ooxml/";

  private final String name;
  private final Document comments;
  private final String namespace;
  private final Map<String, byte[]> around = new LinkedHashMap<>();
  private int nextId;

  private CommentsPart(String name, Document comments, String namespace, int nextId) {
    this.name = name;
    this.comments = comments;
    this.namespace = namespace;
    this.nextId = nextId;
  }

  /** Opens the comments of a file, or makes room for them where it has none. */
  static CommentsPart open(OoxmlPackage file, String mainPart, Document main)
      throws IOException, XMLStreamException {
    String namespace = main.getDocumentElement().getNamespaceURI();
    Optional<String> existing = file.targetOfType(mainPart, "/comments");
    if (existing.isPresent()) {
      Document comments = SafeDom.parse(file.open(existing.get()));
      return new CommentsPart(
          existing.get(), comments, namespace, firstFree(comments, main, namespace));
    }
    Document comments =
        SafeDom.parse(
            new ByteArrayInputStream(
                ("<w:comments xmlns:w=\"" + namespace + "\"/>").getBytes(StandardCharsets.UTF_8)));
    String folder = mainPart.substring(0, mainPart.lastIndexOf('/') + 1);
    String name = folder + "comments.xml";
    for (int i = 2; file.has(name); i++) {
      name = folder + "comments" + i + ".xml";
    }
    CommentsPart part =
        new CommentsPart(name, comments, namespace, firstFree(comments, main, namespace));
    part.declare(file, mainPart);
    return part;
  }

  private static int firstFree(Document comments, Document main, String namespace) {
    int highest = -1;
    for (Document document : new Document[] {comments, main}) {
      for (String element : new String[] {"comment", "commentRangeStart", "commentReference"}) {
        NodeList found = document.getElementsByTagNameNS(namespace, element);
        for (int i = 0; i < found.getLength(); i++) {
          String id = ((Element) found.item(i)).getAttributeNS(namespace, "id");
          if (id.matches("\\d{1,9}")) {
            highest = Math.max(highest, Integer.parseInt(id));
          }
        }
      }
    }
    return highest + 1;
  }

  /** Makes the new part known to the package and to the main part. */
  private void declare(OoxmlPackage file, String mainPart) throws IOException {
    Document types = SafeDom.parse(file.open(CONTENT_TYPES));
    Element override = types.createElementNS(TYPES, "Override");
    override.setAttribute("PartName", "/" + name);
    override.setAttribute("ContentType", COMMENTS_TYPE);
    types.getDocumentElement().appendChild(override);
    around.put(CONTENT_TYPES, SafeDom.bytes(types));

    int slash = mainPart.lastIndexOf('/');
    String rels =
        mainPart.substring(0, slash + 1) + "_rels/" + mainPart.substring(slash + 1) + ".rels";
    Document relationships =
        file.has(rels)
            ? SafeDom.parse(file.open(rels))
            : SafeDom.parse(
                new ByteArrayInputStream(
                    ("<Relationships xmlns=\"" + RELATIONSHIPS + "\"/>")
                        .getBytes(StandardCharsets.UTF_8)));
    String id = "rIdComments";
    String all = new String(SafeDom.bytes(relationships), StandardCharsets.UTF_8);
    while (all.contains("\"" + id + "\"")) {
      id += "1";
    }
    Element relationship = relationships.createElementNS(RELATIONSHIPS, "Relationship");
    relationship.setAttribute("Id", id);
    relationship.setAttribute(
        "Type",
        namespace.startsWith(STRICT)
            ? STRICT + "officeDocument/relationships/comments"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments");
    relationship.setAttribute("Target", name.substring(slash + 1));
    relationships.getDocumentElement().appendChild(relationship);
    around.put(rels, SafeDom.bytes(relationships));
  }

  /** Adds a comment; the answer is its id. */
  int add(DocxNote note) {
    int id = nextId++;
    Element comment = element("comment");
    set(comment, "id", Integer.toString(id));
    set(comment, "author", legal(note.author()));
    if (note.date() != null) {
      set(comment, "date", note.date().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    set(
        comment,
        "initials",
        legal(note.author())
            .codePoints()
            .limit(2)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString());
    for (String line : note.text().split("\\R", -1)) {
      Element paragraph = element("p");
      Element run = element("r");
      Element text = element("t");
      text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
      text.setTextContent(legal(line));
      run.appendChild(text);
      paragraph.appendChild(run);
      comment.appendChild(paragraph);
    }
    comments.getDocumentElement().appendChild(comment);
    return id;
  }

  /** The parts that are new or have changed, with their bytes. */
  Map<String, byte[]> changedParts() throws IOException {
    Map<String, byte[]> changed = new LinkedHashMap<>(around);
    changed.put(name, SafeDom.bytes(comments));
    return changed;
  }

  private Element element(String local) {
    return comments.createElementNS(namespace, "w:" + local);
  }

  private void set(Element element, String local, String value) {
    element.setAttributeNS(namespace, "w:" + local, value);
  }

  /** Without the characters that XML cannot hold. */
  private static String legal(String text) {
    return text.codePoints()
        .filter(
            c -> c == '\t' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
