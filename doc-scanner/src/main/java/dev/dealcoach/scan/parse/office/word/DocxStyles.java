package dev.dealcoach.scan.parse.office.word;

import dev.dealcoach.scan.parse.office.ooxml.OoxmlPackage;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The styles and numberings of a Word file, as far as they say what a paragraph is. Immutable once
 * read.
 */
final class DocxStyles {
  // longer chains of "based on" are a loop
  private static final int LONGEST_CHAIN = 20;

  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, String> numberings = new HashMap<>();
  private final Map<String, String> formats = new HashMap<>();
  private @Nullable String defaultParagraph;
  private int defaultHalfPoints;

  /** A style; null and 0 mean that it says nothing and the style it is based on decides. */
  private static final class Style {
    String name = "";
    @Nullable String basedOn;
    final ParagraphMarks marks = new ParagraphMarks();
    @Nullable Boolean bold;
    @Nullable Boolean hidden;
    int halfPoints;
  }

  /**
   * What a paragraph's properties, or a style's, say about its role. Mutable, filled on reading.
   */
  static final class ParagraphMarks {
    @Nullable String style;
    int outline = -1;
    @Nullable String numbering;
    int listLevel = -1;
    boolean markDeleted;

    /** Reads {@code w:pPr}; the reader stands at its begin. */
    void read(OoxmlReader in) throws XMLStreamException {
      int parent = in.depth();
      while (in.nextChild(parent)) {
        switch (in.name()) {
          case "w:pStyle" -> style = in.attribute("val");
          case "w:outlineLvl" -> outline = (int) in.number("val", -1);
          case "w:numPr" -> readNumbering(in);
          case "w:rPr" -> {
            int mark = in.depth();
            while (in.nextChild(mark)) {
              if (in.at("w:del") || in.at("w:moveFrom")) {
                markDeleted = true;
              }
            }
          }
          default -> {
            // spacing, borders, tabs: no matter
          }
        }
      }
    }

    private void readNumbering(OoxmlReader in) throws XMLStreamException {
      int parent = in.depth();
      while (in.nextChild(parent)) {
        if (in.at("w:numId")) {
          numbering = in.attribute("val");
        } else if (in.at("w:ilvl")) {
          listLevel = (int) in.number("val", 0);
        }
      }
    }
  }

  /** Reads the styles and numberings that the main part refers to, if there are any. */
  static DocxStyles read(OoxmlPackage file, String mainPart)
      throws IOException, XMLStreamException {
    DocxStyles all = new DocxStyles();
    Optional<String> styles = file.targetOfType(mainPart, "/styles");
    if (styles.isPresent()) {
      try (OoxmlReader in = file.read(styles.get())) {
        all.readStyles(in);
      }
    }
    Optional<String> numbering = file.targetOfType(mainPart, "/numbering");
    if (numbering.isPresent()) {
      try (OoxmlReader in = file.read(numbering.get())) {
        all.readNumberings(in);
      }
    }
    return all;
  }

  private void readStyles(OoxmlReader in) throws XMLStreamException {
    while (in.next()) {
      if (in.at("w:docDefaults")) {
        int parent = in.depth();
        while (in.next() && in.depth() >= parent) {
          if (in.at("w:sz")) {
            defaultHalfPoints = (int) in.number("val", 0);
          }
        }
      } else if (in.at("w:style")) {
        readStyle(in);
      }
    }
  }

  private void readStyle(OoxmlReader in) throws XMLStreamException {
    Style style = new Style();
    String id = in.attribute("styleId", "");
    boolean isDefault =
        "paragraph".equals(in.attribute("type"))
            && in.attribute("default") != null
            && !"0".equals(in.attribute("default"))
            && !"false".equals(in.attribute("default"));
    int parent = in.depth();
    while (in.nextChild(parent)) {
      switch (in.name()) {
        case "w:name" -> style.name = StyleNames.plain(in.attribute("val", ""));
        case "w:basedOn" -> style.basedOn = in.attribute("val");
        case "w:pPr" -> style.marks.read(in);
        case "w:rPr" -> {
          int properties = in.depth();
          while (in.nextChild(properties)) {
            switch (in.name()) {
              case "w:b" -> style.bold = in.on();
              case "w:vanish" -> style.hidden = in.on();
              case "w:sz" -> style.halfPoints = (int) in.number("val", 0);
              default -> {
                // colour, font: no matter
              }
            }
          }
        }
        default -> {
          // table formats, UI hints
        }
      }
    }
    styles.putIfAbsent(id, style);
    if (isDefault) {
      defaultParagraph = id;
    }
  }

  private void readNumberings(OoxmlReader in) throws XMLStreamException {
    String list = "";
    String level = "";
    while (in.next()) {
      switch (in.name()) {
        case "w:abstractNum" -> list = in.attribute("abstractNumId", "");
        case "w:lvl" -> level = in.attribute("ilvl", "0");
        case "w:numFmt" -> formats.putIfAbsent(list + "/" + level, in.attribute("val", ""));
        case "w:num" -> {
          String id = in.attribute("numId", "");
          int parent = in.depth();
          while (in.nextChild(parent)) {
            if (in.at("w:abstractNumId")) {
              numberings.putIfAbsent(id, in.attribute("val", ""));
            }
          }
        }
        default -> {
          // how numbers look
        }
      }
    }
  }

  /** Heading level of a paragraph from 1, 0 if it is no heading. */
  int headingLevel(ParagraphMarks paragraph) {
    if (paragraph.outline >= 0) {
      return paragraph.outline < 9 ? paragraph.outline + 1 : 0;
    }
    return along(
            paragraph.style,
            style -> {
              int byName = StyleNames.headingLevel(style.name);
              if (byName > 0) {
                return byName;
              }
              return style.marks.outline < 0
                  ? null
                  : style.marks.outline < 9 ? (Integer) (style.marks.outline + 1) : (Integer) 0;
            })
        .orElse(0);
  }

  /** Whether a paragraph has the style of the document's title. */
  boolean title(ParagraphMarks paragraph) {
    return any(paragraph.style, style -> StyleNames.isTitle(style.name));
  }

  /** Whether it is the caption of a picture or table. */
  boolean caption(ParagraphMarks paragraph) {
    return any(paragraph.style, style -> StyleNames.isCaption(style.name));
  }

  /** Depth in a list from 1, 0 if it is no item of a list. */
  int listLevel(ParagraphMarks paragraph) {
    String numbering = numbering(paragraph);
    if (numbering == null || numbering.equals("0")) {
      return 0;
    }
    int level =
        paragraph.listLevel >= 0
            ? paragraph.listLevel
            : along(
                    paragraph.style,
                    style -> style.marks.listLevel < 0 ? null : (Integer) style.marks.listLevel)
                .orElse(0);
    return Math.clamp(level, 0, 8) + 1;
  }

  /** Whether the format numbers it in Chinese numerals (一、二、三、). */
  boolean chineseNumbered(ParagraphMarks paragraph) {
    String numbering = numbering(paragraph);
    String format =
        formats.getOrDefault(
            numberings.getOrDefault(String.valueOf(numbering), "")
                + "/"
                + Math.max(0, paragraph.listLevel),
            "");
    return format.startsWith("chinese")
        || format.startsWith("japaneseCounting")
        || format.startsWith("taiwaneseCounting")
        || format.startsWith("ideographTraditional");
  }

  private @Nullable String numbering(ParagraphMarks paragraph) {
    return paragraph.numbering != null
        ? paragraph.numbering
        : along(paragraph.style, style -> style.marks.numbering).orElse(null);
  }

  /** Whether text of this paragraph or character style is bold. */
  boolean bold(@Nullable String style) {
    return along(style, s -> s.bold).orElse(false);
  }

  /** Whether text of this paragraph or character style is hidden. */
  boolean hidden(@Nullable String style) {
    return along(style, s -> s.hidden).orElse(false);
  }

  /** Size of text of this style in half points, 0 if no style says. */
  int halfPoints(@Nullable String style) {
    return along(style, s -> s.halfPoints == 0 ? null : (Integer) s.halfPoints)
        .orElse(defaultHalfPoints);
  }

  private boolean any(@Nullable String id, Predicate<Style> test) {
    return along(id, style -> test.test(style) ? Boolean.TRUE : null).orElse(false);
  }

  /** The first answer along the chain of styles; no id means the default paragraph style. */
  private <T> Optional<T> along(@Nullable String id, Function<Style, @Nullable T> question) {
    String next = id == null ? defaultParagraph : id;
    for (int i = 0; i < LONGEST_CHAIN && next != null; i++) {
      Style style = styles.get(next);
      if (style == null) {
        break;
      }
      T answer = question.apply(style);
      if (answer != null) {
        return Optional.of(answer);
      }
      next = style.basedOn;
    }
    return Optional.empty();
  }
}
