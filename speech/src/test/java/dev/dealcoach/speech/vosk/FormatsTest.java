package dev.dealcoach.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.speech.Encoded;
import dev.dealcoach.speech.Fixture;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.audio.Ffmpeg;
import dev.dealcoach.speech.audio.StandardAudioDecoder;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Transcription;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same recording in the formats that phones and messengers send. */
class FormatsTest {
  @TempDir Path folder;

  private static Transcript transcribe(Path audio, Optional<Ffmpeg> ffmpeg) throws Exception {
    try (VoskTranscriber transcriber =
        Fixture.transcriber(new StandardAudioDecoder(() -> ffmpeg), 1)) {
      Transcription result = transcriber.transcribe(audio, AudioLimits.STANDARD);
      assertThat(result).isInstanceOf(Transcription.Transcribed.class);
      return ((Transcription.Transcribed) result).transcript();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "48k.wav, -ar 48000 -ac 2",
    "mp3, -c:a libmp3lame -b:a 64k",
    "m4a, -c:a aac -b:a 64k",
    "wide.amr, -c:a libvo_amrwbenc -ar 16000 -ac 1 -b:a 23.85k",
    "ogg, -c:a libopus -b:a 32k",
    "webm, -c:a libopus -b:a 32k",
    "flac, -c:a flac"
  })
  void whatKeepsTheWholeBandGivesTheSameText(String ending, String options) throws Exception {
    Path wav = Fixture.wav("summary-30s");
    Path file = Encoded.make(wav, folder.resolve("a." + ending), options.split(" "));
    Transcript right = transcribe(wav, Optional.empty());
    Transcript read = transcribe(file, Fixture.ffmpeg());
    assertThat(read.text()).isEqualTo(right.text());
    assertThat(read.seconds()).isBetween(right.seconds() - 0.1, right.seconds() + 0.1);
    assertThat(read.doubtful()).isFalse();
  }

  /** Telephone quality: the fixture's model never heard it, and mistakes some words. */
  @ParameterizedTest
  @CsvSource({"8k.wav, -ar 8000", "amr, -c:a libopencore_amrnb -ar 8000 -ac 1 -b:a 12.2k"})
  void eightKilohertzGivesTheSameTextInShortSentences(String ending, String options)
      throws Exception {
    for (String name : List.of("budget", "budget-pending")) {
      Path wav = Fixture.wav(name);
      Path file = Encoded.make(wav, folder.resolve(name + "." + ending), options.split(" "));
      assertThat(transcribe(file, Fixture.ffmpeg()).text())
          .isEqualTo(transcribe(wav, Optional.empty()).text());
    }
  }

  @Test
  void theLibrarysFfmpegReadsThemToo() throws Exception {
    Optional<Ffmpeg> bundled = Encoded.complete();
    Assumptions.assumeTrue(bundled.isPresent(), "the library's ffmpeg does not run here");
    Path wav = Fixture.wav("budget");
    Path file = Encoded.make(wav, folder.resolve("a.m4a"), "-c:a", "aac", "-b:a", "64k");
    assertThat(transcribe(file, bundled).text()).isEqualTo("预算五十万已经邮件确认");
  }
}
