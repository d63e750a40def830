package dev.dealcoach.service.web.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.service.ServiceUnderTest;
import dev.dealcoach.speech.model.InstallProgress;
import dev.dealcoach.speech.model.Installation;
import dev.dealcoach.speech.model.ModelInstaller;
import dev.dealcoach.speech.model.ModelStore;
import dev.dealcoach.speech.model.ModelTrial;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The small model of the module speech and its recordings, as they are sent to the service. */
public final class Recorded {
  private static final Path FIXTURE = Path.of("../speech/src/test/resources/vosk-tiny-zh");

  private Recorded() {}

  /** A recording of the fixture, by its name without ending. */
  public static Path wav(String name) {
    return FIXTURE.resolve("wav").resolve(name + ".wav");
  }

  /** What a recording of the fixture says. */
  public static String expected(String name) throws IOException {
    return Files.readAllLines(FIXTURE.resolve("expected.tsv")).stream()
        .map(line -> line.split("\t", -1))
        .filter(fields -> fields[0].equals(name) || fields[0].equals(name + ".wav"))
        .map(fields -> fields[1])
        .findFirst()
        .orElseThrow();
  }

  /** The model as a zip, within a folder. */
  public static Path zip(Path target) throws IOException {
    Path model = FIXTURE.resolve("model");
    try (OutputStream file = Files.newOutputStream(target);
        ZipOutputStream out = new ZipOutputStream(file);
        Stream<Path> files = Files.walk(model)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry("tiny/" + model.relativize(each)));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
    return target;
  }

  /** Installs the model in the data directory of a service, which may be running. */
  public static void install(Path data, Path temporary) throws Exception {
    ModelTrial passes = model -> new ModelTrial.Outcome.Passed();
    Installation done =
        new ModelInstaller(new ModelStore(data.resolve("models")), passes)
            .install(
                "tiny-zh",
                SpokenLanguage.ZH,
                zip(temporary.resolve("tiny.zip")),
                null,
                InstallProgress.NONE);
    if (!(done instanceof Installation.Done)) {
      throw new IllegalStateException(done.toString());
    }
  }

  /** A form with a recording, as the page sends it. */
  public static byte[] form(Path audio, Map<String, String> fields) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, String> all = new LinkedHashMap<>(Map.of("consent", "true", "language", "zh"));
    all.putAll(fields);
    for (Map.Entry<String, String> field : all.entrySet()) {
      body.write(
          ("--x\r\nContent-Disposition: form-data; name=\""
                  + field.getKey()
                  + "\"\r\n\r\n"
                  + field.getValue()
                  + "\r\n")
              .getBytes(UTF_8));
    }
    file(body, "file", Files.readAllBytes(audio));
    body.write("--x--\r\n".getBytes(UTF_8));
    return body.toByteArray();
  }

  static void file(ByteArrayOutputStream body, String name, byte[] content) throws IOException {
    body.write(
        ("--x\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"; filename=\"a.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(UTF_8));
  }

  /** Sends a recording. */
  public static HttpResponse<String> send(
      ServiceUnderTest service, String rep, String deal, byte[] form, @Nullable String key)
      throws IOException, InterruptedException {
    var request =
        service
            .as(rep, "/api/v1/deals/" + deal + "/recordings")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofByteArray(form));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return service.client().send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a recording of the fixture that is taken; gives the answer. */
  public static JsonNode sent(ServiceUnderTest service, String rep, String deal, String name)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(service, rep, deal, form(wav(name), Map.of()), null);
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return ServiceUnderTest.JSON.readTree(answer.body());
  }

  /** Waits until a recording has ended; the events end then. */
  public static JsonNode ended(ServiceUnderTest service, String rep, String id)
      throws IOException, InterruptedException {
    String all = "";
    while (!all.contains("event: end")) {
      all = service.get(rep, "/api/v1/recordings/" + id + "/events").body();
    }
    return service.json(rep, "/api/v1/recordings/" + id);
  }

  /** The names of a recording's flags. */
  static List<String> flags(JsonNode recording) {
    return recording.findValuesAsText("flag");
  }
}
