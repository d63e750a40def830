package dev.dealcoach.scan.parse.pdf;

import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.sax.BodyContentHandler;

/**
 * Measures reading PDF files with boxes and layout against Tika's bare text of the same files,
 * warm, the two in turn. Prints medians. Arguments: files.
 */
public final class PdfSpeed {
  private static final int WARM_UP = 15;
  private static final int ROUNDS = 31;

  private PdfSpeed() {}

  /** Prints a line a file. */
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      Path path = Path.of(file);
      Callable<Integer> ours = () -> ours(path);
      Callable<Integer> tika = () -> tika(path);
      for (int i = 0; i < WARM_UP; i++) {
        ours.call();
        tika.call();
      }
      double[] a = new double[ROUNDS];
      double[] b = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        a[i] = milliseconds(ours);
        b[i] = milliseconds(tika);
      }
      Arrays.sort(a);
      Arrays.sort(b);
      System.out.printf(
          Locale.ROOT,
          "%s: %d blocks, %.1f ms; Tika %d characters, %.1f ms; ratio %.2f%n",
          path.getFileName(),
          ours.call(),
          a[ROUNDS / 2],
          tika.call(),
          b[ROUNDS / 2],
          a[ROUNDS / 2] / b[ROUNDS / 2]);
    }
  }

  private static double milliseconds(Callable<Integer> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return (System.nanoTime() - start) / 1e6;
  }

  private static int ours(Path file) {
    ParseResult result = new PdfBoxDocumentParser().parse(file, "x.pdf", ParseLimits.STANDARD);
    return result instanceof ParseResult.Parsed parsed ? parsed.document().blocks().size() : -1;
  }

  private static int tika(Path file) throws Exception {
    BodyContentHandler handler = new BodyContentHandler(-1);
    try (InputStream in = Files.newInputStream(file)) {
      new PDFParser().parse(in, handler, new Metadata(), new ParseContext());
    }
    return handler.toString().length();
  }
}
