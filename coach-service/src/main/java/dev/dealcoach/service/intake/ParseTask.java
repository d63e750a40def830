package dev.dealcoach.service.intake;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ocr.PageReader;
import dev.dealcoach.scan.parse.ocr.PictureDocumentParser;
import dev.dealcoach.scan.parse.ocr.PictureText;
import dev.dealcoach.scan.parse.ocr.RapidOcrPageReader;
import dev.dealcoach.scan.parse.office.slides.HslfPptParser;
import dev.dealcoach.scan.parse.office.slides.StaxPptxParser;
import dev.dealcoach.scan.parse.office.word.HwpfDocParser;
import dev.dealcoach.scan.parse.office.word.StaxDocxParser;
import dev.dealcoach.scan.parse.pdf.PdfBoxDocumentParser;
import dev.dealcoach.scan.parse.text.CommonmarkParser;
import dev.dealcoach.scan.parse.text.JsoupHtmlParser;
import dev.dealcoach.scan.parse.text.PlainTextParser;
import dev.dealcoach.scan.parse.type.StandardDocumentParser;
import dev.dealcoach.scan.parse.type.TikaTypeDetector;
import dev.dealcoach.service.child.ChildTask;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads a document, in the child process. Each page that goes through OCR puts off the deadline by
 * the time it takes, at most by what the limits allow for a page.
 */
public final class ParseTask implements ChildTask {
  private final TikaTypeDetector detector = new TikaTypeDetector();
  private final PageReader ocr = new RapidOcrPageReader();

  @Override
  public byte[] run(byte[] request, Progress progress) throws Exception {
    ParseRequest wanted = ParseRequest.decode(request);
    PageReader timed = new TimedPageReader(ocr, progress, wanted.limits().ocrTimePerPage());
    DocumentParser parser = new StandardDocumentParser(detector, readers(timed));
    return ParseWire.encode(parser.parse(wanted.file(), wanted.name(), wanted.limits()));
  }

  /** Reads every format in this process, without a limit that holds whatever a file does. */
  public static DocumentParser parser() {
    return new StandardDocumentParser(new TikaTypeDetector(), readers(new RapidOcrPageReader()));
  }

  private static Map<DocumentType, DocumentParser> readers(PageReader ocr) {
    Map<DocumentType, DocumentParser> readers = new EnumMap<>(DocumentType.class);
    readers.put(DocumentType.PDF, new PdfBoxDocumentParser(ocr));
    readers.put(DocumentType.IMAGE, new PictureDocumentParser(ocr));
    readers.put(DocumentType.DOCX, new StaxDocxParser());
    readers.put(DocumentType.PPTX, new StaxPptxParser());
    readers.put(DocumentType.DOC, new HwpfDocParser());
    readers.put(DocumentType.PPT, new HslfPptParser());
    readers.put(DocumentType.TXT, new PlainTextParser());
    readers.put(DocumentType.MD, new CommonmarkParser());
    readers.put(DocumentType.HTML, new JsoupHtmlParser());
    return readers;
  }

  private record TimedPageReader(PageReader reader, Progress progress, Duration most)
      implements PageReader {
    @Override
    public PictureText read(BufferedImage picture) {
      progress.extend(most);
      long begin = System.nanoTime();
      PictureText text = reader.read(picture);
      Duration unused = most.minusNanos(System.nanoTime() - begin);
      if (unused.isPositive()) {
        progress.extend(unused.negated());
      }
      return text;
    }
  }
}
