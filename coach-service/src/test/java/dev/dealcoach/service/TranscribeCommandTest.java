package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.service.cli.SpeechSession;
import dev.dealcoach.service.discovery.Discovery;
import dev.dealcoach.service.json.DiscoveryReport;
import dev.dealcoach.service.json.TranscriptReport;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.audio.Ffmpeg;
import dev.dealcoach.speech.transcript.Transcriber;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.vosk.ModelDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coach transcribe} from its words to its output, with the real libvosk in a child. */
class TranscribeCommandTest {
  private static final Path FIXTURE = Path.of("../speech/src/test/resources/vosk-tiny-zh");
  private static final String MODEL = FIXTURE.resolve("model").toString();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(TranscriptReport.class.getResourceAsStream("transcript-v1.schema.json"));

  @TempDir Path folder;

  private static String wav(String name) {
    return FIXTURE.resolve("wav").resolve(name + ".wav").toString();
  }

  private static JsonNode transcript(String audio) throws Exception {
    CommandRun run = CommandRun.of("transcribe", audio, "--model", MODEL);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    JsonNode report = JSON.readTree(run.lines().getFirst());
    assertThat(SCHEMA.validate(report)).as(run.out()).isEmpty();
    return report;
  }

  @Test
  void everyRecordingAsExpected() throws Exception {
    List<String> names = new ArrayList<>();
    try (Stream<String> lines = Files.lines(FIXTURE.resolve("expected.tsv"))) {
      for (String line : lines.skip(1).toList()) {
        String[] fields = line.split("\t", -1);
        JsonNode report = transcript(FIXTURE.resolve("wav").resolve(fields[0]).toString());
        assertThat(report.get("text").textValue().replace(" ", ""))
            .isEqualTo(fields[1].replace(" ", ""));
        assertThat(report.get("language").textValue()).isEqualTo("zh");
        assertThat(report.get("doubtful").booleanValue()).isFalse();
        double last = 0;
        for (JsonNode word : report.get("words")) {
          assertThat(word.get("start").doubleValue()).isGreaterThanOrEqualTo(last);
          assertThat(word.get("end").doubleValue())
              .isLessThanOrEqualTo(report.get("seconds").doubleValue());
          last = word.get("start").doubleValue();
        }
        names.add(fields[0]);
      }
    }
    assertThat(names).hasSize(14);
    assertThat(transcript(wav("hard-noisy")).get("doubtful").booleanValue()).isTrue();
    assertThat(transcript(wav("hard-other-words")).get("doubtful").booleanValue()).isTrue();
  }

  @Test
  void textIsOneLineAndSubtitlesHaveTheTimes() {
    CommandRun text =
        CommandRun.of("transcribe", wav("budget"), "--model", MODEL, "--format", "text");
    assertThat(text.out()).isEqualTo("预算五十万已经邮件确认\n");
    CommandRun srt =
        CommandRun.of("transcribe", wav("summary-30s"), "--model", MODEL, "--format", "srt");
    assertThat(srt.out())
        .startsWith("1\n00:00:00,330 --> 00:00:04,950\n客户说每天手工录入两小时出错很多\n\n2\n")
        .endsWith("\n客户同意下周五之前签合同\n\n");
    CommandRun silence =
        CommandRun.of("transcribe", wav("silence-1s"), "--model", MODEL, "--format", "srt");
    assertThat(silence.out()).isEmpty();
    assertThat(silence.status()).isZero();
  }

  @Test
  void whatCannotBeUsedIsSaidInOneLineInTheReadersLanguage() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.mp3"), "客户说预算五十万");
    assertRefused(
        CommandRun.in("zh_CN.UTF-8", "transcribe", text.toString(), "--model", MODEL), "不是能读的录音");
    assertRefused(
        CommandRun.of("transcribe", text.toString(), "--model", MODEL), "is no recording");
    assertRefused(CommandRun.of("transcribe", "none.wav", "--model", MODEL), "cannot be opened");
    assertRefused(
        CommandRun.of("transcribe", wav("pain"), "--model", "none"), "no model directory none");
    assertRefused(
        CommandRun.of("transcribe", wav("pain"), "--model", folder.toString()), "no complete");
    assertRefused(
        CommandRun.of("transcribe", wav("pain"), "--models", folder.toString(), "--lang", "zh"),
        "还没有安装语音模型");
    assertRefused(CommandRun.of("transcribe"), "exactly one recording");
    assertRefused(
        CommandRun.of("transcribe", wav("pain"), "--model", MODEL, "--longest", "0"), "--longest");
    Path damaged = FatalModel.of(folder.resolve("m"));
    Files.writeString(damaged.resolve("am/final.mdl"), "rubbish");
    assertRefused(
        CommandRun.of("transcribe", wav("pain"), "--model", damaged.toString()), "is damaged");
  }

  private static void assertRefused(CommandRun run, String words) {
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("coach: ").contains(words).hasLineCount(1);
  }

  /** The engine ends its process: the program says so and lives on. */
  @Test
  void aModelThatKillsTheEngineIsAClearError() throws Exception {
    Path fatal = FatalModel.of(folder.resolve("fatal"));
    // a browser of other tests may run on
    Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());
    CommandRun run = CommandRun.of("transcribe", wav("pain"), "--model", fatal.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("the speech engine ended", "fatal").hasLineCount(1);
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
        .isSubsetOf(others);
  }

  /** Mono or stereo, high rate or compressed: the discovery checklist says the same of it. */
  @Test
  void everyFormatGetsTheSameFiveStatuses() throws Exception {
    Optional<Ffmpeg> bundled = Ffmpeg.bundled(Path.of("target/ffmpeg"));
    Optional<Ffmpeg> ffmpeg = bundled.or(() -> Ffmpeg.find(Path.of("target/ffmpeg")));
    Assumptions.assumeTrue(ffmpeg.isPresent(), "no ffmpeg on this machine");
    Map<String, String> formats = new TreeMap<>();
    formats.put("8k.wav", "-ar 8000");
    formats.put("48k.wav", "-ar 48000 -ac 2");
    formats.put("mp3", "-b:a 64k");
    formats.put("m4a", "-c:a aac -b:a 64k");
    formats.put("ogg", "-c:a libopus -b:a 32k");
    formats.put("webm", "-c:a libopus -b:a 32k");
    if (bundled.isPresent()) {
      formats.put("amr", "-ar 8000 -ac 1 -c:a libopencore_amrnb -b:a 12.2k");
    }
    try (SpeechSession session = LocalSpeech.open()) {
      Transcriber transcriber = session.transcriber(ModelDirectory.open(Path.of(MODEL)));
      for (String name : List.of("budget", "competitor", "decision-maker")) {
        String expected = statuses(transcriber, Path.of(wav(name)));
        for (Map.Entry<String, String> format : formats.entrySet()) {
          Path file = folder.resolve(name + "." + format.getKey());
          encode(ffmpeg.get(), wav(name), format.getValue(), file);
          assertThat(statuses(transcriber, file))
              .as(file.getFileName().toString())
              .isEqualTo(expected);
        }
      }
    }
  }

  private static String statuses(Transcriber transcriber, Path file) throws Exception {
    Transcription result = transcriber.transcribe(file, AudioLimits.STANDARD);
    String text = ((Transcription.Transcribed) result).transcript().text();
    Map<String, String> statuses = new TreeMap<>();
    DiscoveryReport report = new Discovery(RulePack.standard()).report(text, null, null);
    report.items().forEach((id, item) -> statuses.put(id, item.status()));
    return statuses.toString();
  }

  private static void encode(Ffmpeg ffmpeg, String input, String options, Path output)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ffmpeg.program(), "-v", "error", "-i", input));
    command.addAll(List.of(options.split(" ")));
    command.add(output.toString());
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(ffmpeg.environment());
    assertThat(builder.start().waitFor()).isZero();
  }
}
