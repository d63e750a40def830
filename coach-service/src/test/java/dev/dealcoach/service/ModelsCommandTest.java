package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dealcoach.service.json.ModelsReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coach models} from its words to its output; models are tried out in real children. */
class ModelsCommandTest {
  private static final String ID = "vosk-model-small-cn-0.22";
  private static final Path WAV =
      Path.of("../speech/src/test/resources/vosk-tiny-zh/wav/no-budget.wav");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ModelsReport.class.getResourceAsStream("models-v1.schema.json"));

  @TempDir Path folder;

  private CommandRun models(String... words) {
    List<String> all = new ArrayList<>(List.of("models"));
    all.addAll(List.of(words));
    all.addAll(List.of("--models", folder.resolve("models").toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private CommandRun transcribe() {
    return CommandRun.of(
        "transcribe",
        WAV.toString(),
        "--models",
        folder.resolve("models").toString(),
        "--format",
        "text");
  }

  private JsonNode list() throws Exception {
    CommandRun run = models("list", "--format", "json");
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode report = JSON.readTree(run.out());
    assertThat(SCHEMA.validate(report)).as(run.out()).isEmpty();
    return report;
  }

  private static void assertUnusable(CommandRun run, String words) {
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).startsWith("coach: ").contains(words).hasLineCount(1);
  }

  @Test
  void listsWhatIsPublished() throws Exception {
    JsonNode report = list();
    assertThat(report.get("models").size()).isGreaterThanOrEqualTo(6);
    report.get("models").forEach(model -> assertThat(model.get("installed").isNull()).isTrue());
    CommandRun text = models("list");
    assertThat(text.out()).contains("  " + ID + "  Chinese  small  42 MB", "23.54% SpeechIO-02");
    assertThat(CommandRun.in("zh_CN.UTF-8", "models", "list").out()).contains("中文  小  42 MB");
  }

  @Test
  void aModelFromAZipIsListedVerifiedAndUsed() throws Exception {
    assertUnusable(transcribe(), "no speech model is installed");
    String zip = FatalModel.soundZip(folder.resolve("m.zip")).toString();
    CommandRun run = models("install", ID, "--zip", zip);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains(ID);
    assertThat(models("install", "our-own", "--zip", zip, "--language", "en").status()).isZero();
    JsonNode report = list();
    JsonNode first = report.get("models").get(0);
    assertThat(first.get("id").textValue()).isEqualTo(ID);
    assertThat(first.get("installed").get("bytes").longValue()).isGreaterThan(800_000);
    JsonNode own = report.get("models").get(report.get("models").size() - 1);
    assertThat(own.get("id").textValue()).isEqualTo("our-own");
    assertThat(own.get("language").textValue()).isEqualTo("en");
    assertThat(own.get("published").isNull()).isTrue();
    assertThat(models("list").out()).contains("* " + ID);
    assertThat(transcribe().out()).isEqualTo("还没谈预算\n");
    CommandRun verified = models("verify");
    assertThat(verified.status()).isZero();
    assertThat(verified.lines()).hasSize(2).allMatch(line -> line.endsWith("and works"));
  }

  @Test
  void whateverFailsTheOldModelGoesOnServing() throws Exception {
    Path sound = FatalModel.soundZip(folder.resolve("m.zip"));
    assertThat(models("install", ID, "--zip", sound.toString()).status()).isZero();
    Path bad = folder.resolve("bad.zip");
    byte[] whole = Files.readAllBytes(sound);
    Files.write(bad, Arrays.copyOf(whole, whole.length / 2));
    assertUnusable(models("install", ID, "--zip", bad.toString()), "no complete zip");
    assertUnusable(
        models("install", ID, "--zip", sound.toString(), "--sha256", "0".repeat(64)),
        "checksum of");
    assertUnusable(models("install", ID, "--zip", "none.zip"), "cannot be opened");
    FatalModel.zip(FatalModel.of(folder.resolve("fatal")), bad);
    assertUnusable(models("install", ID, "--zip", bad.toString()), "cannot use the model");
    assertThat(transcribe().out()).isEqualTo("还没谈预算\n");
    try (Stream<Path> left = Files.list(folder.resolve("models"))) {
      assertThat(left.filter(Files::isDirectory)).hasSize(1);
    }
  }

  @Test
  void verifyFindsWhatWasChangedAndWhatIsBroken() throws Exception {
    String zip = FatalModel.soundZip(folder.resolve("m.zip")).toString();
    assertThat(models("install", ID, "--zip", zip).status()).isZero();
    Path file = file("mfcc.conf");
    Files.writeString(file, Files.readString(file) + "# a comment\n");
    CommandRun changed = models("verify");
    assertThat(changed.out()).contains("not as installed");
    assertUnusable(changed, "damaged");
    Files.delete(file("final.mdl"));
    assertThat(models("verify").out()).contains("  damaged");
    assertUnusable(transcribe(), "is damaged");
  }

  private Path file(String name) throws Exception {
    try (Stream<Path> all = Files.walk(folder.resolve("models"))) {
      return all.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
    }
  }

  @Test
  void wrongWordsAreSaid() {
    assertUnusable(models(), "usage: coach models list");
    assertUnusable(models("remove", ID), "usage: coach models list");
    assertUnusable(models("install", "no-such-model"), "no model \"no-such-model\"");
    assertUnusable(models("install", "../evil", "--zip", "a.zip"), "../evil");
    assertUnusable(models("install", ID, "--mirror", "ftp://x"), "no address of a mirror");
    assertUnusable(models("install", ID, "--zip", "a.zip", "--sha256", "12"), "no SHA-256");
    assertUnusable(models("verify"), "no speech model is installed");
    assertUnusable(models("install", ID, "--mirror", "http://127.0.0.1:1/"), "cannot be reached");
  }
}
