package dev.dealcoach.service.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The first sheet of an XLSX file. Stateless. */
public final class Workbook {
  /** Most rows. */
  public static final int MOST_ROWS = 20_001;

  private static final int MOST_COLUMNS = 100;
  private static final long MOST_BYTES = 200L << 20;
  private static final int MOST_ENTRIES = 2000;

  /** Spreadsheets count days from here. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final Map<String, String> PARTS =
      Map.of(
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
              + " Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
              + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
              + " PartName=\"/xl/workbook.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
              + " PartName=\"/xl/worksheets/sheet1.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>",
          "_rels/.rels",
          "<Relationships"
              + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
              + " Id=\"r1\""
              + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
              + " Target=\"xl/workbook.xml\"/></Relationships>",
          "xl/_rels/workbook.xml.rels",
          "<Relationships"
              + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
              + " Id=\"r1\""
              + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
              + " Target=\"worksheets/sheet1.xml\"/></Relationships>",
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
              + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
              + " name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");

  private Workbook() {}

  /**
   * Reads the rows; a row's cells are those of the columns A, B, …, empty where nothing stands.
   *
   * @throws IOException if it is no such file, or one beyond the limits
   */
  public static List<List<String>> read(byte[] file) throws IOException {
    Map<String, byte[]> parts = unpacked(file);
    String sheet =
        parts.containsKey("xl/worksheets/sheet1.xml")
            ? "xl/worksheets/sheet1.xml"
            : parts.keySet().stream()
                .filter(name -> name.startsWith("xl/worksheets/") && name.endsWith(".xml"))
                .sorted()
                .findFirst()
                .orElseThrow(() -> new IOException("no sheet"));
    try {
      return rows(parts.get(sheet), shared(parts.get("xl/sharedStrings.xml")));
    } catch (XMLStreamException | RuntimeException e) {
      throw new IOException("no sheet that can be read", e);
    }
  }

  private static Map<String, byte[]> unpacked(byte[] file) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    long left = MOST_BYTES;
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new IOException("too many parts");
        }
        String name = entry.getName();
        if (name.startsWith("xl/worksheets/") || name.equals("xl/sharedStrings.xml")) {
          byte[] bytes = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
          left -= bytes.length;
          if (left < 0) {
            throw new IOException("too large");
          }
          parts.put(name, bytes);
        }
      }
    }
    return parts;
  }

  private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    InputStream in = new ByteArrayInputStream(xml);
    return factory.createXMLStreamReader(in);
  }

  private static List<String> shared(byte @Nullable [] xml) throws XMLStreamException {
    List<String> texts = new ArrayList<>();
    if (xml == null) {
      return texts;
    }
    XMLStreamReader in = reader(xml);
    StringBuilder text = new StringBuilder();
    boolean phonetic = false;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          switch (in.getLocalName()) {
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic = true;
            case "t" -> text.append(phonetic ? "" : in.getElementText());
            default -> {}
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          switch (in.getLocalName()) {
            case "si" -> texts.add(text.toString());
            case "rPh" -> phonetic = false;
            default -> {}
          }
        }
        default -> {}
      }
    }
    return texts;
  }

  private static List<List<String>> rows(byte[] xml, List<String> shared)
      throws XMLStreamException, IOException {
    XMLStreamReader in = reader(xml);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int column = 0;
    String type = "";
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (in.getLocalName()) {
          case "row" -> {
            row = new ArrayList<>();
            String number = in.getAttributeValue(null, "r");
            while (number != null && rows.size() < Integer.parseInt(number) - 1) {
              rows.add(List.of());
              limited(rows);
            }
          }
          case "c" -> {
            String place = in.getAttributeValue(null, "r");
            column = place == null ? row.size() : column(place);
            type = in.getAttributeValue(null, "t") == null ? "n" : in.getAttributeValue(null, "t");
          }
          case "v" -> set(row, column, value(type, in.getElementText(), shared));
          case "t" -> set(row, column, at(row, column) + in.getElementText());
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("row")) {
        rows.add(row);
        limited(rows);
      }
    }
    return rows;
  }

  private static void limited(List<List<String>> rows) throws IOException {
    if (rows.size() > MOST_ROWS) {
      throw new IOException("too many rows");
    }
  }

  private static String value(String type, String text, List<String> shared) {
    return switch (type) {
      case "s" -> shared.get(Integer.parseInt(text));
      case "n" -> text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
      case "e" -> "";
      default -> text;
    };
  }

  private static int column(String place) throws IOException {
    int column = 0;
    for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
      column = column * 26 + place.charAt(i) - 'A' + 1;
    }
    if (column < 1 || column > MOST_COLUMNS) {
      throw new IOException("too many columns");
    }
    return column - 1;
  }

  private static String at(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private static void set(List<String> row, int column, String text) {
    while (row.size() <= column) {
      row.add("");
    }
    row.set(column, text);
  }

  /** The day that a spreadsheet writes as a number; the text itself if it is none. */
  public static String day(String text) {
    return text.matches("[1-9]\\d{4}")
        ? DAY_ZERO.plusDays(Integer.parseInt(text)).toString()
        : text;
  }

  /** Writes rows of texts. */
  public static void write(List<List<String>> rows, OutputStream target) throws IOException {
    write(rows, Set.of(), target);
  }

  /**
   * Writes a heading and rows.
   *
   * @param numbers columns, from 0, that hold numbers but for the heading and where they are empty
   */
  public static void write(List<List<String>> rows, Set<Integer> numbers, OutputStream target)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(target)) {
      for (String name : PARTS.keySet().stream().sorted().toList()) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + PARTS.get(name))
                .getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
      out.write(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet"
              + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
      boolean heading = true;
      for (List<String> row : rows) {
        out.write("<row>");
        for (int column = 0; column < row.size(); column++) {
          String cell = row.get(column);
          if (!heading && numbers.contains(column) && !cell.isEmpty()) {
            out.write("<c><v>" + new BigDecimal(cell).toPlainString() + "</v></c>");
          } else {
            // a text in line is never taken for a formula
            out.write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            out.write(escaped(cell));
            out.write("</t></is></c>");
          }
        }
        heading = false;
        out.write("</row>");
      }
      out.write("</sheetData></worksheet>");
      out.flush();
      zip.closeEntry();
    }
  }

  /** The same as bytes. */
  public static byte[] written(List<List<String>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(rows, out);
    return out.toByteArray();
  }

  /** The same with columns of numbers as bytes. */
  public static byte[] written(List<List<String>> rows, Set<Integer> numbers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(rows, numbers, out);
    return out.toByteArray();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                default -> {
                  if (c >= 0x20 || c == '\n' || c == '\t') {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }
}
