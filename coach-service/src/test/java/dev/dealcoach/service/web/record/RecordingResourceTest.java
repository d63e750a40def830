package dev.dealcoach.service.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealcoach.service.ServiceUnderTest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings over HTTP, transcribed by the real libvosk in its child. */
class RecordingResourceTest {
  @TempDir static Path folder;
  private static ServiceUnderTest service;

  @BeforeAll
  static void start() throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data);
    Recorded.install(data, folder);
    service = new ServiceUnderTest(data);
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static String plain(JsonNode recording) {
    return recording.get("text").asText().replace(" ", "");
  }

  @Test
  void whatWasSaidIsTranscribedAndScoredOnce() throws Exception {
    String deal = service.deal("lin", "听写一号");
    byte[] form =
        Recorded.form(
            Recorded.wav("summary-30s"),
            Map.of("action", "demo", "confirmed", "true", "people", "马总", "kind", "call"));
    HttpResponse<String> first = Recorded.send(service, "lin", deal, form, "k-1");
    HttpResponse<String> second = Recorded.send(service, "lin", deal, form, "k-1");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    JsonNode taken = ServiceUnderTest.JSON.readTree(first.body());
    assertThat(ServiceUnderTest.JSON.readTree(second.body()).get("id")).isEqualTo(taken.get("id"));

    JsonNode recording = Recorded.ended(service, "lin", taken.get("id").asText());
    assertThat(recording.at("/recording/state").asText()).isEqualTo("done");
    assertThat(plain(recording)).isEqualTo(Recorded.expected("summary-30s").replace(" ", ""));
    assertThat(recording.get("flags")).isEmpty();
    for (JsonNode word : recording.get("words")) {
      int at = word.get("at").asInt();
      assertThat(recording.get("text").asText().substring(at))
          .startsWith(word.get("word").asText());
    }

    assertThat(service.json("lin", "/api/v1/deals/" + deal + "/contacts")).hasSize(1);
    JsonNode contact = service.json("lin", "/api/v1/contacts/" + taken.get("contact").asText());
    assertThat(contact.get("text").asText()).isEqualTo(recording.get("text").asText());
    assertThat(contact.at("/contact/counts").asBoolean()).isTrue();
    assertThat(contact.at("/contact/kind").asText()).isEqualTo("call");
    assertThat(contact.at("/report/items/pain/status").isTextual()).isTrue();

    JsonNode spoken = spoken("lin", taken);
    assertThat(spoken.get("checklist").asText()).isEqualTo("done");
    assertThat(spoken.at("/facts/consent").asBoolean()).isTrue();
    assertThat(spoken.at("/facts/action").asText()).contains("demonstration");
    assertThat(spoken.at("/facts/confirmed").asBoolean()).isTrue();
    assertThat(service.get("lin", "/api/v1/notices").body()).contains("recording-done", "听写一号");
  }

  private static JsonNode spoken(String who, JsonNode taken) throws Exception {
    return service.json(who, "/api/v1/contacts/" + taken.get("contact").asText() + "/recording");
  }

  @Test
  void withoutConsentNothingIsKept() throws Exception {
    String deal = service.deal("lin", "不同意");
    byte[] form = Recorded.form(Recorded.wav("budget"), Map.of("consent", "false"));
    HttpResponse<String> answer = Recorded.send(service, "lin", deal, form, null);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("urn:dealcoach:problem:no-consent");
    assertThat(service.json("lin", "/api/v1/deals/" + deal + "/contacts")).isEmpty();
  }

  @Test
  void theSoundIsSentWholeOrInPartsToWhoMayHearIt() throws Exception {
    String deal = service.deal("lin", "听录音");
    JsonNode taken = Recorded.sent(service, "lin", deal, "budget");
    Recorded.ended(service, "lin", taken.get("id").asText());
    String audio = "/api/v1/recordings/" + taken.get("id").asText() + "/audio";
    byte[] file = Files.readAllBytes(Recorded.wav("budget"));

    HttpResponse<byte[]> whole =
        service.client().send(service.as("lin", audio).build(), BodyHandlers.ofByteArray());
    assertThat(whole.body()).isEqualTo(file);
    assertThat(whole.headers().firstValue("Content-Type")).contains("audio/wav");
    HttpResponse<byte[]> part = part(audio, "bytes=100-199");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 100-199/" + file.length);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(file, 100, 200));
    assertThat(part(audio, "bytes=-10").body())
        .isEqualTo(Arrays.copyOfRange(file, file.length - 10, file.length));
    assertThat(part(audio, "bytes=" + (file.length - 5) + "-").body()).hasSize(5);
    assertThat(part(audio, "bytes=" + file.length + "-").statusCode()).isEqualTo(416);
    assertThat(part(audio, "bytes=0-1,5-6").body()).hasSize(file.length);

    assertThat(service.get("shen", audio).statusCode()).isEqualTo(200);
    assertThat(service.get("zhou", audio).statusCode()).isEqualTo(404);
    assertThat(service.get("admin", "/api/v1/audit?limit=50").body()).contains("\"audio\"");
  }

  private static HttpResponse<byte[]> part(String audio, String range) throws Exception {
    return service
        .client()
        .send(service.as("lin", audio).header("Range", range).build(), BodyHandlers.ofByteArray());
  }

  @Test
  void aMisheardWordIsMendedAndTheScoreMadeAnew() throws Exception {
    String deal = service.deal("lin", "改正");
    JsonNode taken = Recorded.sent(service, "lin", deal, "budget-pending");
    String id = taken.get("id").asText();
    JsonNode recording = Recorded.ended(service, "lin", id);
    String before = recording.at("/words/0/word").asText();
    String path = "/api/v1/recordings/" + id + "/corrections";

    HttpResponse<String> answer =
        service.send("lin", "POST", path, "{\"position\":0,\"text\":\" 改过的词 \"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode now = ServiceUnderTest.JSON.readTree(answer.body());
    assertThat(now.at("/words/0/word").asText()).isEqualTo("改过的词");
    assertThat(now.at("/words/0/heard").asText()).isEqualTo(before);
    JsonNode contact = service.json("lin", "/api/v1/contacts/" + taken.get("contact").asText());
    assertThat(contact.get("text").asText()).startsWith("改过的词");
    assertThat(contact.get("number").asInt()).isEqualTo(2);

    assertThat(service.send("lin", "POST", path, "{\"position\":0,\"text\":\"、\"}").statusCode())
        .isEqualTo(400);
    assertThat(service.send("lin", "POST", path, "{\"position\":999,\"text\":\"词\"}").statusCode())
        .isEqualTo(400);
    assertThat(service.send("shen", "POST", path, "{\"position\":0,\"text\":\"词\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatTheCustomerSaidBecomesAStatementWhenTheRepConfirmsIt() throws Exception {
    String deal = service.deal("lin", "客户原话");
    JsonNode taken = Recorded.sent(service, "lin", deal, "summary-short");
    Recorded.ended(service, "lin", taken.get("id").asText());
    JsonNode said = spoken("lin", taken).get("said");
    assertThat(said).isNotEmpty();
    assertThat(spoken("shen", taken).get("said")).isEmpty();
    String sentence = said.get(0).get("text").asText();
    String path = "/api/v1/contacts/" + taken.get("contact").asText() + "/statements";
    String body =
        ServiceUnderTest.JSON.writeValueAsString(Map.of("statements", new String[] {sentence}));

    assertThat(service.send("lin", "POST", path, body).statusCode()).isEqualTo(201);
    JsonNode statements = service.json("lin", "/api/v1/deals/" + deal + "/statements");
    assertThat(statements.get(0).get("text").asText()).isEqualTo(sentence);
    assertThat(statements.get(0).get("source").asText()).isEqualTo("voice");
    assertThat(spoken("lin", taken).at("/said/0/kept").asBoolean()).isTrue();
    assertThat(service.send("lin", "POST", path, "{\"statements\":[\"没有说过的话没有说过\"]}").statusCode())
        .isEqualTo(400);
    assertThat(service.send("shen", "POST", path, body).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"silence-1s, silence", "noise-4s, noise"})
  void whatHasNoWordsIsKeptAndFlagged(String name, String flag) throws Exception {
    String deal = service.deal("lin", "没有话");
    JsonNode taken = Recorded.sent(service, "lin", deal, name);
    JsonNode recording = Recorded.ended(service, "lin", taken.get("id").asText());
    assertThat(Recorded.flags(recording)).containsExactly(flag);
    for (String who : new String[] {"lin", "shen"}) {
      assertThat(Recorded.flags(spoken(who, taken).get("recording"))).containsExactly(flag);
    }
    JsonNode contact = service.json("lin", "/api/v1/contacts/" + taken.get("contact").asText());
    assertThat(contact.at("/contact/score").isNull()).isTrue();
    assertThat(contact.at("/contact/counts").asBoolean()).isFalse();
  }

  @Test
  void theSameWordsForAnotherCustomerAndTheSameAudioAreFlagged() throws Exception {
    JsonNode first = Recorded.sent(service, "qiao", service.deal("qiao", "一号客户"), "summary-30s");
    Recorded.ended(service, "qiao", first.get("id").asText());
    JsonNode same = Recorded.sent(service, "qiao", service.deal("qiao", "二号客户"), "summary-30s");
    JsonNode audio = Recorded.ended(service, "qiao", same.get("id").asText());
    assertThat(Recorded.flags(audio)).containsExactly("same-audio");
    assertThat(audio.at("/flags/0/contact/customer").asText()).isEqualTo("一号客户");
    assertThat(
            service
                .json("qiao", "/api/v1/contacts/" + same.get("contact").asText())
                .at("/contact/counts")
                .asBoolean())
        .isFalse();
    // typed anew for a third customer: the words are the same, the audio is another matter
    String text = audio.get("text").asText();
    String third = service.deal("qiao", "三号客户");
    HttpResponse<String> typed =
        service.send(
            "qiao",
            "POST",
            "/api/v1/deals/" + third + "/contacts",
            ServiceUnderTest.JSON.writeValueAsString(Map.of("text", text)));
    assertThat(ServiceUnderTest.JSON.readTree(typed.body()).get("copyOf").isNull()).isFalse();
  }

  @Test
  void theSameWordsSaidAnewAndFillerAreFlaggedForRepAndManager() throws Exception {
    JsonNode first = Recorded.sent(service, "zhou", service.deal("zhou", "甲客户"), "summary-short");
    Recorded.ended(service, "zhou", first.get("id").asText());
    // the same sentences for another customer, spoken a tenth slower and lower: another sound
    byte[] wav = Files.readAllBytes(Recorded.wav("summary-short"));
    ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(24, 14_400).putInt(28, 28_800);
    Path slower = Files.write(folder.resolve("slower.wav"), wav);
    HttpResponse<String> answer =
        Recorded.send(
            service, "zhou", service.deal("zhou", "乙客户"), Recorded.form(slower, Map.of()), null);
    JsonNode second = ServiceUnderTest.JSON.readTree(answer.body());
    JsonNode heard = Recorded.ended(service, "zhou", second.get("id").asText());
    assertThat(heard.at("/flags/0/contact/customer").asText()).isEqualTo("甲客户");
    assertFlagged(second, "same-words");

    // one sentence that says nothing
    JsonNode vague = Recorded.sent(service, "zhou", service.deal("zhou", "丙客户"), "no-budget");
    String id = vague.get("id").asText();
    Recorded.ended(service, "zhou", id);
    String[] words = {"客户", "表示很感兴趣", "需求明确", "后续跟进"};
    for (int i = 0; i < words.length; i++) {
      String body =
          ServiceUnderTest.JSON.writeValueAsString(Map.of("position", i, "text", words[i]));
      service.send("zhou", "POST", "/api/v1/recordings/" + id + "/corrections", body);
    }
    assertFlagged(vague, "filler");
  }

  /** Rep and manager see the flag, and the score does not count. */
  private static void assertFlagged(JsonNode taken, String flag) throws Exception {
    for (String who : new String[] {"zhou", "shen"}) {
      assertThat(Recorded.flags(spoken(who, taken).get("recording"))).containsExactly(flag);
      JsonNode contact = service.json(who, "/api/v1/contacts/" + taken.get("contact").asText());
      assertThat(contact.at("/contact/counts").asBoolean()).isFalse();
    }
  }

  @Test
  void whatIsNoSoundIsRefusedWithItsReasonAndKept() throws Exception {
    Path text = Files.writeString(folder.resolve("a.wav"), "this is no sound at all ".repeat(50));
    String deal = service.deal("lin", "不是录音");
    HttpResponse<String> answer =
        Recorded.send(service, "lin", deal, Recorded.form(text, Map.of()), null);
    JsonNode taken = ServiceUnderTest.JSON.readTree(answer.body());
    JsonNode recording = Recorded.ended(service, "lin", taken.get("id").asText());
    assertThat(recording.at("/recording/refusal").asText()).isEqualTo("not-audio");
    assertThat(
            service
                .get("lin", "/api/v1/recordings/" + taken.get("id").asText() + "/audio")
                .statusCode())
        .isEqualTo(200);
    assertThat(spoken("lin", taken).get("checklist").asText()).isEqualTo("due");
  }

  @Test
  void theAdministratorSeesHowRecordingsStandAndHasOneTranscribedAgain() throws Exception {
    Path text = Files.writeString(folder.resolve("b.wav"), "no sound either ".repeat(50));
    String deal = service.deal("lin", "任务页");
    JsonNode refused =
        ServiceUnderTest.JSON.readTree(
            Recorded.send(service, "lin", deal, Recorded.form(text, Map.of()), null).body());
    String id = refused.get("id").asText();
    Recorded.ended(service, "lin", id);
    JsonNode heard = Recorded.sent(service, "lin", deal, "competitor");
    Recorded.ended(service, "lin", heard.get("id").asText());

    JsonNode jobs = service.json("admin", "/api/v1/jobs").get("recordings");
    assertThat(jobs.at("/counts/seconds").asDouble()).isPositive();
    assertThat(jobs.get("refused").findValuesAsText("id")).contains(id);
    String page = service.get("admin", "/manage/jobs").body();
    assertThat(page)
        .contains("<code>" + id.substring(0, 8), "This is no sound file.", "林晓舟")
        .doesNotContain("任务页", "听写一号");
    assertThat(service.get("admin", "/api/v1/metrics").body())
        .containsPattern("coach_recordings_transcribed_seconds [1-9]")
        .containsPattern("coach_recordings_refused [1-9]");

    String again = "/api/v1/jobs/recordings/" + id + "/again";
    int status;
    do {
      // the worker may not have put its last job away yet
      status = service.send("admin", "POST", again, "").statusCode();
    } while (status == 409);
    assertThat(status).isEqualTo(204);
    JsonNode once = Recorded.ended(service, "lin", id);
    assertThat(once.at("/recording/refusal").asText()).isEqualTo("not-audio");
    assertThat(
            service
                .send(
                    "admin",
                    "POST",
                    "/api/v1/jobs/recordings/" + heard.get("id").asText() + "/again",
                    "")
                .statusCode())
        .isEqualTo(409);
    assertThat(service.send("lin", "POST", again, "").statusCode()).isEqualTo(403);
  }

  @Test
  void aRepSpeaksTheLanguageOfTheAccountUnlessTheFormSaysAnother() throws Exception {
    String path = "/api/v1/me/spoken-language";
    assertThat(service.json("hart", path).get("language").isNull()).isTrue();
    // nothing set: the reader's language
    assertThat(recordedIn("")).isEqualTo("en");
    assertThat(service.send("hart", "PUT", path, "{\"language\":\"auto\"}").statusCode())
        .isEqualTo(200);
    assertThat(recordedIn("")).isEqualTo("auto");
    assertThat(service.send("hart", "PUT", path, "{\"language\":\"zh\"}").statusCode())
        .isEqualTo(200);
    assertThat(service.json("hart", path).get("language").asText()).isEqualTo("zh");
    assertThat(recordedIn("")).isEqualTo("zh");
    assertThat(recordedIn("en")).isEqualTo("en");
    for (String wrong : new String[] {"{}", "{\"language\":\"fr\"}", "{\"language\":null}"}) {
      assertThat(service.send("hart", "PUT", path, wrong).statusCode()).isEqualTo(400);
    }
    assertThat(service.get("admin", "/api/v1/audit?limit=50").body()).contains("spoken-language");
  }

  private static String recordedIn(String language) throws Exception {
    byte[] form = Recorded.form(Recorded.wav("silence-1s"), Map.of("language", language));
    HttpResponse<String> answer =
        Recorded.send(service, "hart", service.deal("hart", "Spoken"), form, null);
    return ServiceUnderTest.JSON.readTree(answer.body()).get("language").asText();
  }

  @Test
  void theChecklistIsOverdueAfterTwoHours() throws Exception {
    String deal = service.deal("lin", "逾期");
    byte[] form =
        Recorded.form(Recorded.wav("silence-1s"), Map.of("recordedAt", "2026-01-05T08:00:00.000Z"));
    JsonNode taken =
        ServiceUnderTest.JSON.readTree(Recorded.send(service, "lin", deal, form, null).body());
    Recorded.ended(service, "lin", taken.get("id").asText());
    JsonNode spoken = spoken("lin", taken);
    assertThat(spoken.get("checklist").asText()).isEqualTo("overdue");
    assertThat(spoken.get("due").asText()).isEqualTo("2026-01-05T10:00:00Z");
  }
}
