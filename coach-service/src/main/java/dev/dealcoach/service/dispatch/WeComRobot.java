package dev.dealcoach.service.dispatch;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;

/** A robot in a group of WeCom (企业微信); the key in its address is all it asks for. Thread-safe. */
public final class WeComRobot implements Channel {
  /** WeCom's limit for Markdown is 4,096 bytes. */
  private static final int MOST_BYTES = 4_000;

  private final URI address;
  private final HttpClient client = Robots.client();

  /**
   * @param address with its key
   */
  public WeComRobot(URI address) {
    this.address = address;
  }

  @Override
  public Delivery send(Letter letter) {
    return Robots.send(
        client,
        address,
        Map.of(
            "msgtype",
            "markdown",
            "markdown",
            Map.of("content", Robots.markdown(letter, MOST_BYTES))));
  }
}
