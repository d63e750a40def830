package dev.dealcoach.nlp.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PossibleStartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "notice ¦ noti",
        "a|bc ¦ a bc",
        "(?:one|two) days ¦ one· two·",
        "(?:the )?end ¦ the· end",
        "colou?rs ¦ colo",
        "\\d{1,2}(?:st|nd) ¦ 0",
        "[$£]\\d ¦ $0 £0",
        "(?-i:\\p{Lu}\\p{L}+) says ¦ \uE000",
        "(?<=at )(?!an )Bay ¦ bay",
        "^Q[.:] ¦ q. q:",
        "x+y ¦ x",
        "第[一二]周 ¦ 第一周 第二周",
        "7 years ¦ 0·ye"
      })
  void knowsHowAMatchCanBegin(String regex, String starts) {
    List<String> wanted = Arrays.asList(starts.split(" "));
    wanted.replaceAll(start -> start.replace('·', ' '));
    assertThat(PossibleStarts.of(regex)).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "\\w+ says",
        "[^.;]{0,9}late",
        "(?:very )?\\s?late",
        "(?i)late",
        ".late",
        "(?:a|)b*"
      })
  void saysSoWhenAMatchCanBeginWithAnything(String regex) {
    assertThat(PossibleStarts.of(regex)).containsExactly("");
  }

  /** Over its own examples the book finds just what searching every place would find. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void theBookFindsWhatSearchingEveryPlaceFinds(Language language) {
    RulePack pack = RulePack.standard();
    Map<String, List<Pattern>> patterns = new TreeMap<>();
    List<String> texts = new ArrayList<>();
    for (Cue cue : pack.examples()) {
      if (cue.language() == language && !cue.id().startsWith("macro.")) {
        List<Pattern> own = patterns.computeIfAbsent(cue.id(), _ -> new ArrayList<>());
        cue.patterns().forEach(regex -> own.add(CueBook.compile(language, regex)));
        texts.add(String.join(". ", cue.match()) + "; " + String.join(" ", cue.noMatch()));
      }
    }
    for (String text : texts) {
      CueHits hits = pack.book(language).read(text);
      patterns.forEach((id, all) -> assertThat(hits.of(id)).as(id).isEqualTo(every(all, text)));
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

  @Test
  void placesAreAscendingAndEachOnce() {
    StartFinder finder =
        new StartFinder(
            List.of(PossibleStarts.of("late|la|delay"), PossibleStarts.of("\\p{Lu}x")), true);
    java.util.BitSet all = new java.util.BitSet();
    all.set(0, 2);
    StartFinder.Starts starts = finder.startsIn("Late delay, relate Later", all);
    assertThat(starts.of(0)).containsExactly(0, 5, 19);
    assertThat(starts.of(1)).containsExactly(0, 19);
  }
}
