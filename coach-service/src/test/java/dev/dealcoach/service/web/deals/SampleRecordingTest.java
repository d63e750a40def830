package dev.dealcoach.service.web.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.dealcoach.service.json.TranscriptReport;
import dev.dealcoach.service.web.Chromium;
import dev.dealcoach.service.web.deals.RunningService.Browser;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.audio.Ffmpeg;
import dev.dealcoach.speech.audio.StandardAudioDecoder;
import dev.dealcoach.speech.transcript.Transcript;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.vosk.ModelDirectory;
import dev.dealcoach.speech.vosk.VoskTranscriber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample company's recording is heard and read where no speech model is installed. */
class SampleRecordingTest {
  private static final Path SAMPLE = Path.of("src/main/resources/dev/dealcoach/service/sample");
  private static final Path MODEL = Path.of("../speech/src/test/resources/vosk-tiny-zh/model");

  @TempDir Path folder;

  @Test
  void itsWordsAreWhatTheSmallModelHearsInIt() throws Exception {
    Optional<Ffmpeg> ffmpeg = Ffmpeg.find(folder);
    Assumptions.assumeTrue(ffmpeg.isPresent(), "no ffmpeg here: the sample is not transcribed");
    Path audio = SAMPLE.resolve("报表提速.mp3");
    Transcript kept = TranscriptReport.read(Files.readString(SAMPLE.resolve("报表提速.json")));
    try (VoskTranscriber transcriber =
        VoskTranscriber.open(
            ModelDirectory.open(MODEL), new StandardAudioDecoder(() -> ffmpeg), 1)) {
      Transcription heard = transcriber.transcribe(audio, AudioLimits.STANDARD);
      assertThat(heard).isInstanceOf(Transcription.Transcribed.class);
      Transcript now = ((Transcription.Transcribed) heard).transcript();
      assertThat(now.text()).isEqualTo(kept.text());
      assertThat(now.model().sha256()).isEqualTo(kept.model().sha256());
      assertThat(now.words()).hasSameSizeAs(kept.words());
      for (int i = 0; i < now.words().size(); i++) {
        // another ffmpeg may decode a few samples more or less
        assertThat(now.words().get(i).start())
            .isCloseTo(kept.words().get(i).start(), org.assertj.core.api.Assertions.within(0.1));
      }
    }
    assertThat(Files.size(audio)).isLessThan(150_000);
  }

  @Test
  void whoTriesTheProductSeesWordsScoreCardAndPlayer() throws Exception {
    try (Chromium chromium = Chromium.start("--autoplay-policy=no-user-gesture-required");
        RunningService service = new RunningService(folder.resolve("data"))) {
      service.sampled();
      Browser lin = service.signIn("lin");
      JsonNode contact = null;
      for (JsonNode each : service.json(lin, "/api/v1/contacts?limit=200").get("items")) {
        if (each.get("customer").asText().equals("砚池纸品")) {
          contact = each;
        }
      }
      assertThat(contact).isNotNull();
      String id = contact.get("id").asText();
      JsonNode spoken = service.json(lin, "/api/v1/contacts/" + id + "/recording");
      assertThat(spoken.at("/recording/recording/state").asText()).isEqualTo("done");
      assertThat(spoken.at("/recording/flags")).isEmpty();
      assertThat(spoken.at("/recording/model/id").asText()).isEqualTo("vosk-tiny-zh");
      assertThat(contact.get("counts").asBoolean()).isTrue();

      try (SignedVisit visit = new SignedVisit(chromium.browser(), service, "lin", "zh", 360)) {
        Page page = visit.page();
        visit.go("/deals/" + contact.get("deal").asText() + "/contacts/" + id);
        assertThat(page.locator("main"))
            .hasAttribute(
                "data-ready",
                "true",
                new LocatorAssertions.HasAttributeOptions().setTimeout(SignedVisit.PATIENCE));
        assertThat(page.locator("#score")).isVisible();
        assertThat(page.locator(".item.status-missing .ask").first()).isVisible();
        assertThat(page.locator(".word.marked").first()).isVisible();
        page.locator(".word").nth(3).click();
        page.waitForFunction("() => document.querySelector('audio').currentTime > 0.2");
      }
    }
  }
}
