package dev.dealcoach.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.speech.Fixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files that harm: each is refused or read, nothing stays behind, nothing gets out. */
class HostileAudioTest {
  private static final AudioLimits LIMITS =
      new AudioLimits(2L << 30, Duration.ofMinutes(10), Duration.ofSeconds(60), 1L << 30);

  @TempDir Path folder;

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void eachIsRefusedOrRead() throws Exception {
    Assumptions.assumeTrue(Fixture.ffmpeg().isPresent(), "no ffmpeg on this machine");
    AudioDecoder decoder = new StandardAudioDecoder(Fixture::ffmpeg);
    Map<String, String> wrong = new TreeMap<>();
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, Set<String>> expected = HostileAudio.fill(folder, listener.getLocalPort());
      assertThat(expected).hasSizeGreaterThanOrEqualTo(50);
      List<String> before = listing();
      for (Map.Entry<String, Set<String>> file : expected.entrySet()) {
        long[] samples = {0};
        Decoding result =
            decoder.decode(
                folder.resolve(file.getKey()), LIMITS, (_, count) -> samples[0] += count);
        String got =
            switch (result) {
              case Decoding.Decoded decoded -> {
                assertThat(decoded.samples()).as(file.getKey()).isEqualTo(samples[0]);
                yield "read";
              }
              case Decoding.Refused refused -> {
                assertThat(refused.refusal().detail()).doesNotContain(folder.toString());
                yield refused.refusal().code().id();
              }
            };
        if (!file.getValue().contains(got)) {
          wrong.put(file.getKey(), got + ", expected " + file.getValue());
        }
        assertThat(samples[0]).as(file.getKey()).isLessThanOrEqualTo(10L * 60 * PcmSink.RATE);
      }
      listener.setSoTimeout(1);
      Assertions.assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
      assertThat(listing()).isEqualTo(before);
    }
    assertThat(wrong).isEmpty();
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
  }

  private List<String> listing() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(all.map(Path::toString).sorted().toList());
    }
  }
}
