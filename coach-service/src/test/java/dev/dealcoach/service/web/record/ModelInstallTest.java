package dev.dealcoach.service.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.service.CommandRun;
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

  @TempDir Path folder;
  private ServiceUnderTest service;

  @BeforeEach
  void start() throws Exception {
    service = new ServiceUnderTest(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    service.close();
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
            folder.resolve("data/models").toString());
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

  private String install(byte[] zip) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Recorded.file(body, "file", zip);
    body.write("--x--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        service
            .client()
            .send(
                service
                    .as("admin", "/manage/speech/upload?id=" + ID)
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return afterwards();
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
