package dev.dealcoach.service.web.deals;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.service.CoachApplication;
import dev.dealcoach.service.CoachConfiguration;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The real service with its sample company, on a free port. */
final class RunningService implements AutoCloseable {
  static final String PASSWORD = "try-dealcoach";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final DropwizardTestSupport<CoachConfiguration> support;
  final HttpClient client = HttpClient.newHttpClient();

  RunningService(Path data) throws Exception {
    support =
        new DropwizardTestSupport<>(
            CoachApplication.class,
            "src/main/dist/config/coach.yml",
            ConfigOverride.config("dataDirectory", data.toString()),
            ConfigOverride.config("files", data.resolve("files").toString()),
            ConfigOverride.config("server.connector.port", "0"),
            ConfigOverride.config("sampleCompany", "true"),
            ConfigOverride.config("logging.level", "WARN"));
    support.before();
  }

  DropwizardTestSupport<CoachConfiguration> support() {
    return support;
  }

  String address() {
    return "http://localhost:" + support.getLocalPort();
  }

  /**
   * A browser of somebody who is signed in.
   *
   * @param cookie empty for nobody
   * @param csrf the session's token
   */
  record Browser(String cookie, String csrf) {
    static final Browser NOBODY = new Browser("", "");
  }

  Browser signIn(String name) throws IOException, InterruptedException {
    HttpResponse<String> answer = signIn(name, PASSWORD);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    Matcher csrf = CSRF.matcher(get(new Browser(cookie, ""), "/account").body());
    if (!csrf.find()) {
      throw new IllegalStateException("no token in the page");
    }
    return new Browser(cookie, csrf.group(1));
  }

  HttpResponse<String> signIn(String name, String password)
      throws IOException, InterruptedException {
    String form =
        "name="
            + URLEncoder.encode(name, UTF_8)
            + "&password="
            + URLEncoder.encode(password, UTF_8);
    return client.send(
        HttpRequest.newBuilder(URI.create(address() + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  HttpRequest.Builder request(Browser browser, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path)).header("Accept-Language", "en");
    if (!browser.cookie().isEmpty()) {
      request.header("Cookie", browser.cookie());
    }
    return request;
  }

  HttpResponse<String> get(Browser browser, String path) throws IOException, InterruptedException {
    return client.send(request(browser, path).build(), BodyHandlers.ofString());
  }

  JsonNode json(Browser browser, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(browser, path);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Sends JSON as our own page does. */
  HttpResponse<String> post(Browser browser, String path, String json, @Nullable String key)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(browser, path)
            .header("Content-Type", "application/json")
            .header("X-CSRF-Token", browser.csrf())
            .POST(BodyPublishers.ofString(json));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Hands a file in as our own page does. */
  HttpResponse<String> handIn(
      Browser browser, String deal, String name, byte[] content, @Nullable String key)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(UTF_8));
    body.write(content);
    body.write("\r\n--x--\r\n".getBytes(UTF_8));
    HttpRequest.Builder request =
        request(browser, "/api/v1/deals/" + deal + "/proposals")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("X-CSRF-Token", browser.csrf())
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Waits until all reviews of a deal have ended; the events end then. */
  String events(Browser browser, String deal) throws IOException, InterruptedException {
    String all = "";
    while (!all.contains("event: end")) {
      all = get(browser, "/api/v1/deals/" + deal + "/events").body();
    }
    return all;
  }

  @Override
  public void close() {
    support.after();
    client.close();
  }
}
