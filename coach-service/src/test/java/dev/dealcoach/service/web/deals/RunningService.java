package dev.dealcoach.service.web.deals;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.service.CoachApplication;
import dev.dealcoach.service.CoachConfiguration;
import dev.dealcoach.service.FilledDirectory;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The real service with its sample company, judged before it starts, on a free port. */
public final class RunningService implements AutoCloseable {
  public static final String PASSWORD = "try-dealcoach";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final DropwizardTestSupport<CoachConfiguration> support;
  public final HttpClient client = HttpClient.newHttpClient();

  public RunningService(Path data) throws Exception {
    FilledDirectory.copy(data);
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

  public DropwizardTestSupport<CoachConfiguration> support() {
    return support;
  }

  public String address() {
    return "http://localhost:" + support.getLocalPort();
  }

  /**
   * A browser of somebody who is signed in.
   *
   * @param cookie empty for nobody
   * @param csrf the session's token
   */
  public record Browser(String cookie, String csrf) {
    public static final Browser NOBODY = new Browser("", "");
  }

  public Browser signIn(String name) throws IOException, InterruptedException {
    HttpResponse<String> answer = signIn(name, PASSWORD);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    Matcher csrf = CSRF.matcher(get(new Browser(cookie, ""), "/account").body());
    if (!csrf.find()) {
      throw new IllegalStateException("no token in the page");
    }
    return new Browser(cookie, csrf.group(1));
  }

  public HttpResponse<String> signIn(String name, String password)
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

  public HttpRequest.Builder request(Browser browser, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path)).header("Accept-Language", "en");
    if (!browser.cookie().isEmpty()) {
      request.header("Cookie", browser.cookie());
    }
    return request;
  }

  public HttpResponse<String> get(Browser browser, String path)
      throws IOException, InterruptedException {
    return client.send(request(browser, path).build(), BodyHandlers.ofString());
  }

  public JsonNode json(Browser browser, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(browser, path);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Sends JSON as our own page does. */
  public HttpResponse<String> post(Browser browser, String path, String json, @Nullable String key)
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

  /**
   * Sends a form as a browser does, and follows nothing.
   *
   * @param fields name, value, name, value …
   */
  public HttpResponse<String> form(Browser browser, String path, String... fields)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder("csrf=" + URLEncoder.encode(browser.csrf(), UTF_8));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&')
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], UTF_8));
    }
    return client.send(
        request(browser, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  /** Opens a page as a browser does, and follows nothing. */
  public HttpResponse<String> page(Browser browser, String path)
      throws IOException, InterruptedException {
    return client.send(
        request(browser, path).header("Accept", "text/html,*/*;q=0.8").build(),
        BodyHandlers.ofString());
  }

  /** Hands a file in as our own page does. */
  public HttpResponse<String> handIn(
      Browser browser, String deal, String name, byte[] content, @Nullable String key)
      throws IOException, InterruptedException {
    return handIn(browser, deal, name, content, key, "");
  }

  /** Hands a version of a proposal in. */
  HttpResponse<String> handIn(
      Browser browser,
      String deal,
      String name,
      byte[] content,
      @Nullable String key,
      String proposal)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        ("--x\r\nContent-Disposition: form-data; name=\"proposal\"\r\n\r\n" + proposal + "\r\n")
            .getBytes(UTF_8));
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

  /**
   * Disputes an item as our own page does.
   *
   * @param path of the contact or review
   * @param file its name and what it holds; null for none
   */
  public HttpResponse<String> dispute(
      Browser browser, String path, String item, String text, @Nullable String file)
      throws IOException, InterruptedException {
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\n"
            + item
            + "\r\n--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n"
            + text
            + (file == null
                ? ""
                : "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + file
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                    + file)
            + "\r\n--x--\r\n";
    return client.send(
        request(browser, path + "/disputes")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("X-CSRF-Token", browser.csrf())
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /**
   * Sends a recording as our own page does, and waits until it is scored.
   *
   * @param form {@code multipart/form-data} with the boundary {@code x}
   * @return the contact's id
   */
  String recorded(Browser browser, String deal, byte[] form)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request(browser, "/api/v1/deals/" + deal + "/recordings")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("X-CSRF-Token", browser.csrf())
                .POST(BodyPublishers.ofByteArray(form))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    JsonNode taken = JSON.readTree(answer.body());
    String all = "";
    while (!all.contains("event: end")) {
      all = get(browser, "/api/v1/recordings/" + taken.get("id").asText() + "/events").body();
    }
    return taken.get("contact").asText();
  }

  /** Waits until all reviews of a deal have ended; the events end then. */
  public String events(Browser browser, String deal) throws IOException, InterruptedException {
    String all = "";
    while (!all.contains("event: end")) {
      all = get(browser, "/api/v1/deals/" + deal + "/events").body();
    }
    return all;
  }

  /**
   * Waits until the sample company is complete; its summaries are judged beside everything else.
   */
  void sampled() throws IOException, InterruptedException {
    Browser top = signIn("gu");
    while (get(top, "/api/v1/contacts?limit=200").body().contains("\"score\":null")) {
      new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    support.after();
    client.close();
  }
}
