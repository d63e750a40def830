package dev.dealcoach.nlp.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The book finds just what searching every place of a text would find. */
class CueBookTest {
  private static final Path PROPOSALS = Path.of("corpora", "proposals", "train");

  /** Each paragraph would take minutes; these are of all documents. */
  private static final int EVERY = 23;

  private final RulePack pack = RulePack.standard();

  @ParameterizedTest
  @EnumSource(Language.class)
  void inItsOwnExamples(Language language) {
    check(language, examples(language));
  }

  /** Pieces of examples in any order: literals stand where their patterns do not expect them. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void inTextsThrownTogether(Language language) {
    List<String> examples = examples(language);
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 120) {
        String piece = examples.get(random.nextInt(examples.size()));
        int from = random.nextInt(piece.length());
        text.append(piece, from, Math.min(piece.length(), from + 1 + random.nextInt(12)));
      }
      texts.add(text.toString());
    }
    check(language, texts);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void inParagraphsOfProposals(Language language) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(PROPOSALS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        texts.addAll(Files.readAllLines(file));
      }
    }
    texts.removeIf(text -> text.isBlank() || Language.of(text) != language);
    List<String> some = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += EVERY) {
      some.add(texts.get(i));
    }
    assertThat(some).hasSizeGreaterThan(50);
    check(language, some);
  }

  /** A caret in a look back makes Java's matcher misreport where a match begins. */
  @Test
  void aMatchBeginsBehindWhatItLooksBackTo() {
    CueBook book =
        new CueBook(
            Language.ZH,
            List.of(
                new Cue(
                    "a.b",
                    Language.ZH,
                    "",
                    List.of("(?<=^|^\\d、)验收"),
                    List.of(),
                    List.of(),
                    "a.yaml",
                    1)));
    assertThat(book.read("1、验收").of("a.b")).containsExactly(new Span(2, 4));
    assertThat(book.read("先验收").of("a.b")).isEmpty();
    assertThat(book.read("验收").of("b.c")).isEmpty();
  }

  private List<String> examples(Language language) {
    List<String> texts = new ArrayList<>();
    for (Cue cue : pack.examples()) {
      if (cue.language() == language) {
        texts.add(String.join(". ", cue.match()) + "; " + String.join(" ", cue.noMatch()));
      }
    }
    return texts;
  }

  private void check(Language language, List<String> texts) {
    Map<String, List<Pattern>> patterns = new TreeMap<>();
    for (Cue cue : pack.examples()) {
      if (cue.language() == language && !cue.id().startsWith("macro.")) {
        List<Pattern> own = patterns.computeIfAbsent(cue.id(), _ -> new ArrayList<>());
        cue.patterns().forEach(regex -> own.add(CueBook.compile(language, regex)));
      }
    }
    for (String text : texts) {
      CueHits hits = pack.book(language).read(text);
      patterns.forEach(
          (id, all) ->
              assertThat(hits.of(id)).as("%s in %s", id, text).isEqualTo(every(all, text)));
    }
  }

  private static List<Span> every(List<Pattern> patterns, String text) {
    List<Span> found = new ArrayList<>();
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          found.add(new Span(matcher.start(), matcher.end()));
        }
      }
    }
    Collections.sort(found);
    return found;
  }
}
