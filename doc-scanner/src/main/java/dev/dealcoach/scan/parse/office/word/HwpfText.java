package dev.dealcoach.scan.parse.office.word;

import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;

/**
 * The text of a paragraph of a DOC file without what is not shown: deleted and hidden text,
 * instructions of fields, marks. Immutable.
 *
 * @param raw its text
 * @param bold whether all of it is bold
 * @param halfPoints size of its largest text in half points
 */
record HwpfText(String raw, boolean bold, int halfPoints) {
  private static final char FIELD_BEGIN = 0x13;
  private static final char FIELD_SEPARATOR = 0x14;
  private static final char FIELD_END = 0x15;
  private static final char NON_BREAKING_HYPHEN = 0x1E;

  static HwpfText of(Paragraph paragraph) {
    StringBuilder raw = new StringBuilder();
    FieldStack fields = new FieldStack();
    boolean plain = false;
    int size = 0;
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      boolean shown = !run.isMarkedDeleted() && !run.isVanished();
      int before = raw.length();
      if (run.isSymbol() && shown && fields.shown()) {
        raw.append(
            SymbolFont.text(
                run.getSymbolFont() == null ? "" : run.getSymbolFont().getMainFontName(),
                Integer.toHexString(run.getSymbolCharacter())));
      } else {
        append(run.text(), shown, fields, raw);
      }
      if (!raw.substring(before).isBlank()) {
        plain |= !run.isBold();
        size = Math.max(size, run.getFontSize());
      }
    }
    return new HwpfText(raw.toString(), !plain && !raw.isEmpty(), size);
  }

  private static void append(String text, boolean shown, FieldStack fields, StringBuilder raw) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case FIELD_BEGIN -> fields.begin();
        case FIELD_SEPARATOR -> fields.separate();
        case FIELD_END -> fields.end();
        default -> {
          if (shown && fields.shown()) {
            // other marks are control characters, which the normal form drops
            raw.append(c == NON_BREAKING_HYPHEN ? '-' : c == 0x07 ? ' ' : c);
          }
        }
      }
    }
  }
}
