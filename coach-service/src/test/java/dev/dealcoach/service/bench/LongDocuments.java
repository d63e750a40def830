package dev.dealcoach.service.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Proposals of 10 to 40 pages, made by repeating the pages of a two-page one. */
final class LongDocuments {
  /** How often; the sample has two pages. */
  private static final int[] TIMES = {5, 10, 20};

  private LongDocuments() {}

  static List<Path> make(Path samples, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int times : TIMES) {
      files.add(pdf(samples.resolve("01.pdf"), times, folder));
      files.add(docx(samples.resolve("01.docx"), times, folder));
    }
    return files;
  }

  /** A PDF of this even number of pages. */
  static Path pages(Path samples, int pages, Path folder) throws IOException {
    return pdf(samples.resolve("01.pdf"), pages / 2, folder);
  }

  private static Path pdf(Path sample, int times, Path folder) throws IOException {
    Path file = folder.resolve(2 * times + "-pages.pdf");
    try (PDDocument one = Loader.loadPDF(sample.toFile());
        PDDocument many = new PDDocument()) {
      for (int i = 0; i < times; i++) {
        for (int page = 0; page < one.getNumberOfPages(); page++) {
          many.importPage(one.getPage(page));
        }
      }
      many.save(file.toFile());
    }
    return file;
  }

  private static Path docx(Path sample, int times, Path folder) throws IOException {
    Path file = folder.resolve(2 * times + "-pages.docx");
    try (InputStream in = Files.newInputStream(sample);
        ZipInputStream from = new ZipInputStream(in);
        OutputStream out = Files.newOutputStream(file);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals("word/document.xml")) {
          String xml = new String(from.readAllBytes(), StandardCharsets.UTF_8);
          int begin = xml.indexOf("<w:body>") + "<w:body>".length();
          int end = xml.lastIndexOf("<w:sectPr");
          String text = xml.substring(begin, end);
          String longer = xml.substring(0, begin) + text.repeat(times) + xml.substring(end);
          to.write(longer.getBytes(StandardCharsets.UTF_8));
        } else {
          from.transferTo(to);
        }
        to.closeEntry();
      }
    }
    return file;
  }
}
