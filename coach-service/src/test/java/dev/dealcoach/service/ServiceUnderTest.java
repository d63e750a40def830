package dev.dealcoach.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.FolderBlobs;
import dev.dealcoach.service.store.JdbiAccounts;
import io.dropwizard.core.Application;
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
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/**
 * The real service with its sample company, asked as programs do, with API tokens. What the sample
 * company did before is judged already ({@link FilledDirectory}), but for a service {@link #with}
 * another configuration.
 */
public final class ServiceUnderTest implements AutoCloseable {
  public static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CONFIGURATION = Path.of("src/main/dist/config/coach.yml");
  static final String PASSWORD = "try-dealcoach";
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final DropwizardTestSupport<CoachConfiguration> support;
  private HttpClient client = HttpClient.newHttpClient();
  private String scheme = "http";
  private final Map<String, String> tokens = new HashMap<>();

  public ServiceUnderTest(Path data, String... settings) throws Exception {
    this(data, FolderBlobs::new, settings);
  }

  /**
   * @param settings name=value
   */
  public ServiceUnderTest(Path data, Function<Path, Blobs> files, String... settings)
      throws Exception {
    this(CONFIGURATION, data, files, Clock.systemUTC(), filled(data, settings));
  }

  private static String[] filled(Path data, String... settings) throws Exception {
    if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("database."))) {
      FilledDirectory.copy(data);
    }
    return settings;
  }

  /** Makes the sample company itself. */
  static ServiceUnderTest filling(Path data) throws Exception {
    return new ServiceUnderTest(CONFIGURATION, data, FolderBlobs::new, Clock.systemUTC());
  }

  /** On a clock of the test's own. */
  public static ServiceUnderTest at(InstantSource clock, Path data, String... settings)
      throws Exception {
    return new ServiceUnderTest(CONFIGURATION, data, FolderBlobs::new, clock, settings);
  }

  /** With another configuration. */
  public static ServiceUnderTest with(Path configuration, Path data, String... settings)
      throws Exception {
    return with(configuration, data, FolderBlobs::new, settings);
  }

  /** With another configuration and store of files. */
  public static ServiceUnderTest with(
      Path configuration, Path data, Function<Path, Blobs> files, String... settings)
      throws Exception {
    return new ServiceUnderTest(configuration, data, files, Clock.systemUTC(), settings);
  }

  private ServiceUnderTest(
      Path configuration,
      Path data,
      Function<Path, Blobs> files,
      InstantSource clock,
      String... settings)
      throws Exception {
    // Dropwizard applies overrides in no order, so there must be one of each name
    Map<String, String> values = new LinkedHashMap<>();
    values.put("dataDirectory", data.toString());
    values.put("files", data.resolve("files").toString());
    values.put("server.connector.port", "0");
    values.put("sampleCompany", "true");
    values.put("logging.level", "WARN");
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      values.put(parts[0], parts[1]);
    }
    support =
        new DropwizardTestSupport<>(
            CoachApplication.class,
            configuration.toString(),
            values.entrySet().stream()
                .map(value -> ConfigOverride.config(value.getKey(), value.getValue()))
                .toArray(ConfigOverride[]::new)) {
          @Override
          public Application<CoachConfiguration> newApplication() {
            return new CoachApplication(clock, files);
          }
        };
    support.before();
  }

  public DropwizardTestSupport<CoachConfiguration> support() {
    return support;
  }

  public int port() {
    return support.getLocalPort();
  }

  /** Asks over HTTPS from now on, with a client that trusts the service's certificate. */
  public void trust(HttpClient trusting) {
    client.close();
    client = trusting;
    scheme = "https";
  }

  /** Ends every session of somebody, as time does. */
  public void endSessions(String signIn) {
    JdbiAccounts accounts = new JdbiAccounts(database());
    accounts
        .bySignIn(signIn)
        .ifPresent(
            account ->
                database()
                    .useHandle(
                        handle ->
                            handle.execute(
                                "delete from sessions where account = ?", account.id())));
  }

  /** The service's own database; an H2 lets a second connection of the same process in. */
  public Jdbi database() {
    var factory = support.getConfiguration().database();
    return Database.jdbi(
        JdbcConnectionPool.create(factory.getUrl(), factory.getUser(), factory.getPassword()));
  }

  public HttpClient client() {
    return client;
  }

  /** A token of one of the sample company's people. */
  public String token(String signIn) throws IOException, InterruptedException {
    String known = tokens.get(signIn);
    if (known != null) {
      return known;
    }
    HttpResponse<String> answer = signIn(signIn, PASSWORD);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    HttpRequest account = at("/account").header("Cookie", cookie).build();
    Matcher csrf = CSRF.matcher(client.send(account, BodyHandlers.ofString()).body());
    if (!csrf.find()) {
      throw new IllegalStateException("no token in the page");
    }
    HttpRequest made =
        at("/api/v1/me/tokens")
            .header("Cookie", cookie)
            .header("X-CSRF-Token", csrf.group(1))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"name\":\"test\"}"))
            .build();
    String token =
        JSON.readTree(client.send(made, BodyHandlers.ofString()).body()).get("value").asText();
    tokens.put(signIn, token);
    return token;
  }

  public HttpResponse<String> signIn(String name, String password)
      throws IOException, InterruptedException {
    String form =
        "name="
            + URLEncoder.encode(name, UTF_8)
            + "&password="
            + URLEncoder.encode(password, UTF_8);
    return client.send(
        at("/sign-in")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  public HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port() + path))
        .header("Accept-Language", "en");
  }

  public HttpRequest.Builder as(String signIn, String path)
      throws IOException, InterruptedException {
    return at(path).header("Authorization", "Bearer " + token(signIn));
  }

  public HttpResponse<String> get(String signIn, String path)
      throws IOException, InterruptedException {
    return client.send(as(signIn, path).build(), BodyHandlers.ofString());
  }

  public JsonNode json(String signIn, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(signIn, path);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  public HttpResponse<String> send(String signIn, String method, String path, String json)
      throws IOException, InterruptedException {
    return client.send(
        as(signIn, path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  /** Makes a deal and gives its id. */
  public String deal(String signIn, String customer) throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("customer", customer, "title", "Deal"));
    HttpResponse<String> answer = send(signIn, "POST", "/api/v1/deals", body);
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.body());
    }
    return JSON.readTree(answer.body()).get("id").asText();
  }

  public HttpResponse<String> handIn(String signIn, String deal, String name, byte[] content)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(UTF_8));
    body.write(content);
    body.write("\r\n--x--\r\n".getBytes(UTF_8));
    return client.send(
        as(signIn, "/api/v1/deals/" + deal + "/proposals")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        BodyHandlers.ofString());
  }

  /** Hands a file in that is taken; gives the review's id. */
  public String handedIn(String signIn, String deal, String name, byte[] content)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = handIn(signIn, deal, name, content);
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).get("id").asText();
  }

  /** Waits until all reviews of a deal have ended; the events end then. */
  public void ended(String signIn, String deal) throws IOException, InterruptedException {
    String all = "";
    while (!all.contains("event: end")) {
      all = get(signIn, "/api/v1/deals/" + deal + "/events").body();
    }
  }

  @Override
  public void close() {
    support.after();
    client.close();
  }
}
