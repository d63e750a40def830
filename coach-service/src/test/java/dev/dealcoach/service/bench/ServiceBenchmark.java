package dev.dealcoach.service.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the packaged service with one and with two reading processes: fifty proposals handed in
 * at once by ten people; reviews a minute, beside what {@code coach scan --batch} makes of the same
 * files; how long pages take meanwhile; and how long one review of thirty pages takes alone.
 *
 * <p>Arguments: the packaged program, the folder with the sample proposal.
 */
final class ServiceBenchmark {
  private static final int UPLOADS = 50;
  private static final int PEOPLE = 10;
  private static final String PASSWORD = "try-dealcoach";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  private ServiceBenchmark(int port) {
    this.port = port;
  }

  @SuppressWarnings("SystemOut") // a report for the terminal is what it is for
  public static void main(String[] arguments) throws Exception {
    Path program = Path.of(arguments[0]);
    Path folder = Files.createTempDirectory("service-benchmark");
    try {
      List<Path> files = new ArrayList<>();
      for (Path file : LongDocuments.make(Path.of(arguments[1]), folder)) {
        if (!file.getFileName().toString().startsWith("40-")) {
          files.add(file);
        }
      }
      Path thirty = LongDocuments.pages(Path.of(arguments[1]), 30, folder);
      double batch = batch(program, files, folder);
      System.out.printf(Locale.ROOT, "coach scan --batch: %.0f reviews a minute%n", batch);
      double one = service(program, 1, files, thirty, folder, batch);
      double two = service(program, 2, files, thirty, folder, batch);
      System.out.printf(Locale.ROOT, "two reading processes to one: %.2f%n", two / one);
    } finally {
      delete(folder);
    }
  }

  @SuppressWarnings("SystemOut")
  private static double service(
      Path program, int readers, List<Path> files, Path thirty, Path folder, double batch)
      throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path data = folder.resolve("data-" + readers);
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "server",
            program.resolveSibling("../config/coach.yml").normalize().toString());
    builder.environment().put("COACH_DATA", data.toString());
    builder.environment().put("COACH_FILES", data.resolve("files").toString());
    builder.environment().put("COACH_PORT", Integer.toString(port));
    builder.environment().put("COACH_READERS", Integer.toString(readers));
    builder.environment().put("COACH_SAMPLE", "true");
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log-" + readers).toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    try {
      ServiceBenchmark service = new ServiceBenchmark(port);
      service.healthy(process);
      System.out.printf(Locale.ROOT, "%d reading: healthy after %.1f s%n", readers, seconds(begun));
      return service.measure(readers, files, thirty, batch);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  @SuppressWarnings("SystemOut")
  private double measure(int readers, List<Path> files, Path thirty, double batch)
      throws Exception {
    String admin = token("admin", PASSWORD);
    List<String> tokens = new ArrayList<>();
    List<String> deals = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      post(
          admin,
          "/api/v1/accounts",
          Map.of("signIn", "b" + i, "name", "B " + i, "role", "rep", "password", PASSWORD));
      tokens.add(token("b" + i, PASSWORD));
      deals.add(
          post(tokens.get(i), "/api/v1/deals", Map.of("customer", "C" + i, "title", "T"))
              .get("id")
              .asText());
    }
    // twice, so that the readers are warm
    for (int i = 0; i < 2 * files.size(); i++) {
      handIn(tokens.getFirst(), deals.getFirst(), files.get(i % files.size()));
    }
    wait(tokens.getFirst(), deals.getFirst());
    long alone = System.nanoTime();
    handIn(tokens.getFirst(), deals.getFirst(), thirty);
    wait(tokens.getFirst(), deals.getFirst());
    System.out.printf(Locale.ROOT, "%d reading: thirty pages in %.1f s%n", readers, seconds(alone));

    AtomicBoolean over = new AtomicBoolean();
    double seconds;
    List<Double> pages;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Double>> reader = people.submit(() -> pages(over));
      long begin = System.nanoTime();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < UPLOADS; i++) {
        int who = i % PEOPLE;
        Path file = files.get(i % files.size());
        all.add(people.submit(() -> handIn(tokens.get(who), deals.get(who), file)));
      }
      for (Future<?> each : all) {
        each.get();
      }
      for (int i = 0; i < PEOPLE; i++) {
        wait(tokens.get(i), deals.get(i));
      }
      seconds = seconds(begin);
      over.set(true);
      pages = reader.get();
    }
    double perMinute = UPLOADS * 60 / seconds;
    Collections.sort(pages);
    System.out.printf(
        Locale.ROOT,
        "%d reading: %.0f reviews a minute (%.0f %% of the batch), pages p50 %.0f ms p95 %.0f ms"
            + " (%d of them)%n",
        readers,
        perMinute,
        100 * perMinute / batch,
        pages.get(pages.size() / 2),
        pages.get(pages.size() * 95 / 100),
        pages.size());
    return perMinute;
  }

  /** Somebody who looks at pages all the while; milliseconds of each. */
  private List<Double> pages(AtomicBoolean over) throws Exception {
    String cookie = cookie("lin", PASSWORD);
    List<Double> times = new ArrayList<>();
    while (!over.get()) {
      long begin = System.nanoTime();
      HttpResponse<String> page =
          client.send(at("/deals").header("Cookie", cookie).build(), BodyHandlers.ofString());
      if (page.statusCode() != 200) {
        throw new IOException("page " + page.statusCode());
      }
      times.add((System.nanoTime() - begin) / 1e6);
      LockSupport.parkNanos(50_000_000);
    }
    return times;
  }

  private static double batch(Path program, List<Path> files, Path folder) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < UPLOADS; i++) {
      lines.add(
          JSON.writeValueAsString(
              Map.of("id", i, "file", files.get(i % files.size()).toString(), "notes", List.of())));
    }
    Path batch = Files.write(folder.resolve("batch.jsonl"), lines);
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(program.toString(), "scan", "--batch", batch.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("exit status " + process.exitValue());
    }
    return UPLOADS * 60 / seconds(begin);
  }

  private void healthy(Process process) throws Exception {
    while (process.isAlive()) {
      try {
        HttpResponse<String> health =
            client.send(at("/admin/healthcheck").build(), BodyHandlers.ofString());
        if (health.statusCode() == 200) {
          return;
        }
      } catch (ConnectException e) {
        // not yet
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new IOException("the service ended");
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private String cookie(String name, String password) throws Exception {
    HttpResponse<String> answer =
        client.send(
            at("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + name + "&password=" + password))
                .build(),
            BodyHandlers.ofString());
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private String token(String name, String password) throws Exception {
    String cookie = cookie(name, password);
    Matcher csrf =
        CSRF.matcher(
            client
                .send(at("/account").header("Cookie", cookie).build(), BodyHandlers.ofString())
                .body());
    if (!csrf.find()) {
      throw new IOException("no token in the page");
    }
    HttpResponse<String> made =
        client.send(
            at("/api/v1/me/tokens")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", csrf.group(1))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"bench\"}"))
                .build(),
            BodyHandlers.ofString());
    return JSON.readTree(made.body()).get("value").asText();
  }

  private JsonNode post(String token, String path, Map<String, String> body) throws Exception {
    HttpResponse<String> answer =
        client.send(
            at(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private Void handIn(String token, String deal, Path file) throws Exception {
    String head =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + file.getFileName()
            + "\"\r\n\r\n";
    HttpResponse<String> answer =
        client.send(
            at("/api/v1/deals/" + deal + "/proposals")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                        BodyPublishers.ofByteArray("\r\n--x--\r\n".getBytes(UTF_8))))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return null;
  }

  private void wait(String token, String deal) throws Exception {
    String events = "";
    while (!events.contains("event: end")) {
      events =
          client
              .send(
                  at("/api/v1/deals/" + deal + "/events")
                      .header("Authorization", "Bearer " + token)
                      .build(),
                  BodyHandlers.ofString())
              .body();
    }
    if (events.contains("\"state\":\"refused\"")) {
      throw new IOException("a review was refused");
    }
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
