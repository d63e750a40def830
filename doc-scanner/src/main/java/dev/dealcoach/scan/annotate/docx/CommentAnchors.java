package dev.dealcoach.scan.annotate.docx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Puts the begin and end marks of comments into the XML of a Word file's main part. Runs are split
 * where a mark falls into them; both halves keep the run's format. For one document.
 */
final class CommentAnchors {
  private static final int BEFORE = -1;
  private static final int AFTER = Integer.MAX_VALUE;

  private final Document document;
  private final List<Element> elements;
  private final String namespace;
  private final String prefix;
  private final String attributePrefix;
  private final Map<Element, List<Mark>> marks = new LinkedHashMap<>();
  private int sequence;

  /**
   * A place in the text.
   *
   * @param element number of the XML element whose text it is, in the order of the XML
   * @param offset in that text; {@code -1} for before the run the element stands in, the greatest
   *     number for after it
   */
  record Place(int element, int offset) {
    static Place before(int run) {
      return new Place(run, BEFORE);
    }

    static Place after(int run) {
      return new Place(run, AFTER);
    }
  }

  /**
   * Nodes to be put into a run.
   *
   * @param element number of the element in the run, -1 for before all, the greatest for after all
   * @param order keeps marks of the same place apart: ends first, then begins, as they were added
   */
  private record Mark(int element, int offset, int order, List<Node> nodes) {}

  CommentAnchors(Document document) {
    this.document = document;
    this.elements = elements(document);
    Element root = document.getDocumentElement();
    this.namespace = root.getNamespaceURI();
    this.prefix = root.getPrefix() == null ? "" : root.getPrefix() + ":";
    // an attribute without prefix has no namespace, so a default namespace is of no use to it
    String bound = root.getPrefix() == null ? root.lookupPrefix(namespace) : root.getPrefix();
    this.attributePrefix = bound == null ? "w" : bound;
  }

  /** All elements in the order of the XML, which is how readers number them. */
  private static List<Element> elements(Document document) {
    List<Element> all = new ArrayList<>();
    Node node = document.getDocumentElement();
    while (node != null) {
      if (node instanceof Element element) {
        all.add(element);
      }
      Node next = node.getFirstChild();
      for (Node at = node; next == null && at != null; at = at.getParentNode()) {
        next = at.getNextSibling();
      }
      node = next;
    }
    return all;
  }

  /** Notes a comment; nothing is changed before {@link #write}. */
  void add(int comment, Place begin, Place end) {
    Element start = element("commentRangeStart", comment);
    Element stop = element("commentRangeEnd", comment);
    Element run = document.createElementNS(namespace, prefix + "r");
    run.appendChild(element("commentReference", comment));
    int number = sequence++;
    // the end of one comment goes before the begin of the next at the same place
    mark(begin, 1_000_000 + number, List.of(start));
    mark(end, number, List.of(stop, run));
  }

  private Element element(String name, int comment) {
    Element element = document.createElementNS(namespace, prefix + name);
    element.setAttributeNS(namespace, attributePrefix + ":id", Integer.toString(comment));
    return element;
  }

  private void mark(Place place, int order, List<Node> nodes) {
    Element element = elements.get(place.element());
    Element unit = unit(element);
    boolean inside =
        element.getParentNode() == unit && place.offset() != BEFORE && place.offset() != AFTER;
    int number = place.element();
    int offset = place.offset();
    if (!inside) {
      // something that is not split: the mark goes before or after the whole of it
      boolean end = order < 1_000_000;
      number = end ? AFTER : BEFORE;
      offset = 0;
    }
    marks.computeIfAbsent(unit, k -> new ArrayList<>()).add(new Mark(number, offset, order, nodes));
  }

  /**
   * The run around an element; for a formula the whole formula, for text with a reading above it
   * the run around both.
   */
  private Element unit(Element element) {
    Element unit = element;
    for (Node node = element; node instanceof Element at; node = at.getParentNode()) {
      if (named(at, "p")) {
        break;
      }
      String local = at.getLocalName();
      if (named(at, "r") || local.equals("oMath") || local.equals("oMathPara")) {
        unit = at;
      }
    }
    return unit;
  }

  private boolean named(Element element, String local) {
    return local.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
  }

  /** Writes all marks. */
  void write() {
    for (var entry : marks.entrySet()) {
      entry
          .getValue()
          .sort(
              Comparator.comparingInt(Mark::element)
                  .thenComparingInt(Mark::offset)
                  .thenComparingInt(Mark::order));
      write(entry.getKey(), entry.getValue().reversed());
    }
    marks.clear();
  }

  /** Puts marks into a run, the last one first, so that the places before it stay valid. */
  private void write(Element run, List<Mark> lastFirst) {
    Node parent = run.getParentNode();
    Node front = run;
    for (Mark mark : lastFirst) {
      Node before;
      if (mark.element() == BEFORE || atBegin(run, mark)) {
        before = front;
        front = mark.nodes().getFirst();
      } else {
        split(run, mark);
        before = run.getNextSibling();
      }
      for (Node node : mark.nodes()) {
        parent.insertBefore(node, before);
      }
    }
  }

  private boolean atBegin(Element run, Mark mark) {
    if (mark.element() == AFTER || mark.offset() > 0) {
      return false;
    }
    Node child = elements.get(mark.element()).getPreviousSibling();
    while (child != null && (!(child instanceof Element) || named((Element) child, "rPr"))) {
      child = child.getPreviousSibling();
    }
    return child == null && elements.get(mark.element()).getParentNode() == run;
  }

  /** Moves what stands behind the mark into a run of its own, if there is anything. */
  private void split(Element run, Mark mark) {
    if (mark.element() == AFTER) {
      return;
    }
    Element child = elements.get(mark.element());
    String text = child.getTextContent();
    boolean words = named(child, "t");
    List<Node> moved = new ArrayList<>();
    if (words && mark.offset() > 0 && mark.offset() < text.length()) {
      Element tail = (Element) child.cloneNode(false);
      tail.setTextContent(text.substring(mark.offset()));
      child.setTextContent(text.substring(0, mark.offset()));
      for (Element half : List.of(child, tail)) {
        half.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
      }
      moved.add(tail);
    } else if (mark.offset() == 0) {
      moved.add(child);
    }
    for (Node next = child.getNextSibling(); next != null; next = next.getNextSibling()) {
      moved.add(next);
    }
    if (moved.isEmpty()) {
      return;
    }
    Element right = (Element) run.cloneNode(false);
    @Nullable Element format = format(run);
    if (format != null) {
      right.appendChild(format.cloneNode(true));
    }
    moved.forEach(right::appendChild);
    run.getParentNode().insertBefore(right, run.getNextSibling());
  }

  private @Nullable Element format(Element run) {
    for (Node node = run.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && named(element, "rPr")) {
        return element;
      }
    }
    return null;
  }
}
