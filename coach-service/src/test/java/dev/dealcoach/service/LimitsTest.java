package dev.dealcoach.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who asks for too much, or takes too long, is refused; the others do not notice. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LimitsTest {
  @TempDir static Path folder;
  private static ServiceUnderTest service;

  @BeforeAll
  static void start() throws Exception {
    service =
        new ServiceUnderTest(
            folder.resolve("data"),
            "limits.uploads=2",
            "limits.signIns=5",
            "server.connector.idleTimeout=2s",
            "reading.largestFile=1MiB");
    // before anybody tries too many passwords
    for (String name : List.of("lin", "zhou", "hart", "shen")) {
      service.token(name);
    }
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void whoHandsInTooMuchWaits() throws Exception {
    String deal = service.deal("lin", "many");
    byte[] text = "Text.".getBytes(UTF_8);
    service.handedIn("lin", deal, "a.md", text);
    service.handedIn("lin", deal, "b.md", text);
    HttpResponse<String> third = service.handIn("lin", deal, "c.md", text);
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.body()).contains("urn:dealcoach:problem:too-many");
    assertThat(Integer.parseInt(third.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
    // others may, and so may this account otherwise
    service.handedIn("zhou", service.deal("zhou", "few"), "a.md", text);
    assertThat(service.get("lin", "/api/v1/deals").statusCode()).isEqualTo(200);
  }

  @Test
  void whoTriesManyPasswordsWaits() throws Exception {
    int last = 0;
    for (int i = 0; i < 6; i++) {
      last = service.signIn("nobody" + i, "wrong password").statusCode();
    }
    assertThat(last).isEqualTo(429);
  }

  @Test
  void aFileOverTheLimitIsRefusedAndNothingIsKept() throws Exception {
    String deal = service.deal("hart", "large");
    HttpResponse<String> answer = service.handIn("hart", deal, "a.md", new byte[(1 << 20) + 1]);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("urn:dealcoach:problem:too-large");
    assertThat(service.json("hart", "/api/v1/deals/" + deal + "/reviews")).isEmpty();
    try (var left = java.nio.file.Files.list(folder.resolve("data/files/incoming"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aHeaderThatNeverEndsEnds() throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write("GET /sign-in HTTP/1.1\r\nHost: x\r\nX-".getBytes(UTF_8));
      assertThat(socket.getInputStream().readAllBytes().length).isLessThan(2000);
    }
  }

  @Test
  void aBodyThatStopsHalfWayIsGivenUpAndNothingIsKept() throws Exception {
    String token = service.token("shen");
    String deal = service.deal("shen", "half");
    try (Socket socket = connect()) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/v1/deals/"
                      + deal
                      + "/proposals HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                      + token
                      + "\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                      + "Content-Length: 100000\r\n\r\n--x\r\nContent-Disposition: form-data;"
                      + " name=\"file\"; filename=\"a\"\r\n\r\nhalf of it")
                  .getBytes(UTF_8));
      String status = firstLine(socket);
      assertThat(status).matches("HTTP/1.1 (400|408) .*");
    }
    assertThat(service.json("shen", "/api/v1/deals/" + deal + "/reviews")).isEmpty();
  }

  private static Socket connect() throws IOException {
    return new Socket(InetAddress.getByName("localhost"), service.port());
  }

  private static String firstLine(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
  }
}
