package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.json.ScanSchema;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is packaged: {@code target/coach}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PackagedProgramIT {
  private static final Path PROGRAM = Path.of("target/coach").toAbsolutePath();
  private static final Path SAMPLES = Path.of("src/main/assembly/rehearsal").toAbsolutePath();
  private static final Pattern PORT =
      Pattern.compile("Started [^ ]*\\{HTTP/1.1[^}]*}\\{[^}]*:(\\d+)}");

  @TempDir Path folder;

  private Process start(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private CommandRun run(Map<String, String> environment, String... command) throws Exception {
    Process process = start(environment, command);
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    byte[] err = process.getErrorStream().readAllBytes();
    return new CommandRun(
        process.waitFor(),
        new String(out, StandardCharsets.UTF_8),
        new String(err, StandardCharsets.UTF_8));
  }

  private static String coach() {
    return PROGRAM.resolve("bin/coach").toString();
  }

  @Test
  void runsThroughALinkFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("my coach"), Path.of(coach()));
    Path second = Files.createSymbolicLink(folder.resolve("again"), link.getFileName());
    CommandRun run = run(Map.of(), second.toString(), "--help");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("scan", "server");
  }

  @Test
  void opensChineseNamesWhateverTheLocale() throws Exception {
    Files.copy(SAMPLES.resolve("01.docx"), folder.resolve("方案 终稿.docx"));
    for (Map<String, String> locale :
        List.of(
            Map.<String, String>of(),
            Map.of("LC_ALL", "C"),
            Map.of("LANG", "zh_XX.UTF-8"),
            Map.of("LC_ALL", "POSIX", "COACH_LANG", "zh"))) {
      CommandRun run = run(locale, coach(), "scan", "方案 终稿.docx");
      assertThat(run.err()).as(locale.toString()).isEmpty();
      assertThat(ScanSchema.assertValid(run.out()).at("/document/name").asText())
          .isEqualTo("方案 终稿.docx");
    }
  }

  @Test
  void saysOneLineInTheLocalesLanguage() throws Exception {
    CommandRun run = run(Map.of("LANG", "zh_XX.UTF-8"), coach(), "scan", "没有.pdf");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("coach: 打不开 没有.pdf；请检查路径和权限\n");
  }

  @Test
  void startsWithoutOrWithAForeignArchiveOfClasses() throws Exception {
    Path copy = folder.resolve("copy of coach");
    try (Stream<Path> files = Files.walk(PROGRAM)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(PROGRAM.relativize(file).toString());
        if (file.toString().contains("/lib/") && file.toString().endsWith(".jar")) {
          Files.createSymbolicLink(target, file);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    Files.writeString(copy.resolve("lib/coach.aot"), "from another Java");
    Files.deleteIfExists(copy.resolve("lib/reader.aot"));
    CommandRun run =
        run(
            Map.of(),
            copy.resolve("bin/coach").toString(),
            "scan",
            SAMPLES.resolve("01.md").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    ScanSchema.assertValid(run.out());
  }

  @Test
  void leavesNoTemporaryFiles() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    CommandRun run =
        run(
            Map.of("COACH_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary),
            coach(),
            "scan",
            SAMPLES.resolve("01.pdf").toString());
    assertThat(run.status()).isZero();
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void everySampleConfigurationIsRight() throws Exception {
    List<Path> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(PROGRAM.resolve("config"))) {
      files.filter(file -> file.toString().endsWith(".yml")).forEach(samples::add);
    }
    assertThat(samples).isNotEmpty();
    for (Path sample : samples) {
      CommandRun run = run(Map.of(), coach(), "check", sample.toString());
      assertThat(run.status()).as(run.out() + run.err()).isZero();
    }
  }

  @Test
  void theFirstAdministratorIsMadeByCommand() throws Exception {
    assertThat(administrator("Root", "too short")).isEqualTo(2);
    assertThat(administrator("Root", "a long enough password")).isZero();
    assertThat(administrator("root", "a long enough password")).as("taken").isEqualTo(2);
  }

  private int administrator(String signIn, String password) throws Exception {
    Process process =
        start(
            Map.of("COACH_DATA", folder.resolve("data").toString()),
            coach(),
            "admin",
            "--sign-in",
            signIn,
            PROGRAM.resolve("config/coach.yml").toString());
    try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
      input.write(password + "\n");
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      assertThat(err).startsWith("coach: ").hasLineCount(1);
    }
    assertThat(out).as(err).doesNotContain(password);
    return status;
  }

  @Test
  void aWrongConfigurationIsRefused() throws Exception {
    Path wrong = folder.resolve("wrong.yml");
    Files.writeString(wrong, "dataDirectory: data\nreading: {processes: 0}\n");
    CommandRun run = run(Map.of(), coach(), "check", wrong.toString());
    assertThat(run.status()).isNotZero();
  }

  @Test
  void theServerStartsAndIsHealthy() throws Exception {
    Process server =
        start(
            Map.of("COACH_PORT", "0", "COACH_DATA", folder.resolve("data").toString()),
            coach(),
            "server",
            PROGRAM.resolve("config/coach.yml").toString());
    CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(server::destroyForcibly);
    try (BufferedReader log = server.inputReader(StandardCharsets.UTF_8)) {
      int port = 0;
      List<String> lines = new ArrayList<>();
      for (String line = log.readLine(); port == 0 && line != null; line = log.readLine()) {
        lines.add(line);
        Matcher started = PORT.matcher(line);
        port = started.find() ? Integer.parseInt(started.group(1)) : 0;
      }
      assertThat(port).as(String.join("\n", lines)).isPositive();
      try (HttpClient client = HttpClient.newHttpClient()) {
        URI health = URI.create("http://127.0.0.1:" + port + "/admin/healthcheck");
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
    } finally {
      server.destroy();
      server.waitFor();
    }
  }
}
