package dev.dealcoach.scan.annotate.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Reads and writes XML trees; document types are refused and nothing outside is opened. */
final class SafeDom {
  private SafeDom() {}

  /**
   * Reads a part and closes it.
   *
   * @throws IOException if it is no well-formed XML or has a document type
   */
  static Document parse(InputStream part) throws IOException {
    try (part) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      // the streaming reader has kept to our own limit before
      factory.setAttribute("jdk.xml.maxElementDepth", "0");
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(part);
    } catch (SAXException e) {
      throw new IOException("no well-formed part", e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the platform's own parser knows these settings", e);
    }
  }

  /** A tree as UTF-8 XML. */
  static byte[] bytes(Document document) throws IOException {
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      Transformer writer = factory.newTransformer();
      writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      document.setXmlStandalone(true);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IOException("a part cannot be written", e);
    }
  }
}
