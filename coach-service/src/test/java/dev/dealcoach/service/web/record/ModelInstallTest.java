package dev.dealcoach.service.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.service.CommandRun;
import dev.dealcoach.service.FatalModel;
import dev.dealcoach.service.ServiceUnderTest;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recordings wait for a model, and go on as soon as one is installed while the service runs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ModelInstallTest {
  private static final String ID = "vosk-model-small-cn-0.22";
  private static final String LARGE = "vosk-model-cn-0.22";

  @TempDir Path folder;
  private ZipMirror mirror;
  private ServiceUnderTest service;

  @BeforeEach
  void start() throws Exception {
    mirror = new ZipMirror();
    service =
        new ServiceUnderTest(
            folder.resolve("data"),
            "speech.mirror=" + mirror.address(),
            "speech.models=" + folder.resolve("models"));
  }

  @AfterEach
  void stop() {
    service.close();
    mirror.close();
  }

  private JsonNode waiting(String deal, String name) throws Exception {
    JsonNode taken = Recorded.sent(service, "lin", deal, name);
    await("lin", taken.get("id").asText(), "no-model");
    return taken;
  }

  private void await(String who, String recording, String state) throws Exception {
    while (!service
        .json(who, "/api/v1/recordings/" + recording)
        .at("/recording/state")
        .asText()
        .equals(state)) {
      new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
    }
  }

  @Test
  void theCommandLineInstallsAndTheServiceGoesOnWithoutARestart() throws Exception {
    JsonNode taken = waiting(service.deal("lin", "没有模型"), "no-budget");
    JsonNode contact =
        service.json("lin", "/api/v1/contacts/" + taken.get("contact").asText() + "/recording");
    assertThat(contact.at("/recording/recording/state").asText()).isEqualTo("no-model");
    assertThat(service.get("lin", contact.at("/recording/audio").asText()).statusCode())
        .isEqualTo(200);

    CommandRun run =
        CommandRun.of(
            "models",
            "install",
            ID,
            "--zip",
            Recorded.zip(folder.resolve("m.zip")).toString(),
            "--models",
            folder.resolve("models").toString());
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode recording = Recorded.ended(service, "lin", taken.get("id").asText());
    assertThat(recording.get("text").asText().replace(" ", "")).isEqualTo("还没谈预算");
    assertThat(recording.at("/model/id").asText()).isEqualTo(ID);
    assertThat(
            service
                .json("lin", "/api/v1/contacts/" + taken.get("contact").asText())
                .get("number")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void theAdministratorInstallsFromTheBrowserAndBadZipsLeaveTheOldModel() throws Exception {
    JsonNode first = waiting(service.deal("lin", "一"), "no-budget");
    Path zip = Recorded.zip(folder.resolve("m.zip"));
    byte[] whole = Files.readAllBytes(zip);

    assertThat(install(Arrays.copyOf(whole, whole.length / 2))).contains("no zip, or a broken one");
    assertThat(install("no zip at all".getBytes(StandardCharsets.UTF_8)))
        .contains("no zip, or a broken one");
    assertThat(service.get("admin", "/manage/speech").body()).contains("no model");
    assertThat(install(whole)).contains(ID + " is installed and in use");
    Recorded.ended(service, "lin", first.get("id").asText());

    // what fails leaves the model in use
    assertThat(install(Arrays.copyOf(whole, whole.length - 1000))).contains("is still in use");
    JsonNode second = Recorded.sent(service, "lin", service.deal("lin", "二"), "budget");
    assertThat(
            Recorded.ended(service, "lin", second.get("id").asText())
                .at("/recording/state")
                .asText())
        .isEqualTo("done");

    // a path on the machine, unknown names, verifying
    assertThat(
            form(
                "install",
                "id=own&zip=" + URLEncoder.encode(zip.toString(), StandardCharsets.UTF_8)))
        .contains("own is installed");
    assertThat(form("install", "id=own&zip=none.zip")).contains("cannot be opened");
    assertThat(form("install", "id=nobody-published-this")).contains("Nothing was begun");
    assertThat(form("verify", "")).contains("unchanged, works");
  }

  @Test
  void whateverBreaksOnTheWayTheOldModelGoesOnServing() throws Exception {
    Path zip = Recorded.zip(folder.resolve("m.zip"));
    mirror.has(Files.readAllBytes(zip));
    assertThat(
            form(
                "install",
                "id=tiny&zip=" + URLEncoder.encode(zip.toString(), StandardCharsets.UTF_8)))
        .contains("tiny is installed");

    // the connection breaks half way; of this model no checksum is known
    mirror.breaksAfter(100_000);
    assertThat(form("install", "id=" + LARGE))
        .contains(LARGE + " was not installed", "The connection broke", "is still in use");
    assertThat(service.get("admin", "/manage/speech?lang=zh").body()).contains("连接中断");
    mirror.breaksAfter(Integer.MAX_VALUE);

    // not what was published
    assertThat(form("install", "id=" + ID)).contains("wrong checksum", "is still in use");
    // more than any disk holds
    mirror.announces(Long.MAX_VALUE / 2);
    assertThat(form("install", "id=vosk-model-en-us-0.22"))
        .contains("no room on the disk", "is still in use");
    mirror.announces(0);
    // a model that ends its process
    Path fatal = FatalModel.zip(FatalModel.of(folder.resolve("fatal")), folder.resolve("f.zip"));
    assertThat(install(Files.readAllBytes(fatal))).contains("failed its trial", "is still in use");
    assertThat(heardBy(service.deal("lin", "照常"), "no-budget")).isEqualTo("tiny");

    // what has come of the half download is not fetched again
    assertThat(form("install", "id=" + LARGE)).contains(LARGE + " is installed");
    assertThat(mirror.ranges()).containsExactly("bytes=100000-");
    assertThat(heardBy(service.deal("lin", "换新"), "budget")).isEqualTo(LARGE);
  }

  /** The model that transcribes a recording. */
  private String heardBy(String deal, String name) throws Exception {
    JsonNode taken = Recorded.sent(service, "lin", deal, name);
    return Recorded.ended(service, "lin", taken.get("id").asText()).at("/model/id").asText();
  }

  @Test
  void aFullDiskIsSaidAndTheOldModelGoesOnServing() throws Exception {
    Path zip = Recorded.zip(folder.resolve("m.zip"));
    byte[] whole = Files.readAllBytes(zip);
    try (SmallDisk models = SmallDisk.at(folder.resolve("models"), "2500k")) {
      assertThat(install(whole)).contains(ID + " is installed");
      models.fill(1_300_000);
      assertThat(install(whole)).contains("no room on the disk", "is still in use");
      assertThat(heardBy(service.deal("lin", "磁盘满"), "no-budget")).isEqualTo(ID);
    }
    // no room for what the browser sends
    try (SmallDisk uploads = SmallDisk.at(folder.resolve("data/temporary"), "64k")) {
      HttpResponse<String> answer = upload(whole);
      assertThat(answer.statusCode()).isEqualTo(507);
      assertThat(answer.body()).contains("no room on the disk of the service", "<h1>");
      assertThat(uploads.files()).isEmpty();
    }
    assertThat(install(whole)).contains(ID + " is installed");
  }

  private String install(byte[] zip) throws Exception {
    HttpResponse<String> answer = upload(zip);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return afterwards();
  }

  private HttpResponse<String> upload(byte[] zip) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Recorded.file(body, "file", zip);
    body.write("--x--\r\n".getBytes(StandardCharsets.UTF_8));
    return service
        .client()
        .send(
            service
                .as("admin", "/manage/speech/upload?id=" + ID)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString());
  }

  private String form(String what, String body) throws Exception {
    HttpResponse<String> answer =
        service
            .client()
            .send(
                service
                    .as("admin", "/manage/speech/" + what)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());
    return answer.statusCode() == 303 ? afterwards() : answer.body();
  }

  /** The page when nothing is under way any more. */
  private String afterwards() throws Exception {
    while (!service
        .get("admin", "/manage/speech/state")
        .body()
        .matches(".*\"stage\":\"(idle|done|failed)\".*")) {
      new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
    }
    return service.get("admin", "/manage/speech").body();
  }
}
