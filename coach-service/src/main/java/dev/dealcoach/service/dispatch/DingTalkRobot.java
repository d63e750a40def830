package dev.dealcoach.service.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A robot in a group of DingTalk (钉钉). With a secret every request is signed: the time in
 * milliseconds, a line break and the secret, by HMAC-SHA256 under the secret, in Base64. DingTalk
 * takes a signature for an hour. Thread-safe.
 */
public final class DingTalkRobot implements Channel {
  /** DingTalk's limit is 20,000 bytes for the whole request. */
  private static final int MOST_BYTES = 18_000;

  private final URI address;
  private final String secret;
  private final InstantSource clock;
  private final HttpClient client = Robots.client();

  /**
   * @param address with its access token
   * @param secret empty if the robot has none
   */
  public DingTalkRobot(URI address, String secret, InstantSource clock) {
    this.address = address;
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public Delivery send(Letter letter) {
    return Robots.send(
        client,
        signed(),
        Map.of(
            "msgtype",
            "markdown",
            "markdown",
            Map.of(
                "title",
                Robots.plain(letter.title()),
                "text",
                Robots.markdown(letter, MOST_BYTES))));
  }

  private URI signed() {
    if (secret.isEmpty()) {
      return address;
    }
    long time = clock.instant().toEpochMilli();
    String query = "timestamp=" + time + "&sign=" + URLEncoder.encode(sign(time, secret), UTF_8);
    String text = address.toString();
    return URI.create(text + (text.contains("?") ? "&" : "?") + query);
  }

  /** The signature, in Base64. */
  static String sign(long time, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal((time + "\n" + secret).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
