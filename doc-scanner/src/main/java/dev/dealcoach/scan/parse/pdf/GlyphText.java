package dev.dealcoach.scan.parse.pdf;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a font says about a glyph to normal text: radicals that stand for whole characters,
 * ligatures and compatibility characters become the usual ones; white space one space; control
 * characters nothing. Stateless.
 */
final class GlyphText {
  /** Radicals that fonts confuse with characters and that NFKC leaves alone, with these. */
  private static final String RADICALS =
      "⺁厂⺄乙⺆冂⺇几⺊卜⺋卩⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺗忄⺘扌⺙攵⺛旡⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目"
          + "⺬示⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺳冈⺴冈⺵冈⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足"
          + "⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾"
          + "⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

  private GlyphText() {}

  static String normal(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return FontFacts.UNKNOWN;
    }
    if (raw.length() == 1) {
      char c = raw.charAt(0);
      if ((c >= 0x4E00 && c <= 0x9FFF) || (c > 0x20 && c < 0x7F)) {
        return raw;
      }
      return one(c);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < raw.length()
          && Character.isLowSurrogate(raw.charAt(i + 1))) {
        out.append(Normalizer.normalize(raw.substring(i, i + 2), Normalizer.Form.NFC));
        i++;
      } else {
        String t = one(c);
        if (!t.equals(" ") || raw.isBlank()) {
          out.append(t);
        }
      }
    }
    String text = out.toString();
    return text.isBlank() && !text.isEmpty()
        ? " "
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String one(char c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return " ";
    }
    if (c >= 0x2E80 && c <= 0x2EF3) {
      int at = RADICALS.indexOf(c);
      if (at >= 0 && at % 2 == 0) {
        return RADICALS.substring(at + 1, at + 2);
      }
    }
    if (c == 0x2F3E) {
      return "户"; // the decomposition is the traditional form, which has a code of its own
    }
    // Kangxi radicals, CJK radicals with a decomposition, Latin ligatures, compatibility ideographs
    if ((c >= 0x2E80 && c <= 0x2FDF)
        || (c >= 0xFB00 && c <= 0xFB06)
        || (c >= 0xF900 && c <= 0xFAFF)) {
      return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    }
    if (c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060) {
      return "";
    }
    if (Character.isISOControl(c) || Character.isSurrogate(c) || c == 0xFFFE || c == 0xFFFF) {
      return FontFacts.UNKNOWN;
    }
    return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFC);
  }
}
