package dev.dealcoach.service.web.record;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mirror on this machine that has every model, and gives the same zip for each. */
final class ZipMirror implements AutoCloseable {
  private static final String VERSION = "\"one\"";

  private final HttpServer server;
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private volatile byte[] zip = {};
  private volatile int breakAfter = Integer.MAX_VALUE;
  private volatile long announced;

  ZipMirror() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** What it has. */
  void has(byte[] zip) {
    this.zip = zip;
  }

  /** After so many bytes of an answer it breaks the connection. */
  void breaksAfter(int bytes) {
    breakAfter = bytes;
  }

  /** How long it says that the zip is; 0 for the truth. */
  void announces(long bytes) {
    announced = bytes;
  }

  /** The parts that it was asked for; whole files are not among them. */
  List<String> ranges() {
    return ranges;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = 0;
    if (range != null && VERSION.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
      ranges.add(range);
      from = Integer.parseInt(range.replaceAll("\\D", ""));
    }
    exchange.getResponseHeaders().add("ETag", VERSION);
    exchange.sendResponseHeaders(
        from > 0 ? 206 : 200, announced > 0 ? announced : zip.length - from);
    exchange.getResponseBody().write(zip, from, Math.min(zip.length - from, breakAfter));
    exchange.getResponseBody().flush();
    try {
      exchange.close();
    } catch (RuntimeException e) {
      // less was sent than announced: that is what the test is about
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
