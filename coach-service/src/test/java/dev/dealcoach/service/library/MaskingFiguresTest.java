package dev.dealcoach.service.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.nlp.text.Span;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many of the people in invented sentences are found when nobody's name is known, and how much
 * of what is taken for a person is one. The figures stand in {@code docs/examples.md}.
 */
class MaskingFiguresTest {
  private static final Pattern MARK = Pattern.compile("【([^】]+)】|\\[person:([^\\]]+)\\]");

  /**
   * A sentence.
   *
   * @param people whom it names
   */
  private record Sentence(String text, List<Span> people) {}

  private static List<Sentence> sentences(String name) throws Exception {
    List<Sentence> sentences = new ArrayList<>();
    try (InputStream in = MaskingFiguresTest.class.getResourceAsStream(name)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        StringBuilder text = new StringBuilder();
        List<Span> people = new ArrayList<>();
        Matcher mark = MARK.matcher(line);
        int done = 0;
        while (mark.find()) {
          text.append(line, done, mark.start());
          String person = mark.group(1) == null ? mark.group(2) : mark.group(1);
          people.add(new Span(text.length(), text.length() + person.length()));
          text.append(person);
          done = mark.end();
        }
        sentences.add(new Sentence(text.append(line.substring(done)).toString(), people));
      }
    }
    return sentences;
  }

  /**
   * @param recall least share of the people that are masked whole
   * @param precision least share of the masks of people that hide one
   */
  @ParameterizedTest
  @CsvSource({"masking-known.txt, 0.96, 0.97", "masking-reserve.txt, 0.94, 0.95"})
  void mostPeopleAreFound(String name, double recall, double precision) throws Exception {
    int people = 0;
    int hidden = 0;
    int masks = 0;
    int right = 0;
    StringBuilder misses = new StringBuilder();
    List<Sentence> sentences = sentences(name);
    for (Sentence each : sentences) {
      List<Masking.Found> all =
          Masking.find(each.text(), Masking.Known.NOBODY, Language.of(each.text()));
      List<Span> found =
          all.stream()
              .filter(one -> one.kind() == Masking.Kind.PERSON)
              .map(Masking.Found::span)
              .toList();
      for (Span person : each.people()) {
        people++;
        if (all.stream()
            .map(Masking.Found::span)
            .anyMatch(span -> span.start() <= person.start() && span.end() >= person.end())) {
          hidden++;
        } else {
          misses.append("left ").append(person.of(each.text())).append(": ").append(each.text());
          misses.append('\n');
        }
      }
      for (Span span : found) {
        masks++;
        if (each.people().stream()
            .anyMatch(person -> span.start() < person.end() && person.start() < span.end())) {
          right++;
        } else {
          misses.append("taken ").append(span.of(each.text())).append(": ").append(each.text());
          misses.append('\n');
        }
      }
    }
    String figures =
        "%s: %d sentences, %d of %d people hidden, %d of %d masks right"
            .formatted(name, sentences.size(), hidden, people, right, masks);
    if (Boolean.getBoolean("figures")) {
      // of the reserve nobody looks at the misses
      System.out.println(figures + (name.contains("known") ? "\n" + misses : ""));
    }
    assertThat(hidden).as(figures).isGreaterThanOrEqualTo((int) Math.ceil(recall * people));
    assertThat(right).as(figures).isGreaterThanOrEqualTo((int) Math.ceil(precision * masks));
  }
}
