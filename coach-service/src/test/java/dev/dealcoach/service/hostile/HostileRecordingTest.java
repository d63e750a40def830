package dev.dealcoach.service.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.service.ServiceUnderTest;
import dev.dealcoach.service.web.record.Recorded;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sound files that harm, handed in: each gets its answer and the service works on. What becomes of
 * fifty of them one by one, {@code HostileAudioTest} of the module speech says.
 */
class HostileRecordingTest {
  private static final int RATE = 24;
  private static final int CHANNELS = 22;
  private static final int BITS = 34;
  private static final int DATA_LENGTH = 40;

  @TempDir Path folder;

  /** The files by name: some can be read, the others are refused. */
  private static Map<String, byte[]> files() throws IOException {
    byte[] sound = Files.readAllBytes(Recorded.wav("budget"));
    byte[] noise = new byte[100_000];
    new Random(5).nextBytes(noise);
    // every byte of AMR is a millisecond or more, and noise takes an engine long
    byte[] few = Arrays.copyOf(noise, 3_000);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("nothing", new byte[0]);
    files.put("cut in its header", Arrays.copyOf(sound, 20));
    files.put("cut in a sample", Arrays.copyOf(sound, 20_001));
    files.put("longer than it says", written(sound, DATA_LENGTH, 2, Integer.BYTES));
    files.put("endless", written(sound, DATA_LENGTH, -1, Integer.BYTES));
    files.put("at 192 kHz", written(sound, RATE, 192_000, Integer.BYTES));
    files.put("at 0 Hz", written(sound, RATE, 0, Integer.BYTES));
    files.put("of 32 channels", written(sound, CHANNELS, 32, Short.BYTES));
    files.put("of 8 bits", written(sound, BITS, 8, Short.BYTES));
    files.put("of 999 bits", written(sound, BITS, 999, Short.BYTES));
    files.put("noise", noise);
    files.put("noise called ogg", joined("OggS".getBytes(ISO_8859_1), noise));
    files.put("noise called AMR", joined("#!AMR\n".getBytes(ISO_8859_1), few));
    files.put("noise called mp4", joined("\0\0\0\u0020ftypM4A ".getBytes(ISO_8859_1), noise));
    files.put("text", "客户说预算五十万。".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    files.put("a list of files", "#EXTM3U\n#EXTINF:1,\n/etc/passwd\n".getBytes(ISO_8859_1));
    files.put("a program", ("\177ELF\2\1\1" + "\0".repeat(5000)).getBytes(ISO_8859_1));
    return files;
  }

  private static byte[] written(byte[] wav, int at, int value, int width) {
    byte[] copy = wav.clone();
    ByteBuffer bytes = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
    if (width == Short.BYTES) {
      bytes.putShort(at, (short) value);
    } else {
      bytes.putInt(at, value);
    }
    return copy;
  }

  private static byte[] joined(byte[] head, byte[] rest) {
    return ByteBuffer.allocate(head.length + rest.length).put(head).put(rest).array();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void everyFileIsAnsweredAndNothingIsLeftBehind() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Recorded.install(data, folder);
    try (ServiceUnderTest service = new ServiceUnderTest(data, "jobs.retry=1s")) {
      String deal = service.deal("lin", "hostile");
      Map<String, String> sent = new LinkedHashMap<>();
      for (Map.Entry<String, byte[]> file : files().entrySet()) {
        Path audio = Files.write(folder.resolve("sent"), file.getValue());
        HttpResponse<String> answer =
            Recorded.send(service, "lin", deal, Recorded.form(audio, Map.of()), null);
        assertThat(answer.statusCode()).as(file.getKey() + answer.body()).isEqualTo(201);
        sent.put(file.getKey(), ServiceUnderTest.JSON.readTree(answer.body()).get("id").asText());
      }
      Map<String, String> answers = new TreeMap<>();
      for (Map.Entry<String, String> each : sent.entrySet()) {
        JsonNode ended = Recorded.ended(service, "lin", each.getValue());
        assertThat(ended.toString()).doesNotContain("root:x:0", folder.toString());
        JsonNode line = ended.get("recording");
        answers.put(
            each.getKey(),
            line.get("refusal").isNull()
                ? line.get("state").asText()
                : line.get("refusal").asText());
      }
      assertThat(answers)
          .containsEntry("cut in a sample", "done")
          .containsEntry("longer than it says", "done")
          .containsEntry("endless", "done")
          .containsEntry("nothing", "empty")
          .containsEntry("text", "not-audio")
          .containsEntry("a program", "not-audio")
          .containsEntry("a list of files", "not-audio")
          .containsEntry("at 0 Hz", "damaged")
          .containsEntry("of 999 bits", "damaged");
      // none of them took the engine with it
      assertThat(answers.values()).doesNotContain("crashed", "timed-out", "out-of-memory");

      JsonNode sound = Recorded.sent(service, "lin", deal, "decision-maker");
      assertThat(
              Recorded.ended(service, "lin", sound.get("id").asText())
                  .at("/recording/state")
                  .asText())
          .isEqualTo("done");
      assertThat(service.get("admin", "/api/v1/health").statusCode()).isEqualTo(200);
      assertThat(ffmpegs()).isEmpty();
    }
    try (Stream<Path> left = Files.walk(data.resolve("temporary"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  /** The programs that decode and still run below this process. */
  private static List<String> ffmpegs() {
    return ProcessHandle.current()
        .descendants()
        .map(process -> process.info().command().orElse(""))
        .filter(command -> command.endsWith("ffmpeg"))
        .toList();
  }
}
