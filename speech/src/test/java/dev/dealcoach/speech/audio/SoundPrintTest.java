package dev.dealcoach.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.speech.Encoded;
import dev.dealcoach.speech.Fixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same audio is known again, and no other is taken for it. */
class SoundPrintTest {
  private static final List<String> SPEECH =
      List.of(
          "summary-30s",
          "summary-short",
          "pain",
          "pain-system",
          "budget-pending",
          "contract",
          "decision-maker",
          "competitor",
          "next-step",
          "hard-noisy");

  @TempDir Path folder;

  private static Sound sound(Path file) throws InterruptedException {
    SoundMeter meter = new SoundMeter();
    Decoding decoding =
        new StandardAudioDecoder(Fixture::ffmpeg).decode(file, AudioLimits.STANDARD, meter::accept);
    assertThat(decoding).isInstanceOf(Decoding.Decoded.class);
    return meter.sound();
  }

  @Test
  void differentRecordingsAreDifferent() throws Exception {
    Map<String, String> prints = new TreeMap<>();
    for (String name : SPEECH) {
      prints.put(name, sound(Fixture.wav(name)).print());
    }
    for (String one : SPEECH) {
      assertThat(SoundPrint.likeness(prints.get(one), prints.get(one))).as(one).isEqualTo(1);
      for (String other : SPEECH) {
        if (!one.equals(other)) {
          assertThat(SoundPrint.likeness(prints.get(one), prints.get(other)))
              .as(one + " and " + other)
              .isLessThan(SoundPrint.SAME - 0.05);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "48k.wav, -ar 48000 -ac 2",
    "quiet.wav, -af volume=0.3",
    "later.wav, -af adelay=700",
    "mp3, -c:a libmp3lame -b:a 32k",
    "m4a, -c:a aac -b:a 32k",
    "amr, -c:a libopencore_amrnb -ar 8000 -ac 1 -b:a 12.2k",
    "ogg, -c:a libopus -b:a 24k"
  })
  void theSameRecordingIsKnownAgain(String ending, String options) throws Exception {
    for (String name : List.of("summary-30s", "summary-short")) {
      Path wav = Fixture.wav(name);
      Path again = Encoded.make(wav, folder.resolve(name + "." + ending), options.split(" "));
      assertThat(SoundPrint.likeness(sound(wav).print(), sound(again).print()))
          .as(name)
          .isGreaterThan(SoundPrint.SAME + 0.05);
    }
  }

  @Test
  void silenceIsQuietAndSpeechAndNoiseAreNot() throws Exception {
    assertThat(sound(Fixture.wav("silence-1s")).silent()).isTrue();
    assertThat(sound(Fixture.wav("noise-4s")).silent()).isFalse();
    assertThat(sound(Fixture.wav("budget")).silent()).isFalse();
  }

  @Test
  void printsThatSayTooLittleAreLikeNone() {
    assertThat(SoundPrint.likeness("", "")).isZero();
    assertThat(SoundPrint.likeness("....".repeat(100), "....".repeat(100))).isZero();
    assertThat(SoundPrint.likeness("12ab".repeat(400), "12ab".repeat(100))).isZero();
  }
}
