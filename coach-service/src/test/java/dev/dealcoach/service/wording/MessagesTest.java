package dev.dealcoach.service.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.kb.json.ExampleLine;
import dev.dealcoach.nlp.pack.Rule;
import dev.dealcoach.nlp.text.Han;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.scan.detect.RiskClause;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.Unread;
import dev.dealcoach.scan.segment.SectionRole;
import dev.dealcoach.speech.audio.AudioRefusal;
import dev.dealcoach.speech.model.CatalogueEntry;
import dev.dealcoach.speech.model.InstallProgress;
import dev.dealcoach.speech.model.Installation;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.vosk.UnusableModelException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesHaveTheSameSentencesWithTheSamePlaces() {
    Messages zh = Messages.of(Language.ZH);
    Messages en = Messages.of(Language.EN);
    assertThat(zh.keys()).isEqualTo(en.keys()).isNotEmpty();
    for (String key : zh.keys()) {
      assertThat(places(zh.text(key))).as(key).isEqualTo(places(en.text(key)));
      assertThat(en.text(key)).as(key).isNotBlank();
      assertThat(Han.count(en.text(key))).as(key).isZero();
    }
  }

  private static Set<String> places(String sentence) {
    return PLACE
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everythingThatIsNamedByAnIdHasItsSentence(Language language) {
    Messages messages = Messages.of(language);
    Stream.of(
            ids("parse.", ParseFailure.Code.values(), c -> c.id()),
            ids("audio.", AudioRefusal.Code.values(), c -> c.id()),
            ids("install.", Installation.Code.values(), c -> c.id()),
            ids("speech.", Transcription.Reason.values(), r -> hyphened(r)),
            ids("model.", UnusableModelException.Reason.values(), r -> hyphened(r)),
            ids(
                "models.stage.",
                InstallProgress.Stage.values(),
                s -> s.name().toLowerCase(Locale.ROOT)),
            ids("models.scale.", CatalogueEntry.Scale.values(), s -> s.id()),
            ids("examples.fault.", ExampleLine.Fault.values(), f -> f.id()),
            ids("unread.", Unread.Reason.values(), r -> r.name().toLowerCase(Locale.ROOT)),
            ids("section.", SectionRole.values(), r -> r.id()),
            ids("clause.", RiskClause.values(), c -> c.id()),
            ids("text.severity.", Rule.Severity.values(), s -> s.id()),
            ids("text.language.", Language.values(), l -> l.code()))
        .flatMap(List::stream)
        .forEach(key -> assertThat(messages.keys()).contains(key));
  }

  private static String hyphened(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E> List<String> ids(
      String prefix, E[] all, java.util.function.Function<E, String> id) {
    return Arrays.stream(all).map(id).map(prefix::concat).toList();
  }

  @Test
  void valuesTakeTheirPlaces() {
    assertThat(Messages.of(Language.EN).text("usage.value-wrong", "--format", "json|text", "xml"))
        .isEqualTo("option --format takes json|text, not \"xml\"");
  }

  @Test
  void anUnknownKeyIsAnErrorOfOurs() {
    assertThatThrownBy(() -> Messages.of(Language.ZH).text("no.such"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
