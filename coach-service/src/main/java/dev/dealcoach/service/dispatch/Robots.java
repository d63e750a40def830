package dev.dealcoach.service.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the robots of DingTalk and WeCom have in common: JSON goes to an address that is itself a
 * secret, and {@code errcode} in the answer tells what became of it. The address is never named, in
 * no log and no failure.
 */
final class Robots {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern MARKS = Pattern.compile("[\\[\\]<>*`#\\p{Cntrl}]+");

  private Robots() {}

  static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  static Delivery send(HttpClient client, URI address, Object body) {
    HttpRequest request;
    try {
      request =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              .header("Content-Type", "application/json; charset=utf-8")
              .POST(BodyPublishers.ofString(JSON.writeValueAsString(body), StandardCharsets.UTF_8))
              .build();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    try {
      HttpResponse<String> answer =
          client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() / 100 != 2) {
        return new Delivery.Failed("http-" + answer.statusCode());
      }
      JsonNode code = JSON.readTree(answer.body()).path("errcode");
      if (!code.isIntegralNumber()) {
        return new Delivery.Failed("answer-not-understood");
      }
      return code.asLong() == 0
          ? new Delivery.Taken()
          : new Delivery.Failed("errcode-" + code.asLong());
    } catch (JsonProcessingException e) {
      return new Delivery.Failed("answer-not-understood");
    } catch (HttpTimeoutException e) {
      return new Delivery.Failed("timed-out");
    } catch (IOException e) {
      return new Delivery.Failed("not-reached");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Failed("interrupted");
    }
  }

  /** The letter as the Markdown that both robots know, at most so many bytes of UTF-8. */
  static String markdown(Letter letter, int mostBytes) {
    for (int lines = letter.lines().size(); ; lines--) {
      StringBuilder text = new StringBuilder("**").append(plain(letter.title())).append("**\n\n");
      List<String> some = letter.lines().subList(0, lines);
      some.forEach(line -> text.append("> ").append(plain(line)).append("\n\n"));
      if (!letter.link().isEmpty()) {
        text.append('[')
            .append(plain(letter.linkText()))
            .append("](")
            .append(letter.link())
            .append(')');
      }
      String whole = text.toString().strip();
      if (lines == 0 || whole.getBytes(StandardCharsets.UTF_8).length <= mostBytes) {
        return whole;
      }
    }
  }

  /** A name must not look like a link or a heading. */
  static String plain(String text) {
    return MARKS.matcher(text).replaceAll(" ").strip();
  }
}
