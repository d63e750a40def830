package dev.dealcoach.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.RiskClause;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.segment.SectionRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence is there in both languages, with the same places to fill, and is used. */
class MessagesTest {
  private final Messages messages = Messages.load();

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() {
    assertThat(messages.in(Language.ZH).keySet()).isEqualTo(messages.in(Language.EN).keySet());
    for (String key : messages.in(Language.ZH).keySet()) {
      assertThat(places(messages.text(Language.ZH, key)))
          .as(key)
          .isEqualTo(places(messages.text(Language.EN, key)));
    }
  }

  @Test
  void noSentenceIsEmptyAndChineseOnesAreChinese() {
    messages.in(Language.EN).forEach((key, text) -> assertThat(text).as(key).isNotBlank());
    Pattern han = Pattern.compile("\\p{IsHan}");
    messages.in(Language.ZH).entrySet().stream()
        .filter(
            each ->
                !Set.of(
                        "language.other",
                        "language.other.code",
                        "gold.of",
                        "walk.count",
                        "review.download.json")
                    .contains(each.getKey()))
        .forEach(
            each -> assertThat(han.matcher(each.getValue()).find()).as(each.getKey()).isTrue());
  }

  @Test
  void everythingThatAReportCanNameHasAName() {
    Stream.of(
            Arrays.stream(ParseFailure.Code.values())
                .flatMap(
                    code ->
                        Stream.of(
                            "problem." + code.id() + ".title", "problem." + code.id() + ".detail")),
            Arrays.stream(Unread.Reason.values())
                .map(reason -> "unread.reason." + reason.name().toLowerCase(Locale.ROOT)),
            Arrays.stream(SectionRole.values()).map(role -> "section." + role.id()),
            Arrays.stream(RiskClause.values()).map(clause -> "clause." + clause.id()))
        .flatMap(keys -> keys)
        .forEach(key -> assertThat(messages.in(Language.EN)).containsKey(key));
  }

  @Test
  void keysWrittenOutInScriptsAndTemplatesExist() throws IOException {
    for (String source :
        new String[] {
          "layout.ftlh",
          "upload.ftlh",
          "review.ftlh",
          "gone.ftlh",
          "sign-in.ftlh",
          "account.ftlh",
          "deals.ftlh",
          "deal.ftlh",
          "assets/deal.js",
          "discovery.ftlh",
          "assets/upload.js",
          "assets/review.js",
          "assets/result.js",
          "assets/items.js",
          "assets/walk.js",
          "assets/textview.js",
          "assets/pdfview.js",
          "assets/stages.js",
          "assets/service.js",
          "assets/discovery.js",
          "assets/checklist.js",
          "assets/summarytext.js"
        }) {
      Pattern key = Pattern.compile("(?:\\bt\\('([^'$]+)'|\\bt\\[\"([^\"]+)\"\\])");
      Set<String> used =
          key.matcher(read(source))
              .results()
              .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(messages.in(Language.EN).keySet()).as(source).containsAll(used);
    }
  }

  private static String read(String resource) throws IOException {
    try (var in = Messages.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<String> places(String text) {
    return Pattern.compile("\\{\\w+}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
