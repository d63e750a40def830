package dev.dealcoach.service.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.service.web.deals.RunningService;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does on the pages, and what everybody does with the own account. */
class ManageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FRESH = "a few more words";

  @TempDir static Path folder;
  private static RunningService service;
  private static Browser admin;

  @BeforeAll
  static void start() throws Exception {
    service = new RunningService(folder.resolve("data"));
    admin = service.signIn("admin");
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceAll("^http://[^/]+", "");
  }

  /** The page without the sentences that its scripts know, which are all there are. */
  private static String shown(HttpResponse<String> answer) {
    return answer.body().replaceAll("(?s)<script type=\"application/json\".*?</script>", "");
  }

  /** A new rep's page, through the form. */
  private static String rep(String signIn) throws Exception {
    return location(
            service.form(
                admin,
                "/manage/users",
                "signIn",
                signIn,
                "name",
                "Rep " + signIn,
                "role",
                "rep",
                "password",
                RunningService.PASSWORD))
        .replaceAll("\\?.*", "");
  }

  private static String team(String name) throws Exception {
    location(service.form(admin, "/manage/teams", "name", name, "parent", ""));
    for (JsonNode each : service.json(admin, "/api/v1/teams")) {
      if (each.get("name").asText().equals(name)) {
        return each.get("id").asText();
      }
    }
    throw new IllegalStateException(name);
  }

  @Test
  void anAccountIsMadeNamedClosedAndOpened() throws Exception {
    String page = rep("ada");
    Browser ada = service.signIn("ada");
    assertThat(service.page(ada, "/start").headers().firstValue("Location").orElseThrow())
        .endsWith("/deals");
    HttpResponse<String> taken =
        service.form(
            admin,
            "/manage/users",
            "signIn",
            "ADA",
            "name",
            "Other",
            "role",
            "rep",
            "password",
            FRESH);
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(shown(taken)).contains("This sign-in name is taken", "value=\"Other\"");
    assertThat(shown(taken)).doesNotContain(FRESH);
    HttpResponse<String> weak =
        service.form(
            admin, "/manage/users", "signIn", "eve", "name", "E", "role", "rep", "password", "x");
    assertThat(shown(weak)).contains("This password cannot be used");

    location(service.form(admin, page, "name", "Ada <b>Lo</b>", "role", "manager"));
    assertThat(shown(service.page(admin, page))).contains("Ada &lt;b&gt;Lo&lt;/b&gt;");
    // a new role begins with signing in anew
    assertThat(service.get(ada, "/api/v1/me").statusCode()).isEqualTo(401);
    location(service.form(admin, page + "/active", "active", "false"));
    assertThat(service.signIn("ada", RunningService.PASSWORD).statusCode()).isEqualTo(401);
    location(service.form(admin, page + "/active", "active", "true"));
    location(service.form(admin, page + "/password", "password", FRESH));
    assertThat(service.signIn("ada", FRESH).statusCode()).isEqualTo(303);
    assertThat(shown(service.page(admin, "/manage/users?word=ada&only=manager")))
        .contains(page)
        .doesNotContain(">lin<");
    assertThat(shown(service.page(admin, "/manage/users?only=rep"))).doesNotContain(page);
  }

  @Test
  void nobodyShutsHimselfOut() throws Exception {
    String own = "/manage/users/" + service.json(admin, "/api/v1/me").get("id").asText();
    assertThat(service.form(admin, own + "/active", "active", "false").statusCode()).isEqualTo(422);
    assertThat(shown(service.form(admin, own, "name", "A", "role", "rep")))
        .contains("That would shut you out");
    assertThat(service.get(admin, "/api/v1/accounts").statusCode()).isEqualTo(200);
  }

  @Test
  void teamsStandInATreeAndPeopleMoveOnADay() throws Exception {
    String north = team("North");
    String shore = team("Shore");
    location(service.form(admin, "/manage/teams/" + shore, "name", "Shore", "parent", north));
    HttpResponse<String> circle =
        service.form(admin, "/manage/teams/" + north, "name", "North", "parent", shore);
    assertThat(circle.statusCode()).isEqualTo(422);
    assertThat(shown(circle)).contains("A team cannot stand below itself");

    String page = rep("bo");
    String id = page.replaceAll(".*/", "");
    location(service.form(admin, page + "/team", "team", north, "since", "2026-01-05"));
    location(service.form(admin, page + "/team", "team", shore, "since", "2026-02-05"));
    List<JsonNode> all =
        service.json(admin, "/api/v1/accounts/" + id + "/memberships").valueStream().toList();
    assertThat(all).extracting(each -> each.get("team").asText()).containsExactly(north, shore);
    assertThat(all.getFirst().get("until")).isEqualTo(all.getLast().get("since"));
    assertThat(all.getLast().get("until").isNull()).isTrue();
    location(service.form(admin, page + "/team", "team", north, "beside", "true", "leads", "true"));
    assertThat(service.json(admin, "/api/v1/teams/" + north + "/members")).hasSize(2);
    assertThat(service.form(admin, page + "/team", "team", north, "since", "soon").statusCode())
        .isEqualTo(422);
    String last = all.getLast().get("id").asText();
    location(service.form(admin, page + "/memberships/" + last + "/end"));
    assertThat(service.form(admin, page + "/memberships/" + last + "/end").statusCode())
        .isEqualTo(404);
    assertThat(shown(service.page(admin, "/manage/teams"))).contains("Rep bo");
  }

  @Test
  void aRefusedReviewIsTriedAgainWithoutItsNameBeingShown() throws Exception {
    Browser lin = service.signIn("lin");
    String deal =
        JSON.readTree(
                service
                    .post(lin, "/api/v1/deals", "{\"customer\":\"C\",\"title\":\"T\"}", null)
                    .body())
            .get("id")
            .asText();
    String review =
        JSON.readTree(service.handIn(lin, deal, "secret-customer.txt", new byte[0], null).body())
            .get("id")
            .asText();
    service.events(lin, deal);
    String page = shown(service.page(admin, "/manage/jobs"));
    assertThat(page).contains(review.substring(0, 8), "This file is empty");
    assertThat(page).doesNotContain("secret-customer");
    assertThat(service.get(admin, "/api/v1/jobs").body())
        .contains(review)
        .doesNotContain("secret-customer");
    int status;
    do {
      // the worker may not have put its last job away yet
      status = service.form(admin, "/manage/jobs/" + review + "/again").statusCode();
    } while (status == 409);
    assertThat(status).isEqualTo(303);
    assertThat(service.events(lin, deal)).contains("\"state\":\"refused\"");
    assertThat(service.form(admin, "/manage/jobs/" + deal + "/again").statusCode()).isEqualTo(409);
  }

  @Test
  void storageHealthAndAuditAreThere() throws Exception {
    assertThat(shown(service.page(admin, "/manage/system")))
        .contains("All is well", "H2 ", "Folder of files handed in");
    assertThat(service.json(admin, "/api/v1/storage").at("/counts/accounts").asInt()).isPositive();
    service.page(service.signIn("lin"), "/manage/users");
    assertThat(shown(service.page(admin, "/manage/audit?act=refused")))
        .contains("GET manage/users", "林晓舟")
        .doesNotContain("<td data-label=\"What\">signed in</td>");
    String actor = service.json(admin, "/api/v1/me").get("id").asText();
    assertThat(shown(service.page(admin, "/manage/audit?actor=" + actor)))
        .doesNotContain("GET manage/users");
    assertThat(service.page(admin, "/manage/audit?after=nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void settingsAreChangedAllOrNone() throws Exception {
    HttpResponse<String> wrong =
        service.form(
            admin,
            "/manage/settings",
            "retention.proposal-days",
            "700",
            "retention.request-key-days",
            "<b>");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(shown(wrong)).contains("A value does not fit", "value=\"700\"", "&lt;b&gt;");
    assertThat(setting("retention.proposal-days")).isZero();
    location(
        service.form(
            admin,
            "/manage/settings",
            "retention.proposal-days",
            "700",
            "retention.request-key-days",
            "30"));
    assertThat(setting("retention.proposal-days")).isEqualTo(700);
    assertThat(shown(service.page(admin, "/manage/audit?act=changed")))
        .contains("<code>retention.proposal-days</code>")
        .doesNotContain("<code>retention.request-key-days</code>");
    location(service.form(admin, "/manage/settings", "retention.proposal-days", "0"));
  }

  private static long setting(String name) throws Exception {
    for (JsonNode each : service.json(admin, "/api/v1/settings")) {
      if (each.get("name").asText().equals(name)) {
        return each.get("value").asLong();
      }
    }
    throw new IllegalStateException(name);
  }

  @Test
  void aLongLogGoesOnOnTheNextPage() throws Exception {
    Browser tao = service.signIn("tao");
    for (int i = 0; i < 55; i++) {
      service.get(tao, "/manage/teams");
    }
    String first = shown(service.page(admin, "/manage/audit?act=refused"));
    Matcher next = Pattern.compile("href=\"(/manage/audit\\?[^\"]*after=\\d+)\"").matcher(first);
    assertThat(next.find()).isTrue();
    HttpResponse<String> second = service.page(admin, next.group(1).replace("&amp;", "&"));
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(shown(second)).contains("GET manage/teams", "</html>");
  }

  @Test
  void thePasswordAndTokensAreChangedOnTheOwnPage() throws Exception {
    rep("cy");
    Browser cy = service.signIn("cy");
    Browser elsewhere = service.signIn("cy");
    HttpResponse<String> wrong =
        service.form(cy, "/account/password", "present", "nonsense", "next", FRESH, "again", FRESH);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(shown(wrong)).contains("The present password is not right");
    assertThat(
            shown(
                service.form(
                    cy,
                    "/account/password",
                    "present",
                    RunningService.PASSWORD,
                    "next",
                    FRESH,
                    "again",
                    FRESH + "x")))
        .contains("The two new passwords differ");
    location(
        service.form(
            cy,
            "/account/password",
            "present",
            RunningService.PASSWORD,
            "next",
            FRESH,
            "again",
            FRESH));
    assertThat(service.get(elsewhere, "/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(service.get(cy, "/api/v1/me").statusCode()).isEqualTo(200);
    HttpResponse<String> api =
        service.post(
            cy, "/api/v1/me/password", "{\"present\":\"x\",\"next\":\"" + FRESH + "\"}", null);
    assertThat(api.statusCode()).isEqualTo(422);
    assertThat(api.body()).contains("urn:dealcoach:problem:password-wrong");

    String made = shown(service.form(cy, "/account/tokens", "name", "<i>batch</i>", "days", "30"));
    assertThat(made).contains("value=\"coach_", "&lt;i&gt;batch");
    JsonNode token = service.json(cy, "/api/v1/me/tokens").get(0);
    assertThat(token.get("expires").isNull()).isFalse();
    assertThat(shown(service.page(cy, "/account"))).doesNotContain("coach_");
    location(service.form(cy, "/account/tokens/" + token.get("id").asText() + "/withdraw"));
    assertThat(service.json(cy, "/api/v1/me/tokens")).isEmpty();
    assertThat(service.form(cy, "/account/tokens", "name", " ").statusCode()).isEqualTo(422);
  }

  @Test
  void whatGoesWrongIsAPageInTheReadersLanguage() throws Exception {
    Browser lin = service.signIn("lin");
    HttpResponse<String> refused = service.page(lin, "/manage/users?lang=zh");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(shown(refused)).contains("<html lang=\"zh-CN\">", "这个账号不能用这里", "林晓舟");
    HttpResponse<String> gone =
        service.page(lin, "/deals/00000000-0000-0000-0000-000000000001?lang=en");
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(shown(gone)).contains("<html lang=\"en\">", "There is nothing here", "林晓舟");
    HttpResponse<String> nowhere = service.page(lin, "/no/such/page");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(shown(nowhere)).contains("There is nothing here");
    HttpResponse<String> malformed = service.page(lin, "/deals?after=nonsense");
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(shown(malformed)).contains("That could not be done");
    HttpResponse<String> forged =
        service.form(new Browser(lin.cookie(), "forged"), "/deals", "customer", "C");
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(shown(forged)).contains("Please reload the page", "<html lang=\"en\">");
    HttpResponse<String> late = service.form(Browser.NOBODY, "/deals", "customer", "C");
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(shown(late)).contains("Please sign in", "href=\"/start\"");
    // a program gets what it always got
    assertThat(service.get(lin, "/api/v1/no").headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }
}
