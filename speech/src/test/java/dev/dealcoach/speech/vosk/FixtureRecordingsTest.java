package dev.dealcoach.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.speech.Fixture;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.transcript.Word;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real libvosk on the fixture's recordings. */
class FixtureRecordingsTest {
  private static VoskTranscriber transcriber;

  @BeforeAll
  static void load() throws Exception {
    transcriber = Fixture.transcriber(Fixture.wavDecoder(), 2);
  }

  @AfterAll
  static void close() {
    transcriber.close();
  }

  private static Transcript transcribe(String name) throws Exception {
    Transcription result = transcriber.transcribe(Fixture.wav(name), AudioLimits.STANDARD);
    assertThat(result).isInstanceOf(Transcription.Transcribed.class);
    return ((Transcription.Transcribed) result).transcript();
  }

  static Stream<String[]> expected() {
    return Fixture.table("expected.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void readsEachAsExpected(String wav, String words) throws Exception {
    Transcript transcript = transcribe(wav.replace(".wav", ""));
    assertThat(transcript.words().stream().map(Word::text).collect(Collectors.joining(" ")))
        .isEqualTo(words);
    assertThat(transcript.text().replace(" ", "")).isEqualTo(words.replace(" ", ""));
    assertThat(transcript.language()).isEqualTo(SpokenLanguage.ZH);
    assertThat(transcript.doubtful()).isFalse();
    double before = 0;
    for (Word word : transcript.words()) {
      assertThat(word.start()).isGreaterThanOrEqualTo(before);
      assertThat(word.end()).isGreaterThan(word.start()).isLessThanOrEqualTo(transcript.seconds());
      assertThat(word.confidence()).isBetween(0.0, 1.0);
      before = word.start();
    }
  }

  @Test
  void wordsBeginWhereTheyAreSpoken() throws Exception {
    double sum = 0;
    int count = 0;
    String wav = "";
    List<Word> words = List.of();
    int next = 0;
    for (String[] line : Fixture.table("word-starts.tsv")) {
      if (!line[0].equals(wav)) {
        wav = line[0];
        words = transcribe(wav.replace(".wav", "")).words();
        next = 0;
      }
      Word word = words.get(next++);
      assertThat(word.text()).isEqualTo(line[2]);
      sum += Math.abs(word.start() - Double.parseDouble(line[1]));
      count++;
    }
    assertThat(count).isEqualTo(144);
    assertThat(sum / count).isLessThan(0.06);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hard-noisy", "hard-other-words"})
  void theHardOnesAreDoubtful(String name) throws Exception {
    assertThat(transcribe(name).doubtful()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"silence-1s", "noise-4s"})
  void silenceAndNoiseAreNothing(String name) throws Exception {
    Transcript transcript = transcribe(name);
    assertThat(transcript.text()).isEmpty();
    assertThat(transcript.words()).isEmpty();
    assertThat(transcript.doubtful()).isFalse();
    assertThat(transcript.seconds()).isEqualTo(name.startsWith("silence") ? 1.0 : 4.0);
  }

  @Test
  void spacesStandOnlyAtPauses() throws Exception {
    assertThat(transcribe("summary-30s").text())
        .isEqualTo(
            "客户说每天手工录入两小时出错很多 财务说现在的系统太慢做报表要三天 预算五十万已经邮件确认"
                + " 今天见到了王总他是决策人 对手的价格比我们低百分之十 约好周三下午演示 客户同意下周五之前签合同");
    assertThat(transcribe("pain").text()).doesNotContain(" ");
  }

  @Test
  void twiceIsTheSame() throws Exception {
    assertThat(transcribe("summary-short")).isEqualTo(transcribe("summary-short"));
  }
}
