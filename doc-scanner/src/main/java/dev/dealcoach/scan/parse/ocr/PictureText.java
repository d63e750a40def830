package dev.dealcoach.scan.parse.ocr;

import java.util.List;

/** What comes out of reading a picture. */
public sealed interface PictureText {
  /**
   * The picture was read.
   *
   * @param lines in no particular order; empty if no text was found
   */
  record Lines(List<PictureLine> lines) implements PictureText {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The reader could not work.
   *
   * @param detail for the log: one line, never text of the picture
   */
  record Failed(String detail) implements PictureText {}
}
