package dev.dealcoach.service.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.service.web.deals.RunningService;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's data are deleted on the page, once the sign-in name is typed. */
class ErasedPersonTest {
  @TempDir static Path folder;

  @Test
  void aPersonIsErasedOnceTheNameIsTyped() throws Exception {
    try (RunningService service = new RunningService(folder.resolve("data"))) {
      Browser admin = service.signIn("admin");
      allSummariesAreThere(service, admin);
      String page = "/manage/users/" + account(service, admin, "zhou");
      HttpResponse<String> unsure = service.form(admin, page + "/erase", "signIn", "zho");
      assertThat(unsure.statusCode()).isEqualTo(422);
      assertThat(service.page(admin, page).statusCode()).isEqualTo(200);
      String own = "/manage/users/" + account(service, admin, "admin");
      assertThat(service.form(admin, own + "/erase", "signIn", "admin").statusCode())
          .isEqualTo(422);

      HttpResponse<String> erased = service.form(admin, page + "/erase", "signIn", "zhou");
      assertThat(erased.statusCode()).as(erased.body()).isEqualTo(303);
      assertThat(service.page(admin, page).statusCode()).isEqualTo(404);
      assertThat(service.signIn("zhou", RunningService.PASSWORD).statusCode()).isEqualTo(401);
      assertThat(service.get(admin, "/api/v1/accounts").body()).doesNotContain("周以宁");
      assertThat(service.page(service.signIn("shen"), "/team").body()).doesNotContain("周以宁");
    }
  }

  private static String account(RunningService service, Browser admin, String signIn)
      throws Exception {
    for (JsonNode each : service.json(admin, "/api/v1/accounts")) {
      if (each.get("signIn").asText().equals(signIn)) {
        return each.get("id").asText();
      }
    }
    throw new IllegalStateException(signIn);
  }

  /** The sample company's summaries are judged in the background after the start. */
  private static void allSummariesAreThere(RunningService service, Browser admin) throws Exception {
    Browser above = service.signIn("gu");
    for (String rep : new String[] {"lin", "zhou", "hart"}) {
      String contacts = "/api/v1/team/people/" + account(service, admin, rep) + "/contacts";
      while (service.json(above, contacts).findValues("score").stream()
          .anyMatch(JsonNode::isNull)) {
        new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      }
    }
  }
}
