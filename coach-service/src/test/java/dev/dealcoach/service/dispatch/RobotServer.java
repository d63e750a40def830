package dev.dealcoach.service.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands for DingTalk and WeCom: takes only what they would take, and answers as the test says. */
public final class RobotServer implements AutoCloseable {
  public static final String SECRET = "SECfor-this-test-alone";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is answered, besides 2xx and errcode 0. */
  public enum Mood {
    TAKES,
    BROKEN,
    TOO_MANY,
    /** Takes it, and the answer never arrives. */
    SILENT
  }

  private final HttpServer server;
  private final IntFunction<Mood> mood;
  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
  private int requests;
  private volatile Runnable onRequest = () -> {};

  /**
   * @param mood by the number of the request, from 1
   */
  public RobotServer(IntFunction<Mood> mood) throws IOException {
    this.mood = mood;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/robot/send", exchange -> handle(exchange, true));
    server.createContext("/cgi-bin/webhook/send", exchange -> handle(exchange, false));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public URI dingTalk() {
    return URI.create(address() + "/robot/send?access_token=token");
  }

  public URI weCom() {
    return URI.create(address() + "/cgi-bin/webhook/send?key=key");
  }

  /** Called before a request is answered. */
  public void onRequest(Runnable told) {
    onRequest = told;
  }

  /** The texts that were taken, in their order. */
  public List<String> taken() {
    return List.copyOf(taken);
  }

  /** What the real robots would have refused. */
  public List<String> wrong() {
    return List.copyOf(wrong);
  }

  private synchronized void handle(HttpExchange exchange, boolean dingTalk) throws IOException {
    Map<String, String> query = new HashMap<>();
    for (String each : exchange.getRequestURI().getRawQuery().split("&")) {
      String[] parts = each.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    String text = dingTalk ? dingTalk(query, body) : weCom(query, body);
    Mood now = mood.apply(++requests);
    if (now == Mood.TAKES || now == Mood.SILENT) {
      taken.add(text);
    }
    onRequest.run();
    switch (now) {
      case TAKES -> answer(exchange, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
      case BROKEN -> answer(exchange, 502, "<html>bad gateway</html>");
      case TOO_MANY -> answer(exchange, 200, "{\"errcode\":130101,\"errmsg\":\"send too fast\"}");
      case SILENT -> exchange.close();
    }
  }

  private String dingTalk(Map<String, String> query, JsonNode body) {
    if (!"token".equals(query.get("access_token"))) {
      wrong.add("token");
    }
    String time = query.getOrDefault("timestamp", "0");
    if (!signature(time).equals(query.get("sign"))) {
      wrong.add("signature");
    }
    if (!body.path("msgtype").asText().equals("markdown")
        || body.at("/markdown/title").asText().isEmpty()) {
      wrong.add("format");
    }
    return body.at("/markdown/text").asText();
  }

  private String weCom(Map<String, String> query, JsonNode body) {
    if (!"key".equals(query.get("key"))) {
      wrong.add("key");
    }
    String text = body.at("/markdown/content").asText();
    if (!body.path("msgtype").asText().equals("markdown") || text.getBytes(UTF_8).length > 4096) {
      wrong.add("format");
    }
    return text;
  }

  /** As DingTalk describes it: time, line break, secret; by HMAC-SHA256 under the secret. */
  private static String signature(String time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      mac.update(time.getBytes(UTF_8));
      mac.update((byte) '\n');
      mac.update(SECRET.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
