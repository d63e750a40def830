package dev.dealcoach.speech.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that gives a zip, well or badly. */
final class ZipServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** The Range headers it got, "all" where there was none. */
  final List<String> asked = new ArrayList<>();

  byte[] zip;
  String version = "\"one\"";
  int status = 200;

  /** After so many bytes of an answer it breaks the connection. */
  int breakAfter = Integer.MAX_VALUE;

  /** Or stops sending and keeps it. */
  boolean stall;

  boolean ranges = true;
  long announced = -1;

  ZipServer(byte[] zip) throws IOException {
    this.zip = zip;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/models/", this::answer);
    server.start();
  }

  URI folder() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/models/");
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
    asked.add(range == null ? "all" : range);
    int from = 0;
    int code = status;
    if (ranges && range != null && version.equals(ifRange) && status == 200) {
      from = Integer.parseInt(range.replaceAll("\\D", ""));
      code = from >= zip.length ? 416 : 206;
    }
    if (!version.isEmpty()) {
      exchange.getResponseHeaders().add("ETag", version);
    }
    if (code == 416 || code >= 400) {
      exchange.sendResponseHeaders(code, -1);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(code, announced >= 0 ? announced : zip.length - from);
    int count = Math.min(zip.length - from, breakAfter);
    OutputStream out = exchange.getResponseBody();
    out.write(zip, from, count);
    out.flush();
    if (stall) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    try {
      exchange.close();
    } catch (RuntimeException e) {
      // less was sent than announced: that is what the test is about
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
