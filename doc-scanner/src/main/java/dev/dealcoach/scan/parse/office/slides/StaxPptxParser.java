package dev.dealcoach.scan.parse.office.slides;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.Reading;
import dev.dealcoach.scan.parse.ocr.PageReader;
import dev.dealcoach.scan.parse.office.EmbeddedPictures;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlPackage;
import dev.dealcoach.scan.parse.office.ooxml.OoxmlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads PPTX and its kin (PPTM, PPSX, POTX; macros are never looked at) with a streaming XML
 * reader, slide by slide; a slide that is damaged does not keep the others from being read.
 * Thread-safe.
 */
public final class StaxPptxParser implements DocumentParser {
  private final @Nullable PageReader ocr;

  /** A parser that reports pictures of text as unread. */
  public StaxPptxParser() {
    this.ocr = null;
  }

  /** A parser that reads pictures of text with this reader. */
  public StaxPptxParser(PageReader ocr) {
    this.ocr = ocr;
  }

  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    return Reading.of(file, name, DocumentType.PPTX, limits, this::read);
  }

  private Integer read(Path file, DocumentDraft draft) throws IOException, XMLStreamException {
    try (OoxmlPackage opened = new OoxmlPackage(file, draft.limits())) {
      return new Deck(opened, draft, new EmbeddedPictures(ocr, draft)).read();
    }
  }

  /** One file while it is read. */
  private static final class Deck {
    private final OoxmlPackage file;
    private final DocumentDraft draft;
    private final EmbeddedPictures pictures;
    private final Map<String, Placeholders> layouts = new HashMap<>();

    Deck(OoxmlPackage file, DocumentDraft draft, EmbeddedPictures pictures) {
      this.pictures = pictures;
      this.file = file;
      this.draft = draft;
    }

    int read() throws IOException, XMLStreamException {
      String main = file.mainPart();
      List<@Nullable String> ids = new ArrayList<>();
      long width = 0;
      long height = 0;
      try (OoxmlReader in = file.read(main)) {
        while (in.next()) {
          if (in.at("p:sldId")) {
            ids.add(in.relation("id"));
          } else if (in.at("p:sldSz")) {
            width = in.number("cx", 0);
            height = in.number("cy", 0);
          }
        }
      }
      SlideBlocks blocks = new SlideBlocks(draft, pictures, width, height);
      for (int slide = 1; slide <= ids.size(); slide++) {
        if (slide > draft.limits().pages() || draft.full()) {
          draft.unread(slide, Unread.Reason.OVER_LIMIT);
          continue;
        }
        try {
          Optional<String> part = file.target(main, ids.get(slide - 1));
          if (part.isPresent()) {
            readSlide(part.get(), slide, blocks);
          } else {
            draft.unread(slide, Unread.Reason.DAMAGED);
          }
        } catch (IOException | XMLStreamException e) {
          draft.unread(slide, Unread.Reason.DAMAGED);
        }
      }
      return ids.size();
    }

    private void readSlide(String part, int slide, SlideBlocks blocks)
        throws IOException, XMLStreamException {
      Optional<String> layout = file.targetOfType(part, "/slideLayout");
      Placeholders placeholders =
          layout.isPresent() ? placeholders(layout.get(), "/slideMaster") : Placeholders.NONE;
      List<SlideShape> shapes = shapes(part, placeholders, slide);
      Optional<String> notes = file.targetOfType(part, "/notesSlide");
      blocks.add(
          slide,
          shapes,
          notes.isPresent() ? shapes(notes.get(), Placeholders.NONE, slide) : List.of());
    }

    private List<SlideShape> shapes(String part, Placeholders layout, int slide)
        throws IOException, XMLStreamException {
      try (OoxmlReader in = file.read(part)) {
        while (in.next()) {
          if (in.at("p:spTree")) {
            return new PptxShapes(file, part, draft, layout, slide).read(in, "", 0);
          }
        }
      }
      return List.of();
    }

    /** The placeholders of a layout, or of a master if {@code parentType} is null. */
    private Placeholders placeholders(String part, @Nullable String parentType)
        throws IOException, XMLStreamException {
      Placeholders known = layouts.get(part);
      if (known != null) {
        return known;
      }
      Placeholders parent = null;
      if (parentType != null) {
        Optional<String> master = file.targetOfType(part, parentType);
        parent = master.isPresent() ? placeholders(master.get(), null) : null;
      }
      PptxShapes shapes = new PptxShapes(file, part, draft, Placeholders.NONE, 0);
      Bullets body = new Bullets();
      try (OoxmlReader in = file.read(part)) {
        while (in.next()) {
          if (in.at("p:spTree")) {
            shapes.read(in, "", 0);
          } else if (in.at("p:bodyStyle")) {
            body.read(in);
          }
        }
      }
      Placeholders read = new Placeholders(shapes.placeholders(), body, parent);
      layouts.put(part, read);
      return read;
    }
  }
}
