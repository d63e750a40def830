package dev.dealcoach.scan.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/**
 * Compares our time for a file, type detection and hash included, with that of Tika's bare parser
 * for the format. Not a test: run {@code main} with files; prints medians in milliseconds.
 */
public final class OfficeSpeed {
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 101;

  private OfficeSpeed() {}

  /** Measures each file. */
  public static void main(String[] files) throws Exception {
    List<Path> paths = new ArrayList<>();
    for (String file : files) {
      paths.add(Path.of(file));
    }
    if (paths.isEmpty()) {
      for (String name : List.of("01.docx", "02.docx", "01.pptx", "01.doc", "01.ppt")) {
        paths.add(Readers.resource("proposals/" + name));
      }
    }
    for (Path path : paths) {
      Callable<Object> ours =
          () -> Readers.STANDARD.parse(path, path.toString(), ParseLimits.STANDARD);
      Callable<Object> theirs = () -> tika(path);
      for (int i = 0; i < WARM_UP; i++) {
        ours.call();
        theirs.call();
      }
      List<Double> a = new ArrayList<>();
      List<Double> b = new ArrayList<>();
      // by turns, so that what else the machine does falls on both
      for (int i = 0; i < ROUNDS; i++) {
        a.add(millis(ours));
        b.add(millis(theirs));
      }
      double ourMedian = median(a);
      double theirMedian = median(b);
      System.out.printf(
          Locale.ROOT,
          "%s ours %.2f ms, Tika %.2f ms, ratio %.2f%n",
          path.getFileName(),
          ourMedian,
          theirMedian,
          ourMedian / theirMedian);
    }
  }

  private static Object tika(Path path) throws IOException, TikaException, SAXException {
    boolean openXml = path.toString().endsWith("x");
    Parser parser = openXml ? new OOXMLParser() : new OfficeParser();
    BodyContentHandler text = new BodyContentHandler(-1);
    Metadata metadata = new Metadata();
    metadata.set(Metadata.CONTENT_TYPE, type(path));
    try (InputStream in = TikaInputStream.get(path, metadata)) {
      parser.parse(in, text, metadata, new ParseContext());
    }
    return text.toString();
  }

  private static String type(Path path) throws IOException {
    String name = path.toString();
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      case "pptx" -> "application/vnd.openxmlformats-officedocument.presentationml.presentation";
      case "doc" -> "application/msword";
      case "ppt" -> "application/vnd.ms-powerpoint";
      default -> String.valueOf(Files.probeContentType(path));
    };
  }

  private static double millis(Callable<Object> work) throws Exception {
    long begun = System.nanoTime();
    work.call();
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
