package dev.dealcoach.scan.parse.office.ooxml;

import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.draft.ReadingStopped;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the XML of one part, element by element. Document types and entities are refused,
 * nothing outside is ever opened, and elements nested too deep end the reading. For one thread.
 *
 * <p>Elements are named with the standard's prefixes ({@code w:p}, {@code a:t}), whatever prefixes
 * the file declares; elements of unknown namespaces have the prefix {@code ?}.
 */
public final class OoxmlReader implements AutoCloseable {
  /**
   * XML levels that go with one level of what a person sees nested: a table in a table adds {@code
   * tc/tbl/tr}, a text box up to eight.
   */
  private static final int XML_LEVELS = 8;

  private static final XMLInputFactory FACTORY = factory();

  private final InputStream bytes;
  private final XMLStreamReader xml;
  private final int deepest;
  private final Map<String, Map<String, String>> names = new HashMap<>();
  private int depth;
  private int element = -1;
  private String name = "";
  private boolean atText;

  OoxmlReader(InputStream bytes, ParseLimits limits) throws XMLStreamException {
    this.bytes = bytes;
    this.xml = FACTORY.createXMLStreamReader(bytes);
    this.deepest = limits.depth() * XML_LEVELS;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entity refused");
        });
    // our own limit answers with a clear reason
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    return factory;
  }

  /**
   * Goes on to the next begin or end of an element or stretch of text.
   *
   * @return false at the end of the part
   */
  public boolean next() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          element++;
          atText = false;
          if (depth > deepest) {
            throw new ReadingStopped(
                ParseFailure.Code.TOO_DEEP, "XML deeper than " + deepest + " levels");
          }
          name =
              names
                  .computeIfAbsent(
                      Objects.requireNonNullElse(xml.getNamespaceURI(), ""), k -> new HashMap<>())
                  .computeIfAbsent(
                      xml.getLocalName(),
                      local -> Namespaces.prefix(xml.getNamespaceURI()) + ":" + local);
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          atText = false;
          name = "";
          return true;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          atText = true;
          name = "";
          return true;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("a document type has no place in Office Open XML");
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    return false;
  }

  /**
   * Goes on to the next child of an element and passes over all that is left of the children
   * before.
   *
   * @param parent the element's {@link #depth()}
   * @return false at the element's end
   */
  public boolean nextChild(int parent) throws XMLStreamException {
    while (next()) {
      if (depth < parent) {
        return false;
      }
      if (depth == parent + 1 && !name.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the reader stands at the begin of this element. */
  public boolean at(String elementName) {
    return name.equals(elementName);
  }

  /** The element whose begin the reader stands at, empty if it stands elsewhere. */
  public String name() {
    return name;
  }

  /** How many elements are open, the one it stands at the begin of counted. */
  public int depth() {
    return depth;
  }

  /** Number of the last element begun, in the order of the part, from 0. */
  public int element() {
    return element;
  }

  /**
   * An attribute that has no namespace or its element's own.
   *
   * @return null if it is not given
   */
  public @Nullable String attribute(String local) {
    String own = xml.getNamespaceURI();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(local)) {
        String namespace = xml.getAttributeNamespace(i);
        if (namespace == null || namespace.isEmpty() || namespace.equals(own)) {
          return xml.getAttributeValue(i);
        }
      }
    }
    return null;
  }

  /** An attribute, or what to take if it is not given. */
  public String attribute(String local, String otherwise) {
    return Objects.requireNonNullElse(attribute(local), otherwise);
  }

  /** A whole number in an attribute, or what to take if there is none. */
  public long number(String local, long otherwise) {
    String value = attribute(local);
    if (value == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(value.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Whether a switch such as {@code <w:b w:val="0"/>} is on; without a value it is. */
  public boolean on() {
    return switch (attribute("val", "true")) {
      case "0", "false", "off" -> false;
      default -> true;
    };
  }

  /** An attribute of the relationships' namespace such as {@code r:id}, null if not given. */
  public @Nullable String relation(String local) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(local)
          && Namespaces.prefix(xml.getAttributeNamespace(i)).equals("r")) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Reads the text inside the element it stands at, to the element's end. */
  public String text() throws XMLStreamException {
    int parent = depth;
    StringBuilder out = new StringBuilder();
    while (next() && depth >= parent) {
      if (atText) {
        out.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
    return out.toString();
  }

  @Override
  public void close() throws XMLStreamException, IOException {
    xml.close();
    bytes.close();
  }
}
