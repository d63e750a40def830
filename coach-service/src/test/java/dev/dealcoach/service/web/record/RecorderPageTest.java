package dev.dealcoach.service.web.record;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import dev.dealcoach.service.OwnCertificate;
import dev.dealcoach.service.ServiceUnderTest;
import dev.dealcoach.service.SeveredNetwork;
import dev.dealcoach.service.store.FailingFiles;
import dev.dealcoach.service.web.Axe;
import dev.dealcoach.service.web.Chromium;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The recorder in a real browser whose microphone hears a recording of the fixture, over HTTPS
 * under a name that is not localhost, with a network that can be cut.
 */
class RecorderPageTest {
  private static final String NAME = "coach.dealcoach.test";
  private static final String SPOKEN = "summary-short";
  private static final double PATIENCE = 120_000;

  @TempDir static Path folder;
  private static final FailingFiles files = new FailingFiles();
  private static ServiceUnderTest service;
  private static SeveredNetwork network;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    chromium =
        Chromium.start(
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--use-file-for-fake-audio-capture=" + Recorded.wav(SPOKEN).toRealPath() + "%noloop",
            "--host-resolver-rules=MAP " + NAME + " 127.0.0.1",
            "--ignore-certificate-errors",
            "--no-proxy-server",
            "--autoplay-policy=no-user-gesture-required");
    OwnCertificate certificate = OwnCertificate.in(folder, NAME, "localhost");
    Path data = folder.resolve("data");
    Files.createDirectories(data);
    Recorded.install(data, folder);
    service =
        ServiceUnderTest.with(
            Path.of("src/main/dist/config/coach-https.yml"),
            data,
            files::in,
            certificate.settings());
    service.trust(certificate.client());
    network = new SeveredNetwork(service.port());
  }

  @AfterAll
  static void stop() throws Exception {
    if (network != null) {
      network.close();
    }
    if (service != null) {
      service.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  /** One rep's telephone. */
  private static final class Phone implements AutoCloseable {
    private final List<String> troubles = new ArrayList<>();
    private final BrowserContext context;
    final Page page;

    Phone(int width) {
      context =
          chromium
              .browser()
              .newContext(
                  new Browser.NewContextOptions()
                      .setIgnoreHTTPSErrors(true)
                      .setReducedMotion(ReducedMotion.REDUCE)
                      .setViewportSize(width, 800));
      page = context.newPage();
      page.setDefaultTimeout(PATIENCE);
      page.onPageError(troubles::add);
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")
                && !message.text().contains("Failed to load")
                && !message.text().contains("ERR_")) {
              troubles.add(message.text());
            }
          });
    }

    void open(String path) {
      page.navigate("https://" + NAME + ":" + network.port() + path);
    }

    void signIn(String name) {
      page.fill("#name", name);
      page.fill("#password", "try-dealcoach");
      page.click("main button[type=submit]");
    }

    /** The recorder for a deal, after signing in. */
    Page recorder(String name, String deal, String language) {
      open("/record?deal=" + deal + "&lang=" + language);
      signIn(name);
      ready();
      return page;
    }

    void again() {
      page.reload();
      ready();
    }

    void ready() {
      assertThat(page.locator("main"))
          .hasAttribute(
              "data-ready",
              "true",
              new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
    }

    /** Holds the button until so many seconds were recorded, and lets go. */
    void speak(double seconds) {
      page.check("#consent");
      page.hover("#hold");
      page.mouse().down();
      recorded(seconds);
      page.mouse().up();
    }

    /** Waits until the countdown says that so many seconds were recorded. */
    void recorded(double seconds) {
      page.waitForFunction(
          "(left) => { const n = document.getElementById('hold-count').textContent;"
              + " return n !== '' && Number(n) <= left; }",
          (int) Math.floor(30 - seconds));
    }

    void good(String name) throws Exception {
      assertThat(Axe.violations(page)).as(name).isEmpty();
      assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
          .as(name + " is too wide")
          .isEqualTo(0);
      if (Boolean.getBoolean("screenshots")) {
        // the bar stands where the page is
        page.evaluate("() => scrollTo(0, 0)");
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(
                    Path.of(
                        "docs",
                        name
                            + "-"
                            + page.evaluate("document.documentElement.lang.slice(0, 2)")
                            + "-"
                            + page.viewportSize().width
                            + ".png")));
      }
    }

    @Override
    public void close() {
      context.close();
      assertThat(troubles).isEmpty();
    }
  }

  private static JsonNode contacts(String rep, String deal) throws Exception {
    return service.json(rep, "/api/v1/deals/" + deal + "/contacts");
  }

  private static String said(String rep, String deal) throws Exception {
    String contact = contacts(rep, deal).get(0).get("id").asText();
    return service.json(rep, "/api/v1/contacts/" + contact).get("text").asText().replace(" ", "");
  }

  @ParameterizedTest
  // each recording is somebody else's: the same audio twice would be flagged
  @CsvSource({"lin, zh, 360", "qiao, en, 1280"})
  void aRepHoldsSpeaksLetsGoAndSeesWhatIsMissing(String rep, String language, int width)
      throws Exception {
    String deal = service.deal(rep, "松开就看 " + language);
    try (Phone phone = new Phone(width)) {
      Page page = phone.recorder(rep, deal, language);
      page.selectOption("#deal", deal);
      page.selectOption("#language-spoken", "zh", new Page.SelectOptionOptions().setForce(true));
      phone.good("record");
      phone.speak(11);
      assertThat(page.locator("#sending")).not().isEmpty();
      page.waitForURL("**/contacts/**");
      phone.ready();
      assertThat(page.locator(".said-text.spoken")).isVisible();
      assertThat(said(rep, deal)).isEqualTo(Recorded.expected(SPOKEN).replace(" ", ""));
      assertThat(page.locator("#score")).isVisible();
      assertThat(page.locator(".item.status-missing .ask").first()).isVisible();
      assertThat(page.locator(".word.marked").first()).isVisible();
      // a word is heard where it was said
      page.locator(".word").nth(3).click();
      page.waitForFunction("() => document.querySelector('audio').currentTime > 0.2");
      assertThat(page.locator(".word-panel")).isVisible();
      phone.good("contact-spoken");
      page.fill("#mend", "改成的词");
      page.click(".word-panel form button");
      assertThat(page.locator(".word.mended")).hasText("改成的词");
      page.check("#said-0");
      page.click("#confirm button");
      assertThat(page.locator("#customer-said"))
          .containsText(language.equals("zh") ? "已存入" : "kept in");
      assertThat(contacts(rep, deal)).hasSize(1);
    }
  }

  @Test
  void aShortPressIsDiscardedAndTheKeyboardWorks() throws Exception {
    String deal = service.deal("zhou", "键盘");
    try (Phone phone = new Phone(360)) {
      Page page = phone.recorder("zhou", deal, "zh");
      page.selectOption("#deal", deal);
      // without consent nothing is recorded
      page.focus("#hold");
      page.keyboard().down("Space");
      page.keyboard().up("Space");
      assertThat(page.locator("#error")).containsText("客户同意");
      phone.good("record-no-consent");
      phone.speak(0);
      assertThat(page.locator("#hold-word")).containsText("太短");
      assertThat(page.locator("#review")).isHidden();

      page.focus("#hold");
      page.keyboard().down("Space");
      phone.recorded(6);
      assertThat(Integer.parseInt(page.getAttribute("#level", "aria-valuenow"))).isNotNegative();
      page.keyboard().up("Space");
      assertThat(page.locator("#review")).isVisible();
      page.click("#play");
      assertThat(page.locator("#listen")).isVisible();
      phone.good("record-review");
      page.click("#again");
      assertThat(page.locator("#hold")).isVisible();
      page.keyboard().down("Space");
      phone.recorded(11);
      page.keyboard().up("Space");
      page.click("#send");
      page.waitForURL("**/contacts/**");
      phone.ready();
      assertThat(contacts("zhou", deal)).hasSize(1);
    }
  }

  @Test
  void withoutANetworkItWaitsOnThePhoneAndIsSentOnce() throws Exception {
    String deal = service.deal("hart", "断网");
    try (Phone phone = new Phone(360)) {
      Page page = phone.recorder("hart", deal, "zh");
      page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
      page.waitForFunction("() => navigator.serviceWorker.controller");
      network.cut();
      page.selectOption("#deal", deal);
      phone.speak(11);
      assertThat(page.locator("#queue li")).hasCount(1);
      assertThat(page.locator("#offline")).isVisible();
      phone.good("record-offline");
      // the page opens from the phone, and what waits is still there
      phone.again();
      assertThat(page.locator("#queue li")).hasCount(1);
      assertThat(contacts("hart", deal)).isEmpty();
      network.mend();
      phone.again();
      assertThat(page.locator("#queue li")).hasCount(0);
      phone.again();
      assertThat(contacts("hart", deal)).hasSize(1);
      String recording =
          service.json("hart", "/api/v1/deals/" + deal + "/recordings").get(0).get("id").asText();
      Recorded.ended(service, "hart", recording);
      assertThat(said("hart", deal)).isEqualTo(Recorded.expected(SPOKEN).replace(" ", ""));
    }
  }

  @Test
  void whenTheServiceHasNoRoomItWaitsOnThePhoneAndIsSentOnce() throws Exception {
    String deal = service.deal("zhou", "磁盘满");
    try (Phone phone = new Phone(360)) {
      Page page = phone.recorder("zhou", deal, "zh");
      page.selectOption("#deal", deal);
      files.set(FailingFiles.State.FULL);
      phone.speak(3);
      assertThat(page.locator("#trouble")).containsText("磁盘满了");
      assertThat(page.locator("#trouble")).containsText("录音存在这部手机上");
      assertThat(page.locator("#offline")).isHidden();
      assertThat(page.locator("#queue li")).hasCount(1);
      phone.good("record-no-room");
      // what waits outlives the page
      files.set(FailingFiles.State.READ_ONLY);
      phone.again();
      assertThat(page.locator("#trouble")).containsText("现在存不了文件");
      assertThat(page.locator("#queue li")).hasCount(1);
      assertThat(contacts("zhou", deal)).isEmpty();
      files.set(FailingFiles.State.SOUND);
      phone.again();
      assertThat(page.locator("#queue li")).hasCount(0);
      assertThat(page.locator("#trouble")).isHidden();
      phone.again();
      assertThat(contacts("zhou", deal)).hasSize(1);
    } finally {
      files.set(FailingFiles.State.SOUND);
    }
  }

  @ParameterizedTest
  @CsvSource({"zh, true", "en, false"})
  void aPhotoBearsItsTimeAndPlaceUnlessThePlaceIsLeftOut(String language, boolean placed)
      throws Exception {
    String deal = service.deal("lin", "照片 " + language);
    byte[] taken = CameraPicture.taken("2026:03:05 14:20:31");
    assertThat(CameraPicture.notes(taken)).contains("Exif");
    try (Phone phone = new Phone(360)) {
      Page page = phone.recorder("lin", deal, language);
      page.selectOption("#deal", deal);
      page.click("#more summary");
      page.setInputFiles("#photo", new FilePayload("IMG_1.jpg", "image/jpeg", taken));
      assertThat(page.locator("#photo-done"))
          .containsText("2026-03-05 14:20 · 31.23040, 121.47370");
      if (!placed) {
        page.check("#remove-location");
        assertThat(page.locator("#photo-done")).not().containsText("31.2");
        assertThat(page.locator("#photo-done")).containsText("2026-03-05 14:20");
      }
      assertThat(page.locator("#photo-shown")).isVisible();
      phone.good("record-photo");
      page.locator("#hold").scrollIntoViewIfNeeded();
      phone.speak(3);
      page.waitForURL("**/contacts/**");
      phone.ready();
      assertThat(page.locator("#photo-place img")).isVisible();
      page.waitForFunction("() => document.querySelector('#photo-place img').naturalWidth > 0");
      phone.good("contact-photo");
    }
    String contact = contacts("lin", deal).get(0).get("id").asText();
    byte[] kept = photo("lin", contact).body();
    // neither the camera's notes nor the place in any other form
    assertThat(CameraPicture.notes(kept)).doesNotContain("Exif", "GPS", "31.2");
    assertThat(CameraPicture.stampShare(kept)).isBetween(placed ? 0.5 : 0.2, placed ? 1.0 : 0.5);
    assertThat(photo("shen", contact).statusCode()).isEqualTo(200);
    assertThat(photo("qiao", contact).statusCode()).isEqualTo(404);
    assertThat(service.get("qiao", "/api/v1/contacts/" + contact + "/recording").statusCode())
        .isEqualTo(404);
  }

  private static HttpResponse<byte[]> photo(String who, String contact) throws Exception {
    return service
        .client()
        .send(
            service.as(who, "/api/v1/contacts/" + contact + "/photo").build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void theRecorderSpeaksTheLanguageOfTheAccount() throws Exception {
    try (Phone phone = new Phone(360)) {
      Page page = phone.page;
      phone.open("/account?lang=en");
      phone.signIn("hart");
      assertThat(page.locator("#spoken")).hasValue("en");
      page.selectOption("#spoken", "auto");
      page.click("form[action='/account/spoken-language'] button");
      assertThat(page.locator(".done")).isVisible();
      assertThat(page.locator("#spoken")).hasValue("auto");
      String deal = service.deal("hart", "Spoken language");
      phone.open("/record?deal=" + deal);
      phone.ready();
      assertThat(page.locator("#language-spoken")).hasValue("auto");
      page.selectOption("#deal", deal);
      phone.speak(3);
      page.waitForURL("**/contacts/**");
      assertThat(
              service
                  .json("hart", "/api/v1/deals/" + deal + "/recordings")
                  .get(0)
                  .get("language")
                  .asText())
          .isEqualTo("auto");
    }
  }

  @Test
  void whenTheSessionHasEndedItIsSentOnceAfterSigningIn() throws Exception {
    String deal = service.deal("lin", "会话过期");
    try (Phone phone = new Phone(360)) {
      Page page = phone.recorder("lin", deal, "zh");
      page.selectOption("#deal", deal);
      service.endSessions("lin");
      phone.speak(11);
      assertThat(page.locator("#sign-in")).isVisible();
      assertThat(page.locator("#queue li")).hasCount(1);
      assertThat(contacts("lin", deal)).isEmpty();
      phone.good("record-sign-in");
      page.click("#sign-in a");
      phone.signIn("lin");
      page.waitForURL(Pattern.compile(".*/record.*"));
      phone.ready();
      assertThat(page.locator("#queue li")).hasCount(0);
      assertThat(contacts("lin", deal)).hasSize(1);
    }
  }

  @Test
  void whatDoesNotCountIsShownToRepAndManagerAlike() throws Exception {
    List<String> pages = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    for (String name : List.of("summary-30s", "silence-1s", "summary-30s")) {
      String deal = service.deal("lin", "不计分 " + name);
      JsonNode taken = Recorded.sent(service, "lin", deal, name);
      flags.addAll(Recorded.flags(Recorded.ended(service, "lin", taken.get("id").asText())));
      pages.add("/deals/" + deal + "/contacts/" + taken.get("contact").asText());
    }
    assertThat(flags).containsExactly("silence", "same-audio");
    for (String who : List.of("lin", "shen")) {
      try (Phone phone = new Phone(360)) {
        phone.open("/account?lang=zh");
        phone.signIn(who);
        assertThat(phone.page.locator(".who")).isVisible();
        phone.open(pages.get(1));
        phone.ready();
        assertThat(phone.page.locator(".flag[data-flag=silence]")).isVisible();
        phone.good("contact-silence");
        phone.open(pages.get(2));
        phone.ready();
        assertThat(phone.page.locator(".flag[data-flag=same-audio] a")).containsText("summary-30s");
        assertThat(phone.page.locator("#transcript .word").first()).isVisible();
        assertThat(phone.page.locator("#score")).hasCount(0);
        phone.good("contact-same-audio");
      }
    }
  }
}
