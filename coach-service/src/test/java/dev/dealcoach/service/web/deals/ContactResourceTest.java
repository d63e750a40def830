package dev.dealcoach.service.web.deals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts, their summaries and scores over HTTP, on the real service with its sample company. */
class ContactResourceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VISIT =
      "今天在长虹铸件见到马总，他自己拍板。浇注线上个月因为找不到砂箱停了九次，一次半小时。预算表盖了章给我看的，十六万。"
          + "他拿另一家的扫码方案比过，嫌不能计数。说好下周四上午九点我带工程师去装一台试，他安排停线。";

  @TempDir static Path folder;
  private static RunningService service;
  private static Browser lin;

  @BeforeAll
  static void start() throws Exception {
    service = new RunningService(folder.resolve("data"));
    lin = service.signIn("lin");
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static String newDeal(String customer) throws Exception {
    return newDeal(lin, customer);
  }

  private static String newDeal(Browser who, String customer) throws Exception {
    String body = "{\"customer\":\"" + customer + "\",\"title\":\"T\",\"industry\":\"机械\"}";
    HttpResponse<String> answer = service.post(who, "/api/v1/deals", body, null);
    return JSON.readTree(answer.body()).get("id").asText();
  }

  private static HttpResponse<String> note(Browser who, String deal, String text, String key)
      throws Exception {
    ObjectNode body = JSON.createObjectNode().put("kind", "call").put("people", "马总");
    return service.post(
        who, "/api/v1/deals/" + deal + "/contacts", body.put("text", text).toString(), key);
  }

  private static String id(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).get("id").asText();
  }

  @Test
  void aSummaryIsKeptInTheDealWithItsScoreCard() throws Exception {
    Browser qiao = service.signIn("qiao");
    String deal = newDeal(qiao, "长虹铸件");
    HttpResponse<String> made = note(qiao, deal, VISIT, "k-contact");
    String contact = id(made);
    assertThat(id(note(qiao, deal, VISIT, "k-contact"))).as("once").isEqualTo(contact);
    assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith(contact);

    JsonNode body = service.json(qiao, "/api/v1/contacts/" + contact + "?lang=zh");
    assertThat(body.get("text").asText()).isEqualTo(VISIT);
    assertThat(body.get("copy").isNull()).isTrue();
    JsonNode report = body.get("report");
    assertThat(report.get("items").get("decision_maker").get("status").asText())
        .isEqualTo("covered");
    JsonNode place = report.get("items").get("decision_maker").get("evidence").get(0);
    assertThat(VISIT.substring(place.get("start").asInt(), place.get("end").asInt()))
        .isEqualTo(place.get("text").asText());
    assertThat(report.get("pack").get("sha256").asText()).hasSize(64);
    assertThat(report.get("models")).isNotEmpty();
    JsonNode line = service.json(qiao, "/api/v1/deals/" + deal + "/contacts").get(0);
    assertThat(line.get("score").asInt()).isEqualTo(report.get("score").asInt());
    assertThat(line.get("counts").asBoolean()).isTrue();
    // the reader's language changes the sentences, not the judgement
    JsonNode english = service.json(qiao, "/api/v1/contacts/" + contact + "/report.json?lang=en");
    assertThat(english.get("score")).isEqualTo(report.get("score"));
    assertThat(english.get("items").get("pain").get("reason"))
        .isNotEqualTo(report.get("items").get("pain").get("reason"));
    assertThat(service.get(qiao, "/deals/" + deal).body()).contains("id=\"best\"", "马总");
    assertThat(service.get(qiao, "/deals/" + deal + "/contacts/" + contact).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theSameWordsForAnotherCustomerAreACopy() throws Exception {
    String text = VISIT.replace("砂箱", "图纸").replace("扫码", "标签").replace("九次", "六次");
    String first = newDeal("一号客户");
    String original = id(note(lin, first, text.replace("长虹铸件", "一号客户"), null));
    String second = newDeal("二号客户");
    String copy = id(note(lin, second, text.replace("长虹铸件", "二号客户").replace("马", "牛"), null));
    JsonNode body = service.json(lin, "/api/v1/contacts/" + copy);
    assertThat(body.get("contact").get("counts").asBoolean()).isFalse();
    assertThat(body.get("copy").get("contact").asText()).isEqualTo(original);
    assertThat(body.get("copy").get("likeness").asInt()).isGreaterThan(80);
    // written anew in other words it is none
    HttpResponse<String> anew =
        service.post(
            lin,
            "/api/v1/contacts/" + copy + "/summaries",
            "{\"text\":\"二号客户的仓库主管电话里说，夏天库房漏雨泡坏了三十箱货，老板还没见着，钱没聊，约了周一上门看屋顶。\"}",
            null);
    assertThat(anew.statusCode()).as(anew.body()).isEqualTo(201);
    assertThat(JSON.readTree(anew.body()).get("contact").get("counts").asBoolean()).isTrue();
    assertThat(JSON.readTree(anew.body()).get("number").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsNoSummaryIsNotKept() throws Exception {
    String deal = newDeal("三号客户");
    HttpResponse<String> blank = note(lin, deal, "  ", null);
    assertThat(blank.statusCode()).isEqualTo(400);
    assertThat(blank.body()).contains("urn:dealcoach:problem:summary-empty");
    assertThat(note(lin, deal, "字".repeat(20_001), null).statusCode()).isEqualTo(413);
    String future =
        "{\"held\":\"" + Instant.now().plus(Duration.ofDays(1)) + "\",\"text\":\"x y\"}";
    assertThat(service.post(lin, "/api/v1/deals/" + deal + "/contacts", future, null).statusCode())
        .isEqualTo(400);
    assertThat(service.json(lin, "/api/v1/deals/" + deal + "/contacts")).isEmpty();
    // without words it waits for them
    assertThat(
            service
                .post(lin, "/api/v1/deals/" + deal + "/contacts", "{\"kind\":\"video\"}", null)
                .statusCode())
        .isEqualTo(201);
    JsonNode waiting = service.json(lin, "/api/v1/deals/" + deal + "/contacts").get(0);
    assertThat(waiting.get("score").isNull()).isTrue();
    service.post(
        lin,
        "/api/v1/contacts/" + waiting.get("id").asText() + "/summaries",
        "{\"text\":\"三号客户没空，改天。\"}",
        null);
    waiting = service.json(lin, "/api/v1/deals/" + deal + "/contacts").get(0);
    assertThat(waiting.get("score").isNull()).isFalse();
  }

  @Test
  void anothersContactIsNotThereAndTheLogHasIt() throws Exception {
    String deal = newDeal("四号客户");
    String contact = id(note(lin, deal, VISIT.replace("长虹铸件", "四号客户"), null));
    Browser zhou = service.signIn("zhou");
    for (String path :
        List.of(
            "/deals/" + deal + "/contacts/" + contact,
            "/deals/" + deal + "/contacts/" + contact + "/summary",
            "/deals/" + deal + "/contacts/new",
            "/api/v1/deals/" + deal + "/contacts",
            "/api/v1/contacts/" + contact,
            "/api/v1/contacts/" + contact + "/report.json")) {
      assertThat(service.get(zhou, path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(note(zhou, deal, VISIT, null).statusCode()).isEqualTo(404);
    Browser shen = service.signIn("shen");
    assertThat(service.get(shen, "/api/v1/contacts/" + contact).statusCode()).isEqualTo(200);
    assertThat(
            service
                .post(shen, "/api/v1/contacts/" + contact + "/summaries", "{\"text\":\"x\"}", null)
                .statusCode())
        .isEqualTo(404);
    List<String> log = new ArrayList<>();
    service
        .json(service.signIn("admin"), "/api/v1/audit?limit=200")
        .get("items")
        .forEach(
            entry -> {
              if (entry.get("subject").asText().equals(contact)) {
                log.add(entry.get("what").asText() + " " + entry.get("detail").asText());
              }
            });
    assertThat(log).contains("REFUSED page", "REFUSED report", "READ report", "REFUSED change");
  }

  @Test
  void theSampleCompanyHasContactsOfTheLastWeeks() throws Exception {
    service.sampled();
    JsonNode contacts =
        service.json(service.signIn("gu"), "/api/v1/contacts?limit=200").get("items");
    List<Instant> sampled = new ArrayList<>();
    List<String> authors = new ArrayList<>();
    List<Integer> scores = new ArrayList<>();
    contacts.forEach(
        contact -> {
          Instant held = Instant.parse(contact.get("held").asText());
          if (held.isBefore(Instant.now().minus(Duration.ofDays(2)))) {
            sampled.add(held);
            authors.add(contact.get("authorName").asText());
            scores.add(contact.get("score").asInt());
          }
        });
    assertThat(sampled).hasSizeGreaterThan(20);
    assertThat(authors).contains("林晓舟", "周以宁", "乔南", "Nora Hart");
    assertThat(scores).contains(100).anyMatch(score -> score < 40);
    // who came from another team is seen from then on
    JsonNode seen = service.json(service.signIn("shen"), "/api/v1/contacts?limit=200").get("items");
    Instant changed = Instant.now().minus(Duration.ofDays(45));
    seen.forEach(
        contact -> {
          if (contact.get("authorName").asText().equals("周以宁")) {
            assertThat(Instant.parse(contact.get("held").asText())).isAfter(changed);
          }
        });
    assertThat(seen.toString()).contains("周以宁").doesNotContain("Nora Hart");
  }

  @Test
  void aDealIsChangedByWhoWorksOnIt() throws Exception {
    String deal = newDeal("五号客户");
    String won =
        "{\"customer\":\"五号客户\",\"title\":\"T2\",\"stage\":\"closed\",\"outcome\":\"won\","
            + "\"firstContact\":\"2026-03-01\",\"firstQuote\":\"2026-03-09\"}";
    HttpResponse<String> answer = put(lin, "/api/v1/deals/" + deal, won);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode now = service.json(lin, "/api/v1/deals/" + deal);
    assertThat(now.get("outcome").asText()).isEqualTo("won");
    assertThat(now.get("firstQuote").asText()).isEqualTo("2026-03-09");
    assertThat(now.get("closed").isNull()).isFalse();
    assertThat(put(lin, "/api/v1/deals/" + deal, won.replace("won", "open")).statusCode())
        .isEqualTo(400);
    assertThat(put(service.signIn("shen"), "/api/v1/deals/" + deal, won).statusCode())
        .isEqualTo(404);
  }

  private static HttpResponse<String> put(Browser who, String path, String json) throws Exception {
    return service.client.send(
        service
            .request(who, path)
            .header("Content-Type", "application/json")
            .header("X-CSRF-Token", who.csrf())
            .PUT(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }
}
