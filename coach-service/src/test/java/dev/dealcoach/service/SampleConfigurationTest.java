package dev.dealcoach.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every configuration that comes with the program is one. */
class SampleConfigurationTest {
  private static final Path FOLDER = Path.of("src/main/dist/config");

  @TempDir Path folder;

  static Stream<String> names() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void checkTakesIt(String name) throws Exception {
    Process check =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Coach.class.getName(),
                "check",
                FOLDER.resolve(name).toAbsolutePath().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("has an error");
  }

  @Test
  void aCertificateOfOnesOwnIsUsed() throws Exception {
    OwnCertificate certificate = OwnCertificate.in(folder, "localhost");
    try (ServiceUnderTest service =
        ServiceUnderTest.with(
            FOLDER.resolve("coach-https.yml"), folder.resolve("data"), certificate.settings())) {
      try (HttpClient client = certificate.client()) {
        HttpResponse<String> page =
            client.send(
                HttpRequest.newBuilder(
                        URI.create("https://localhost:" + service.port() + "/sign-in"))
                    .build(),
                BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
      }
      try (Socket plain = new Socket("localhost", service.port())) {
        plain.getOutputStream().write("GET /sign-in HTTP/1.0\r\n\r\n".getBytes(UTF_8));
        assertThat(new String(plain.getInputStream().readAllBytes(), UTF_8))
            .doesNotContain("200 OK");
      }
    }
  }

  @Test
  void behindAProxyTheCookieIsForHttpsOnly() throws Exception {
    try (ServiceUnderTest service =
        ServiceUnderTest.with(FOLDER.resolve("coach-proxy.yml"), folder.resolve("data"))) {
      HttpResponse<String> signedIn =
          service
              .client()
              .send(
                  service
                      .at("/sign-in")
                      .header("X-Forwarded-Proto", "https")
                      .header("X-Forwarded-For", "198.51.100.7")
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(BodyPublishers.ofString("name=lin&password=try-dealcoach"))
                      .build(),
                  BodyHandlers.ofString());
      assertThat(signedIn.statusCode()).isEqualTo(303);
      assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
      assertThat(signedIn.headers().firstValue("Location").orElseThrow()).startsWith("https://");
    }
  }
}
