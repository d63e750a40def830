package dev.dealcoach.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.speech.Fixture;
import dev.dealcoach.speech.Wav;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.audio.AudioRefusal;
import dev.dealcoach.speech.audio.Decoding;
import dev.dealcoach.speech.transcript.Transcription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoskTranscriberTest {
  private static final List<String> NAMES =
      List.of("pain", "budget", "competitor", "next-step", "contract", "summary-short");

  @TempDir Path folder;

  @Test
  void manyAtOnceGiveWhatEachGivesAlone() throws Exception {
    try (VoskTranscriber transcriber = Fixture.transcriber(Fixture.wavDecoder(), 3);
        ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Transcription> alone = new ArrayList<>();
      for (String name : NAMES) {
        alone.add(transcriber.transcribe(Fixture.wav(name), AudioLimits.STANDARD));
      }
      for (int round = 0; round < 3; round++) {
        List<Future<Transcription>> together = new ArrayList<>();
        for (String name : NAMES) {
          together.add(
              threads.submit(
                  () -> transcriber.transcribe(Fixture.wav(name), AudioLimits.STANDARD)));
        }
        for (int i = 0; i < NAMES.size(); i++) {
          assertThat(together.get(i).get()).isEqualTo(alone.get(i));
        }
      }
    }
  }

  @Test
  void noMoreAreUnderWayThanAllowed() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (VoskTranscriber transcriber =
            Fixture.transcriber(
                (file, limits, sink) -> {
                  most.accumulateAndGet(now.incrementAndGet(), Math::max);
                  Decoding result = Fixture.wavDecoder().decode(file, limits, sink);
                  now.decrementAndGet();
                  return result;
                },
                2);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Transcription>> together = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        together.add(
            threads.submit(
                () -> transcriber.transcribe(Fixture.wav("pain"), AudioLimits.STANDARD)));
      }
      for (Future<Transcription> one : together) {
        assertThat(one.get()).isInstanceOf(Transcription.Transcribed.class);
      }
    }
    assertThat(most.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void afterClosingNothingReachesLibvosk() throws Exception {
    VoskTranscriber transcriber = Fixture.transcriber(Fixture.wavDecoder(), 2);
    transcriber.close();
    transcriber.close();
    assertThatThrownBy(() -> transcriber.transcribe(Fixture.wav("pain"), AudioLimits.STANDARD))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Fixture.transcriber(Fixture.wavDecoder(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 399, 400, 401, 1_999, 2_000, 2_001})
  void theShortestRecordingsAreNothing(int samples) throws Exception {
    Path file =
        Files.write(
            folder.resolve("a.wav"), Wav.of(1, 1, 16_000, 16, 2L * samples, new byte[2 * samples]));
    try (VoskTranscriber transcriber = Fixture.transcriber(Fixture.wavDecoder(), 1)) {
      assertThat(transcriber.transcribe(file, AudioLimits.STANDARD))
          .isInstanceOfSatisfying(
              Transcription.Transcribed.class,
              done -> {
                assertThat(done.transcript().words()).isEmpty();
                assertThat(done.transcript().seconds()).isEqualTo(samples / 16_000.0);
              });
    }
  }

  @Test
  void whatIsRefusedLeavesTheTranscriberWorking() throws Exception {
    try (VoskTranscriber transcriber = Fixture.transcriber(Fixture.wavDecoder(), 1)) {
      AudioLimits second = AudioLimits.STANDARD.withLength(Duration.ofSeconds(1));
      for (int i = 0; i < 3; i++) {
        assertThat(transcriber.transcribe(Fixture.wav("pain"), second))
            .isInstanceOfSatisfying(
                Transcription.Refused.class,
                refused ->
                    assertThat(refused.refusal().code()).isEqualTo(AudioRefusal.Code.TOO_LONG));
      }
      assertThat(transcriber.transcribe(Fixture.wav("pain"), AudioLimits.STANDARD))
          .isInstanceOf(Transcription.Transcribed.class);
    }
  }
}
