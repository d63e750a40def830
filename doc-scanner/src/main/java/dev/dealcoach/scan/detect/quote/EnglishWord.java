package dev.dealcoach.scan.detect.quote;

import java.util.List;

/**
 * The forms in which an English word is compared: contractions taken apart, auxiliary verbs in
 * their bare form, common endings dropped. Coarse on purpose: both texts go through the same mill.
 * Stateless.
 */
final class EnglishWord {
  private EnglishWord() {}

  /** The forms of a word in small letters; empty if nothing is left to compare ("'d"). */
  static List<String> forms(String word) {
    int apostrophe = word.indexOf('\'');
    if (apostrophe > 0) {
      String head = word.substring(0, apostrophe);
      String tail = word.substring(apostrophe + 1);
      if (tail.equals("t") && head.endsWith("n")) {
        String verb =
            switch (head) {
              case "can" -> "can";
              case "won" -> "will";
              case "shan" -> "shall";
              default -> head.substring(0, head.length() - 1);
            };
        return verb.isEmpty() ? List.of("not") : List.of(stem(verb), "not");
      }
      return switch (tail) {
        case "s", "d", "ll", "re", "ve", "m" -> List.of(stem(head));
        default -> List.of(stem(head + tail));
      };
    }
    return word.equals("cannot") ? List.of("can", "not") : List.of(stem(word));
  }

  private static String stem(String word) {
    String plain =
        switch (word) {
          case "is", "are", "was", "were", "am", "been", "being" -> "be";
          case "has", "had", "having" -> "have";
          case "does", "did", "doing", "done" -> "do";
          case "an" -> "a";
          case "got", "gets", "getting", "gotten" -> "get";
          case "goes", "went", "going", "gone" -> "go";
          default -> word;
        };
    if (plain.length() < 4 || plain.endsWith("ss")) {
      return plain;
    }
    if (plain.endsWith("ies") && plain.length() > 4) {
      return plain.substring(0, plain.length() - 3) + "y";
    }
    if (plain.endsWith("ing") && plain.length() > 5) {
      return undouble(plain.substring(0, plain.length() - 3));
    }
    if (plain.endsWith("ed") && plain.length() > 4) {
      return undouble(plain.substring(0, plain.length() - 2));
    }
    if (plain.endsWith("es") && plain.length() > 4) {
      return undouble(plain.substring(0, plain.length() - 2));
    }
    if (plain.endsWith("s") && !plain.endsWith("us") && !plain.endsWith("is")) {
      return undouble(plain.substring(0, plain.length() - 1));
    }
    return undouble(plain);
  }

  /** stopp → stop, bille → bill → bil: the same for every form of a word. */
  private static String undouble(String stem) {
    String cut = stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    int last = cut.length() - 1;
    return last > 1 && cut.charAt(last) == cut.charAt(last - 1) ? cut.substring(0, last) : cut;
  }
}
