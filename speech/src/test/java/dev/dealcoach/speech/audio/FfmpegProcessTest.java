package dev.dealcoach.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.speech.Fixture;
import dev.dealcoach.speech.Wav;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a decoder process that misbehaves; shell scripts stand in for ffmpeg. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FfmpegProcessTest {
  private static final AudioLimits LIMITS =
      new AudioLimits(1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(1), 1L << 30);

  @TempDir Path folder;
  private Path audio;

  @BeforeEach
  void file() throws Exception {
    audio = Files.write(folder.resolve("a.amr"), Wav.ascii("#!AMR\n and so on"));
    Files.write(folder.resolve("tone.wav"), Wav.file(1, 1, 16_000, 16, 1));
  }

  private Decoding decode(String script) throws Exception {
    Path program = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Ffmpeg ffmpeg =
        new Ffmpeg(program.toString(), Map.of("TONE", folder.resolve("tone.wav").toString()));
    Decoding result =
        new StandardAudioDecoder(() -> Optional.of(ffmpeg)).decode(audio, LIMITS, (_, _) -> {});
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    return result;
  }

  private AudioRefusal.Code refused(String script) throws Exception {
    return ((Decoding.Refused) decode(script)).refusal().code();
  }

  @Test
  void onlyAWholeOutputAndAGoodEndCount() throws Exception {
    assertThat(decode("cat \"$TONE\"")).isEqualTo(new Decoding.Decoded(16_000));
    assertThat(refused("cat \"$TONE\"; exit 1")).isEqualTo(AudioRefusal.Code.DAMAGED);
    assertThat(refused("exit 1")).isEqualTo(AudioRefusal.Code.DAMAGED);
    assertThat(refused("exit 0")).isEqualTo(AudioRefusal.Code.EMPTY);
    assertThat(refused("echo 'Stream map 0:a:0 matches no streams.' >&2; exit 1"))
        .isEqualTo(AudioRefusal.Code.NO_AUDIO_STREAM);
  }

  @Test
  void oneThatHangsIsKilled() throws Exception {
    assertThat(refused("trap '' TERM INT; while :; do :; done"))
        .isEqualTo(AudioRefusal.Code.TIMED_OUT);
    assertThat(refused("cat \"$TONE\"; exec sleep 1000")).isEqualTo(AudioRefusal.Code.TIMED_OUT);
  }

  @Test
  void oneThatNeverEndsItsAudioIsKilled() throws Exception {
    assertThat(refused("head -c 40 \"$TONE\"; printf '\\377\\377\\377\\377'; exec cat /dev/zero"))
        .isEqualTo(AudioRefusal.Code.TOO_LONG);
  }

  @Test
  void oneThatComplainsWithoutEndIsHeardOut() throws Exception {
    assertThat(decode("head -c 10000000 /dev/zero >&2; cat \"$TONE\""))
        .isEqualTo(new Decoding.Decoded(16_000));
  }

  @Test
  void oneThatCannotWriteFilesDoesNot() throws Exception {
    Path written = folder.resolve("written");
    decode("echo much > '" + written + "'; cat \"$TONE\"");
    assertThat(Files.exists(written) ? Files.size(written) : 0).isZero();
  }

  @Test
  void whereThereIsNoneNoneIsFound() {
    assertThat(Ffmpeg.at(folder.resolve("nothing"))).isEmpty();
    Fixture.ffmpeg().ifPresent(found -> assertThat(found.program()).contains("ffmpeg"));
  }
}
