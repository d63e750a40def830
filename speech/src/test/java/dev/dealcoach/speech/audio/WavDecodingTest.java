package dev.dealcoach.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.speech.Fixture;
import dev.dealcoach.speech.Wav;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavDecodingTest {
  private final AudioDecoder decoder = Fixture.wavDecoder();

  @TempDir Path folder;

  private Decoding decode(byte[] file, AudioLimits limits, PcmSink sink) throws Exception {
    return decoder.decode(Files.write(folder.resolve("a.wav"), file), limits, sink);
  }

  private AudioRefusal.Code refused(byte[] file) throws Exception {
    Decoding result = decode(file, AudioLimits.STANDARD, (_, _) -> {});
    assertThat(result).isInstanceOf(Decoding.Refused.class);
    return ((Decoding.Refused) result).refusal().code();
  }

  @Test
  void sixteenKilohertzMonoPassesUnchanged() throws Exception {
    byte[] file = Files.readAllBytes(Fixture.wav("pain"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Decoding result =
        decode(
            file,
            AudioLimits.STANDARD,
            (samples, count) -> {
              ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
              bytes.asShortBuffer().put(samples, 0, count);
              out.writeBytes(bytes.array());
            });
    assertThat(result).isEqualTo(new Decoding.Decoded((file.length - 44) / 2));
    assertThat(out.toByteArray()).isEqualTo(Arrays.copyOfRange(file, 44, file.length));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 8000, 8",
    "1, 1, 8000, 16",
    "1, 2, 16000, 16",
    "1, 2, 44100, 24",
    "1, 6, 48000, 32",
    "3, 1, 16000, 32",
    "3, 2, 48000, 64",
    "1, 32, 16000, 16",
    "1, 2, 192000, 24",
    "1, 1, 11025, 16"
  })
  void anyRateChannelsAndWidthGiveTheSameTone(int tag, int channels, int rate, int bits)
      throws Exception {
    double[] most = {0};
    Decoding result =
        decode(
            Wav.file(tag, channels, rate, bits, 1),
            AudioLimits.STANDARD,
            (samples, count) -> {
              for (int i = 0; i < count; i++) {
                most[0] = Math.max(most[0], Math.abs(samples[i]));
              }
            });
    assertThat(((Decoding.Decoded) result).samples()).isBetween(15_999L, 16_001L);
    assertThat(most[0]).isBetween(9_500.0, 10_200.0);
  }

  @Test
  void aHeaderThatDoesNotKnowTheLengthIsReadToTheEnd() throws Exception {
    byte[] samples = Wav.tone(1, 1, 16_000, 16, 1);
    for (long size : new long[] {0, 0xFFFFFFFFL, 3_000_000_000L}) {
      assertThat(
              decode(Wav.of(1, 1, 16_000, 16, size, samples), AudioLimits.STANDARD, (_, _) -> {}))
          .isEqualTo(new Decoding.Decoded(16_000));
    }
    assertThat(decode(Wav.of(1, 1, 16_000, 16, 8_000, samples), AudioLimits.STANDARD, (_, _) -> {}))
        .isEqualTo(new Decoding.Decoded(4_000));
  }

  @Test
  void whatContradictsItselfIsDamaged() throws Exception {
    byte[] samples = Wav.tone(1, 1, 16_000, 16, 1);
    assertThat(refused(Wav.of(1, 0, 16_000, 16, samples.length, samples)))
        .isEqualTo(AudioRefusal.Code.DAMAGED);
    assertThat(refused(Wav.of(1, 1, 0, 16, samples.length, samples)))
        .isEqualTo(AudioRefusal.Code.DAMAGED);
    assertThat(refused(Wav.of(1, 1, 16_000, 16, 7, samples.length, samples)))
        .isEqualTo(AudioRefusal.Code.DAMAGED);
    assertThat(refused(Arrays.copyOf(Wav.file(1, 1, 16_000, 16, 1), 30)))
        .isEqualTo(AudioRefusal.Code.DAMAGED);
    assertThat(refused(Wav.of(1, 1, 16_000, 16, 0, new byte[0])))
        .isEqualTo(AudioRefusal.Code.EMPTY);
    assertThat(refused(new byte[0])).isEqualTo(AudioRefusal.Code.EMPTY);
  }

  @Test
  void limitsHold() throws Exception {
    byte[] file = Wav.file(1, 1, 16_000, 16, 2);
    AudioLimits second = AudioLimits.STANDARD.withLength(Duration.ofSeconds(1));
    long[] got = {0};
    Decoding result = decode(file, second, (_, count) -> got[0] += count);
    assertThat(((Decoding.Refused) result).refusal().code()).isEqualTo(AudioRefusal.Code.TOO_LONG);
    assertThat(got[0]).isLessThanOrEqualTo(16_000);
    AudioLimits small =
        new AudioLimits(file.length - 1, Duration.ofHours(1), Duration.ofHours(1), 1 << 20);
    result = decode(file, small, (_, _) -> {});
    assertThat(((Decoding.Refused) result).refusal().code()).isEqualTo(AudioRefusal.Code.TOO_LARGE);
  }

  @Test
  void withoutFfmpegOtherFormatsAreRefusedByName() throws Exception {
    assertThat(refused(Wav.ascii("#!AMR\n and so on"))).isEqualTo(AudioRefusal.Code.NO_DECODER);
    assertThat(refused(Wav.ascii("Dear customer"))).isEqualTo(AudioRefusal.Code.NOT_AUDIO);
    assertThat(decoder.decode(folder.resolve("none.wav"), AudioLimits.STANDARD, (_, _) -> {}))
        .isInstanceOfSatisfying(
            Decoding.Refused.class,
            refused ->
                assertThat(refused.refusal().code()).isEqualTo(AudioRefusal.Code.NOT_READABLE));
  }
}
