package dev.dealcoach.service.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** What a fresh server answers to a summary. */
public final class DiscoveryAnswer {
  private DiscoveryAnswer() {}

  /**
   * The status, a space, the body.
   *
   * @param language of the reader
   * @param folder for the server's files
   */
  public static String to(String summary, String language, Path folder) throws Exception {
    ProposalReviewer none =
        (file, name, statements, stage) -> {
          throw new IllegalStateException("no proposal is handed in here");
        };
    try (PageServer server =
            new PageServer(none, WebLimits.STANDARD, folder, InstantSource.system());
        HttpClient client = HttpClient.newHttpClient()) {
      byte[] body = new ObjectMapper().writeValueAsBytes(Map.of("text", summary));
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(server.address() + "/api/discovery?lang=" + language))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return answer.statusCode() + " " + answer.body();
    }
  }
}
