package dev.dealcoach.service.web.deals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds shows wherever a score shows, what is judged blind shows nowhere before, and nobody
 * meddles with what is not to be seen.
 */
class CorrectedScoresTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VISIT =
      "今天在长虹铸件见到马总，他自己拍板。浇注线上个月因为找不到砂箱停了九次，一次半小时。预算他说十六万上下。下周四我带工程师去看。";

  @TempDir static Path folder;
  private static RunningService service;
  private static Browser lin;
  private static Browser shen;
  private static Browser gu;

  @BeforeAll
  static void start() throws Exception {
    service = new RunningService(folder.resolve("data"));
    service.sampled();
    lin = service.signIn("lin");
    shen = service.signIn("shen");
    gu = service.signIn("gu");
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static String deal(Browser who, String customer) throws Exception {
    String body = "{\"customer\":\"" + customer + "\",\"title\":\"T\",\"industry\":\"机械\"}";
    return id(service.post(who, "/api/v1/deals", body, null));
  }

  private static String contact(Browser who, String deal, String text) throws Exception {
    ObjectNode body = JSON.createObjectNode().put("people", "马总").put("text", text);
    return id(service.post(who, "/api/v1/deals/" + deal + "/contacts", body.toString(), null));
  }

  private static String review(Browser who, String deal) throws Exception {
    byte[] file = Files.readAllBytes(Path.of("src/main/assembly/rehearsal/01.md"));
    String review = id(service.handIn(who, deal, "01.md", file, null));
    service.events(who, deal);
    return review;
  }

  private static String id(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).get("id").asText();
  }

  private static HttpResponse<String> judge(
      Browser who, String work, String item, String value, String reason) throws Exception {
    ObjectNode body =
        JSON.createObjectNode().put("item", item).put("value", value).put("reason", reason);
    return service.post(who, work + "/corrections", body.toString(), null);
  }

  private static JsonNode item(JsonNode sheet, String item) {
    return find(sheet.get("items"), "item", item);
  }

  private static JsonNode find(JsonNode list, String key, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(each -> each.get(key).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static String problem(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body()).get("type").asText().replace("urn:dealcoach:problem:", "");
  }

  /** A page without its list of sentences, which has every word. */
  private static String shown(Browser who, String path) throws Exception {
    HttpResponse<String> answer = service.page(who, path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body().replaceAll("(?s)<script type=\"application/json\".*?</script>", "");
  }

  @Test
  void aCorrectedSummaryShowsEverywhere() throws Exception {
    String deal = deal(lin, "长虹铸件");
    String contact = contact(lin, deal, VISIT);
    String work = "/api/v1/contacts/" + contact;
    JsonNode before = service.json(shen, work + "/corrections");
    int machine = before.get("score").asInt();
    assertThat(before.get("machineScore").isNull()).isTrue();
    assertThat(item(before, "competitor").get("value").asText()).isEqualTo("missing");
    assertThat(judge(shen, work, "competitor", "covered", "录音里比了两家").statusCode()).isEqualTo(201);
    int holds = machine + 20;

    JsonNode sheet = service.json(lin, work + "/corrections");
    assertThat(sheet.get("score").asInt()).isEqualTo(holds);
    assertThat(sheet.get("machineScore").asInt()).isEqualTo(machine);
    assertThat(sheet.get("mayDispute").asBoolean()).isTrue();
    JsonNode said = item(sheet, "competitor").get("said").get(0);
    assertThat(said.get("reason").asText()).isEqualTo("录音里比了两家");
    assertThat(said.get("author").asText()).isEqualTo("沈岳");

    JsonNode whole = service.json(lin, work);
    assertThat(whole.get("contact").get("score").asInt()).isEqualTo(holds);
    assertThat(whole.get("contact").get("machineScore").asInt()).isEqualTo(machine);
    assertThat(whole.get("report").get("score").asInt()).as("the machine's").isEqualTo(machine);
    String rep = service.json(lin, "/api/v1/me").get("id").asText();
    for (JsonNode line :
        List.of(
            find(service.json(lin, "/api/v1/contacts?limit=200").get("items"), "id", contact),
            find(service.json(lin, "/api/v1/deals/" + deal + "/contacts"), "id", contact),
            find(service.json(lin, "/api/v1/me/day").get("results"), "id", contact),
            find(service.json(shen, "/api/v1/team/people/" + rep + "/contacts"), "id", contact))) {
      assertThat(line.get("score").asInt()).as(line.toString()).isEqualTo(holds);
      if (line.has("machineScore")) {
        assertThat(line.get("machineScore").asInt()).isEqualTo(machine);
      }
    }
    JsonNode weeks = service.json(lin, "/api/v1/me/history");
    assertThat(weeks.get(weeks.size() - 1).get("corrected").asInt()).isPositive();
    String mark = "changed by a person · machine " + machine;
    assertThat(shown(lin, "/deals/" + deal)).contains(holds + " / 100").contains(mark);
    assertThat(shown(lin, "/home")).contains(holds + " / 100").contains(mark);
    assertThat(shown(lin, "/history")).contains("changed by people");
    assertThat(shown(shen, "/deals/" + deal)).contains(mark);
    assertThat(shown(shen, "/team/people/" + rep)).contains(holds + " / 100");
  }

  @Test
  void aCorrectedProposalShowsEverywhere() throws Exception {
    String deal = deal(lin, "云帆注塑");
    String review = review(lin, deal);
    String work = "/api/v1/reviews/" + review;
    JsonNode before = service.json(shen, work + "/corrections");
    int machine = before.get("score").asInt();
    boolean met = item(before, "evidence").get("value").asText().equals("met");
    assertThat(judge(shen, work, "evidence", met ? "not_met" : "met", "逐条看过").statusCode())
        .isEqualTo(201);
    int holds = met ? machine - 1 : machine + 1;
    assertThat(service.json(lin, work + "/corrections").get("score").asInt()).isEqualTo(holds);
    assertThat(service.json(lin, work).at("/report/gold/score").asInt())
        .as("the machine's")
        .isEqualTo(machine);
    String rep = service.json(lin, "/api/v1/me").get("id").asText();
    for (JsonNode line :
        List.of(
            find(service.json(lin, "/api/v1/reviews?limit=200").get("items"), "id", review),
            find(service.json(lin, "/api/v1/deals/" + deal + "/reviews"), "id", review),
            find(
                service.json(shen, "/api/v1/team/people/" + rep + "/reviews").get("items"),
                "id",
                review))) {
      assertThat(line.get("gold").asInt()).as(line.toString()).isEqualTo(holds);
    }
    JsonNode day = find(service.json(lin, "/api/v1/me/day").get("results"), "id", review);
    assertThat(day.get("score").asInt()).isEqualTo(holds);
    assertThat(day.get("machineScore").asInt()).isEqualTo(machine);
    String mark = "changed by a person · machine " + machine;
    assertThat(shown(lin, "/deals/" + deal)).contains(holds + "/3").contains(mark);
    assertThat(shown(lin, "/home")).contains(mark);
    // beside another version too
    String proposal =
        service.json(lin, "/api/v1/deals/" + deal + "/reviews").get(0).get("proposal").asText();
    byte[] file = Files.readAllBytes(Path.of("src/main/assembly/rehearsal/01.md"));
    String second = id(service.handIn(lin, deal, "01.md", file, null, proposal));
    service.events(lin, deal);
    JsonNode comparison = service.json(lin, "/api/v1/reviews/" + second + "/comparison");
    assertThat(comparison.findValue("goldBefore").asInt()).isEqualTo(holds);
    assertThat(comparison.findValue("goldAfter").asInt()).isEqualTo(machine);
  }

  @Test
  void whatIsJudgedBlindIsShownWithoutTheMachinesWord() throws Exception {
    String deal = deal(lin, "北岭铸造");
    String contact = contact(lin, deal, VISIT.replace("长虹铸件", "北岭铸造"));
    String work = "/api/v1/contacts/" + contact;
    JsonNode blind = service.json(shen, work + "/blind");
    assertThat(blind.fieldNames())
        .toIterable()
        .containsExactly("id", "kind", "text", "statements", "items");
    blind
        .get("items")
        .forEach(
            values ->
                assertThat(values)
                    .isEqualTo(JSON.valueToTree(List.of("covered", "partial", "missing"))));
    String page = shown(shen, "/queue/contacts/" + contact);
    assertThat(page).contains("北岭铸造").doesNotContain(" checked", "class=\"status-", "/ 100");
    // gu reads the machine's reasons; none of them is on shen's page
    JsonNode report = service.json(gu, work).get("report");
    report
        .get("items")
        .forEach(
            found -> {
              assertThat(page).doesNotContain(found.get("reason").asText());
              if (found.hasNonNull("ask")) {
                assertThat(page).doesNotContain(found.get("ask").asText());
              }
            });

    String values =
        "{\"values\":{\"pain\":\"partial\",\"budget\":\"missing\",\"decision_maker\":\"covered\","
            + "\"competitor\":\"missing\",\"next_step\":\"partial\"}}";
    HttpResponse<String> kept = service.post(shen, work + "/blind", values, "k-blind");
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
    JsonNode pain = item(JSON.readTree(kept.body()), "pain");
    assertThat(pain.get("said").get(0).get("kind").asText()).isEqualTo("blind");
    assertThat(pain.get("said").get(0).get("value").asText()).isEqualTo("partial");
    assertThat(pain.get("machine").asText()).isEqualTo(report.at("/items/pain/status").asText());
    assertThat(service.json(shen, work).get("contact").get("machineScore").isNull()).isTrue();
    assertThat(problem(service.get(shen, work + "/blind"))).isEqualTo("score-seen");
    assertThat(problem(service.post(gu, work + "/blind", values, null))).isEqualTo("score-seen");

    // the same by the page, for a proposal
    String review = review(lin, deal);
    assertThat(shown(shen, "/queue/reviews/" + review))
        .contains("name=\"objections\"")
        .doesNotContain(" checked")
        // points, and no id that begins with a 3
        .doesNotContainPattern("[0-3]/3\\b");
    assertThat(
            service
                .form(shen, "/queue/reviews/" + review, "pain_quote", "met", "evidence", "met")
                .statusCode())
        .isEqualTo(422);
    HttpResponse<String> said =
        service.form(
            shen,
            "/queue/reviews/" + review,
            "pain_quote",
            "met",
            "evidence",
            "met",
            "objections",
            "not_met");
    assertThat(said.statusCode()).isEqualTo(303);
    assertThat(
            item(service.json(shen, "/api/v1/reviews/" + review + "/corrections"), "evidence")
                .get("said"))
        .hasSize(1);
  }

  @Test
  void spotChecksWaitWithoutAScore() throws Exception {
    String deal = deal(lin, "澄湖包装");
    JsonNode sampled = service.json(shen, "/api/v1/queue").get("sampled");
    for (int i = 0; sampled.isEmpty() && i < 400; i++) {
      contact(lin, deal, "第" + i + "次去澄湖包装，" + VISIT);
      sampled = service.json(shen, "/api/v1/queue").get("sampled");
    }
    assertThat(sampled).isNotEmpty();
    for (JsonNode each : sampled) {
      assertThat(each.get("score").isNull()).isTrue();
      assertThat(each.get("flags")).isEmpty();
      assertThat(each.get("link").asText()).startsWith("/queue/");
    }
    assertThat(shown(shen, "/queue")).contains(sampled.get(0).get("link").asText());
  }

  @Test
  void nobodyMeddlesWithWhatIsNotToBeSeen() throws Exception {
    String deal = deal(lin, "青禾仪表");
    String work = "/api/v1/contacts/" + contact(lin, deal, VISIT.replace("长虹铸件", "青禾仪表"));
    judge(shen, work, "pain", "missing", "再听一遍");
    HttpResponse<String> disputed = service.dispute(lin, work, "pain", "停了九次", "mail.txt");
    assertThat(disputed.statusCode()).as(disputed.body()).isEqualTo(201);
    String dispute =
        "/api/v1/disputes/"
            + item(JSON.readTree(disputed.body()), "pain").at("/dispute/id").asText();
    Browser reed = service.signIn("reed");
    Browser zhou = service.signIn("zhou");
    Browser tao = service.signIn("tao");
    for (Browser other : List.of(reed, zhou)) {
      assertThat(service.get(other, work + "/corrections").statusCode()).isEqualTo(404);
      assertThat(service.get(other, dispute).statusCode()).isEqualTo(404);
      assertThat(service.get(other, dispute + "/file").statusCode()).isEqualTo(404);
      assertThat(service.dispute(other, work, "budget", "x", null).statusCode()).isEqualTo(404);
    }
    assertThat(judge(reed, work, "pain", "covered", "x").statusCode()).isEqualTo(404);
    assertThat(service.get(reed, work + "/blind").statusCode()).isEqualTo(404);
    assertThat(service.json(reed, "/api/v1/queue").toString()).doesNotContain("青禾仪表");
    assertThat(service.json(reed, "/api/v1/disputes")).isEmpty();
    assertThat(service.post(reed, dispute + "/decision", "{}", null).statusCode()).isEqualTo(404);
    // trainers get what is theirs to decide, and this is not
    assertThat(service.get(tao, dispute).statusCode()).isEqualTo(404);
    assertThat(service.json(tao, "/api/v1/disputes").toString()).doesNotContain("青禾");
    // who changed it sees the dispute and does not decide it
    assertThat(service.json(shen, dispute).get("mayDecide").asBoolean()).isFalse();
    String upheld = "{\"value\":\"missing\",\"reason\":\"x\"}";
    assertThat(problem(service.post(shen, dispute + "/decision", upheld, null)))
        .isEqualTo("score-own");
    assertThat(service.json(gu, dispute).get("mayDecide").asBoolean()).isTrue();
    assertThat(service.get(gu, dispute + "/file").body()).isEqualTo("mail.txt");
    assertThat(service.get(lin, dispute + "/file").body()).isEqualTo("mail.txt");

    // a manager's own work is judged by others
    String own = deal(shen, "自己的客户");
    String mine = "/api/v1/contacts/" + contact(shen, own, VISIT.replace("长虹铸件", "自己的"));
    assertThat(problem(judge(shen, mine, "pain", "missing", "x"))).isEqualTo("score-own");
    assertThat(judge(gu, mine, "pain", "missing", "x").statusCode()).isEqualTo(201);
  }

  @Test
  void trainersDecideWithoutNames() throws Exception {
    String deal = deal(lin, "松原水务");
    String contact = contact(lin, deal, VISIT.replace("长虹铸件", "松原水务"));
    String work = "/api/v1/contacts/" + contact;
    judge(shen, work, "competitor", "partial", "马总提过一家");
    judge(gu, work, "competitor", "covered", "松原水务比了两家");
    JsonNode sheet =
        JSON.readTree(service.dispute(lin, work, "competitor", "林晓舟在松原水务听到的", "松原水务.txt").body());
    String id = item(sheet, "competitor").at("/dispute/id").asText();
    Browser tao = service.signIn("tao");
    assertThat(service.json(tao, "/api/v1/notices").toString()).contains("/disputes/" + id);
    HttpResponse<String> read = service.get(tao, "/api/v1/disputes/" + id);
    String page = shown(tao, "/disputes/" + id);
    for (String text : List.of(read.body(), page)) {
      assertThat(text)
          .contains("听到的")
          .doesNotContain("松原水务", "林晓舟", "沈岳", "顾明远", "马总", contact, deal);
    }
    assertThat(service.get(tao, "/api/v1/disputes/" + id + "/file").statusCode()).isEqualTo(403);
    HttpResponse<String> decided =
        service.form(tao, "/disputes/" + id, "value", "partial", "reason", "只是提到");
    assertThat(decided.statusCode()).isEqualTo(303);
    assertThat(shown(tao, "/disputes/" + id)).contains("只是提到");
    assertThat(service.json(lin, "/api/v1/disputes/" + id).get("state").asText())
        .isEqualTo("changed");
    assertThat(problem(judge(shen, work, "competitor", "missing", "x"))).isEqualTo("score-settled");
    Browser admin = service.signIn("admin");
    String trainer = service.json(tao, "/api/v1/me").get("id").asText();
    String audit = service.get(admin, "/api/v1/audit?limit=200").body();
    long views =
        StreamSupport.stream(JSON.readTree(audit).get("items").spliterator(), false)
            .filter(each -> each.get("subject").asText().equals(id))
            .filter(each -> each.get("actor").asText().equals(trainer))
            .count();
    assertThat(views).isGreaterThanOrEqualTo(4);
    assertThat(audit).contains("score competitor decided missing -> partial");
  }

  @Test
  void agreementAndCasesAreOfWhatIsSeen() throws Exception {
    String deal = deal(lin, "远山轴承");
    String work = "/api/v1/contacts/" + contact(lin, deal, VISIT.replace("长虹铸件", "远山轴承"));
    Browser reed = service.signIn("reed");
    Browser tao = service.signIn("tao");
    int before = count(shen);
    int others = count(reed);
    int all = count(tao);
    judge(shen, work, "decision_maker", "covered", "");
    assertThat(count(shen)).isEqualTo(before + 1);
    assertThat(count(tao)).isEqualTo(all + 1);
    assertThat(count(reed)).isEqualTo(others);
    HttpResponse<String> cases = service.get(tao, "/api/v1/exports/cases");
    assertThat(cases.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/x-ndjson");
    assertThat(cases.body()).contains("\"labels\":{\"pain\":").doesNotContain("远山轴承", "马总");
    assertThat(service.get(reed, "/api/v1/exports/cases").body()).doesNotContain("砂箱");
    assertThat(cases.body().lines().map(CorrectedScoresTest::parsed))
        .allSatisfy(line -> assertThat(line.get("labels")).hasSize(5));
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line.getBytes(StandardCharsets.UTF_8));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int count(Browser who) throws Exception {
    return find(service.json(who, "/api/v1/agreement"), "item", "decision_maker")
        .at("/all/count")
        .asInt();
  }
}
