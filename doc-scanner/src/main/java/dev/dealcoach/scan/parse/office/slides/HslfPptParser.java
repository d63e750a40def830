package dev.dealcoach.scan.parse.office.slides;

import dev.dealcoach.scan.parse.DocumentParser;
import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.scan.parse.ParseResult;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.parse.draft.DocumentDraft;
import dev.dealcoach.scan.parse.draft.Reading;
import dev.dealcoach.scan.parse.draft.ReadingStopped;
import dev.dealcoach.scan.parse.ocr.PageReader;
import dev.dealcoach.scan.parse.office.EmbeddedPictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hslf.usermodel.HSLFNotes;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Reads PPT of PowerPoint 97 to 2003 with POI. Thread-safe. */
public final class HslfPptParser implements DocumentParser {
  private final @Nullable PageReader ocr;

  /** A parser that reports pictures of text as unread. */
  public HslfPptParser() {
    this.ocr = null;
  }

  /** A parser that reads pictures of text with this reader. */
  public HslfPptParser(PageReader ocr) {
    this.ocr = ocr;
  }

  @Override
  public ParseResult parse(Path file, String name, ParseLimits limits) {
    return Reading.of(file, name, DocumentType.PPT, limits, this::read);
  }

  private Integer read(Path file, DocumentDraft draft) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
        throw new ReadingStopped(ParseFailure.Code.ENCRYPTED, "encrypted Open XML");
      }
      try (HSLFSlideShow show = new HSLFSlideShow(container)) {
        return read(show, draft);
      }
    } catch (EncryptedDocumentException e) {
      throw new ReadingStopped(ParseFailure.Code.ENCRYPTED, "encrypted PowerPoint file");
    }
  }

  private int read(HSLFSlideShow show, DocumentDraft draft) {
    SlideBlocks blocks =
        new SlideBlocks(
            draft,
            new EmbeddedPictures(ocr, draft),
            Math.round(show.getPageSize().getWidth()),
            Math.round(show.getPageSize().getHeight()));
    HslfShapes shapes = new HslfShapes(draft);
    List<HSLFSlide> slides = show.getSlides();
    for (int slide = 1; slide <= slides.size(); slide++) {
      if (slide > draft.limits().pages() || draft.full()) {
        draft.unread(slide, Unread.Reason.OVER_LIMIT);
        continue;
      }
      draft.check();
      HSLFSlide one = slides.get(slide - 1);
      HSLFNotes notes = one.getNotes();
      blocks.add(
          slide,
          shapes.of(one.getShapes(), "", slide, 0),
          notes == null ? List.of() : shapes.of(notes.getShapes(), "", slide, 0));
    }
    return slides.size();
  }
}
