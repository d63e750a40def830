package dev.dealcoach.service.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.service.ServiceUnderTest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything that harms, handed in: each file gets its answer, and the service works on. */
class HostileUploadTest {
  private static final Path SAMPLES = Path.of("src/main/assembly/rehearsal");

  /** Files over the service's limit, refused before they are read. */
  private static final int REFUSED = 413;

  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER)
  Path temporary;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void everyFileIsAnswered() throws Exception {
    Path files = Files.createDirectory(temporary.resolve("files"));
    HostileFolder folder = new HostileFolder(files);
    HostilePdfs.fill(folder);
    HostileOffice.fill(folder, "http://127.0.0.1:1/secret.dtd");
    HostileTexts.fill(folder);
    for (String type : List.of("docx", "pdf")) {
      folder.damaged(SAMPLES.resolve("01." + type));
    }
    List<String> wrong = new ArrayList<>();
    try (ServiceUnderTest service =
        new ServiceUnderTest(temporary.resolve("data"), "reading.time=10s", "jobs.retry=1s")) {
      String deal = service.deal("lin", "hostile");
      Map<String, String> reviews = new LinkedHashMap<>();
      for (String name : folder.expected().keySet()) {
        Path file = files.resolve(name);
        if (!Files.isRegularFile(file)) {
          continue;
        }
        HttpResponse<String> answer =
            service.handIn("lin", deal, "x" + reviews.size() + ending(name), bytes(file));
        if (answer.statusCode() == 201) {
          reviews.put(name, ServiceUnderTest.JSON.readTree(answer.body()).get("id").asText());
        } else if (answer.statusCode() != REFUSED) {
          wrong.add(name + ": " + answer.statusCode());
        }
      }
      assertThat(reviews).hasSizeGreaterThan(20);
      service.ended("lin", deal);
      Map<String, JsonNode> states = new LinkedHashMap<>();
      service
          .json("lin", "/api/v1/deals/" + deal + "/reviews")
          .forEach(review -> states.put(review.get("id").asText(), review));
      reviews.forEach(
          (name, review) -> {
            JsonNode state = states.get(review);
            String got =
                state.get("state").asText().equals("done")
                    ? "report"
                    : state.get("refusal").asText();
            Set<String> right = folder.expected().get(name);
            boolean slow = got.equals("timed-out"); // right for any file on a crowded machine
            if (!right.isEmpty() && !right.contains(got) && !slow) {
              wrong.add(name + ": " + got + ", expected " + right);
            }
          });
      for (String review : reviews.values()) {
        assertThat(service.get("lin", "/api/v1/reviews/" + review).body())
            .doesNotContain("root:x:0");
      }
      assertThat(service.get("admin", "/api/v1/health").statusCode()).isEqualTo(200);
    }
    assertThat(wrong).isEmpty();
  }

  private static String ending(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), 0));
  }

  private static byte[] bytes(Path file) throws Exception {
    return Files.readAllBytes(file);
  }
}
