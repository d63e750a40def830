package dev.dealcoach.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.service.backup.DataCheck;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.FailingFiles;
import dev.dealcoach.service.store.FolderBlobs;
import dev.dealcoach.service.store.TestDatabase;
import dev.dealcoach.service.web.record.Recorded;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the service stands on breaks: it says so, keeps no halves, and goes on when it is mended.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultTest {
  private static final byte[] PROPOSAL = "# Proposal\n\nOur line stops.\n".getBytes(UTF_8);

  @TempDir Path folder;

  @Test
  void aFullOrReadOnlyDiskRefusesUploadsUntilItIsMended() throws Exception {
    FailingFiles files = new FailingFiles();
    try (ServiceUnderTest service = new ServiceUnderTest(folder.resolve("data"), files::in)) {
      String deal = service.deal("lin", "disk");
      String before = service.handedIn("lin", deal, "before.md", PROPOSAL);
      service.ended("lin", deal);

      files.set(FailingFiles.State.FULL);
      HttpResponse<String> full = service.handIn("lin", deal, "a.md", PROPOSAL);
      assertThat(full.statusCode()).isEqualTo(507);
      assertThat(full.body()).contains("urn:dealcoach:problem:storage-full", "administrator");
      assertThat(service.get("admin", "/api/v1/health").statusCode()).isEqualTo(503);

      files.set(FailingFiles.State.READ_ONLY);
      HttpResponse<String> readOnly = service.handIn("lin", deal, "a.md", PROPOSAL);
      assertThat(readOnly.statusCode()).isEqualTo(503);
      assertThat(readOnly.body()).contains("urn:dealcoach:problem:storage-unavailable");
      // what is there can be read
      assertThat(service.get("lin", "/api/v1/reviews/" + before + "/document").body())
          .startsWith("# Proposal");
      assertThat(service.json("lin", "/api/v1/deals/" + deal + "/reviews")).hasSize(1);

      files.set(FailingFiles.State.SOUND);
      service.handedIn("lin", deal, "after.md", "# Other\n\nText.\n".getBytes(UTF_8));
      service.ended("lin", deal);
      assertThat(service.get("admin", "/api/v1/health").statusCode()).isEqualTo(200);
      assertThat(states(service, deal)).containsExactly("done", "done");
      try (var left = Files.list(folder.resolve("data/files/incoming"))) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void aFullOrReadOnlyDiskRefusesRecordingsInTheReadersWordsUntilItIsMended() throws Exception {
    FailingFiles files = new FailingFiles();
    try (ServiceUnderTest service = new ServiceUnderTest(folder.resolve("data"), files::in)) {
      String deal = service.deal("lin", "disk");
      byte[] form = Recorded.form(Recorded.wav("no-budget"), Map.of());

      files.set(FailingFiles.State.FULL);
      HttpResponse<String> full = record(service, deal, form, "zh-CN");
      assertThat(full.statusCode()).isEqualTo(507);
      assertThat(full.body()).contains("urn:dealcoach:problem:storage-full", "磁盘满了", "管理员");
      files.set(FailingFiles.State.READ_ONLY);
      HttpResponse<String> readOnly = record(service, deal, form, "en");
      assertThat(readOnly.statusCode()).isEqualTo(503);
      assertThat(readOnly.body())
          .contains("urn:dealcoach:problem:storage-unavailable", "cannot be kept right now");
      // nothing is half there
      assertThat(service.json("lin", "/api/v1/deals/" + deal + "/contacts")).isEmpty();
      assertThat(service.json("lin", "/api/v1/deals/" + deal + "/recordings")).isEmpty();

      files.set(FailingFiles.State.SOUND);
      assertThat(record(service, deal, form, "en").statusCode()).isEqualTo(201);
      assertThat(record(service, deal, form, "zh").statusCode()).isEqualTo(201);
      assertThat(service.json("lin", "/api/v1/deals/" + deal + "/recordings")).hasSize(1);
      try (var left = Files.list(folder.resolve("data/files/incoming"))) {
        assertThat(left).isEmpty();
      }
    }
  }

  /** Sends the same recording under the same key, as a phone does that was told to wait. */
  private static HttpResponse<String> record(
      ServiceUnderTest service, String deal, byte[] form, String reader) throws Exception {
    return service
        .client()
        .send(
            service
                .as("lin", "/api/v1/deals/" + deal + "/recordings")
                .setHeader("Accept-Language", reader)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Idempotency-Key", "one recording")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aDatabaseThatIsGoneForAWhileIsFoundAgain() throws Exception {
    PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.POSTGRESQL.empty();
    URI address = URI.create(database.getURL().substring("jdbc:".length()));
    try (SeveredNetwork network = new SeveredNetwork(address.getPort());
        ServiceUnderTest service =
            new ServiceUnderTest(
                folder.resolve("data"),
                "database.url=jdbc:postgresql://127.0.0.1:"
                    + network.port()
                    + address.getPath()
                    + "?user=postgres",
                "database.user=postgres",
                "jobs.heartbeat=1s",
                "jobs.retry=1s")) {
      String deal = service.deal("lin", "database");
      service.token("admin");
      for (int i = 0; i < 5; i++) {
        service.handedIn("lin", deal, "p" + i + ".md", (i + "\n\nText.\n").getBytes(UTF_8));
      }
      network.cut(); // while these are made

      HttpResponse<String> page = service.get("lin", "/api/v1/deals");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("urn:dealcoach:problem:database");
      HttpResponse<String> upload = service.handIn("lin", deal, "gone.md", PROPOSAL);
      assertThat(upload.statusCode()).isEqualTo(503);
      HttpResponse<String> signIn = service.signIn("zhou", "try-dealcoach");
      assertThat(signIn.statusCode()).isEqualTo(503);
      HttpResponse<String> health =
          service
              .client()
              .send(service.at("/admin/healthcheck").build(), HttpResponse.BodyHandlers.ofString());
      assertThat(health.statusCode()).isEqualTo(500);

      network.mend();
      while (service.get("lin", "/api/v1/deals").statusCode() != 200) {
        new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      }
      service.handedIn("lin", deal, "after.md", PROPOSAL);
      service.ended("lin", deal);
      assertThat(states(service, deal)).hasSize(6).containsOnly("done");
      DataCheck.Findings found =
          new DataCheck(database, new FolderBlobs(folder.resolve("data/files"))).run();
      assertThat(found.faults()).isEmpty();
      long versions =
          Database.jdbi(database)
              .withHandle(
                  handle ->
                      handle
                          .createQuery(
                              "select count(*) from proposal_versions where file_name = 'gone.md'")
                          .mapTo(Long.class)
                          .one());
      assertThat(versions).isZero();
    }
  }

  private static java.util.List<String> states(ServiceUnderTest service, String deal)
      throws Exception {
    JsonNode reviews = service.json("lin", "/api/v1/deals/" + deal + "/reviews");
    return reviews.findValuesAsText("state");
  }
}
