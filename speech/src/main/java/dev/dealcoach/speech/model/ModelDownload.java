package dev.dealcoach.speech.model;

import dev.dealcoach.speech.model.InstallProgress.Stage;
import dev.dealcoach.speech.model.Installation.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fetches a zip over HTTP. What has come is kept in {@code NAME.part} with the server's mark of the
 * version in {@code NAME.part.tag}; the next try asks for the rest of the same version.
 */
final class ModelDownload {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(30);
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final Duration stall;

  /**
   * @param stall how long a server may send nothing
   */
  ModelDownload(Duration stall) {
    this.stall = stall;
  }

  /**
   * Fetches a file.
   *
   * @param folder keeps it; exists
   * @return the whole file
   * @throws InstallFailedException if it did not come, or not whole
   */
  Path fetch(URI source, Path folder, String name, InstallProgress progress)
      throws IOException, InterruptedException {
    Path part = folder.resolve(name + ".part");
    Path tag = folder.resolve(name + ".part.tag");
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      long have = Files.exists(part) && Files.exists(tag) ? Files.size(part) : 0;
      HttpResponse<InputStream> response = ask(client, source, have, tag);
      if (response.statusCode() == RANGE_NOT_SATISFIABLE) {
        response.body().close();
        have = 0;
        response = ask(client, source, have, tag);
      }
      try (InputStream body = response.body()) {
        take(response, body, have, part, tag, progress);
      } finally {
        client.shutdownNow();
      }
      return part;
    }
  }

  private HttpResponse<InputStream> ask(HttpClient client, URI source, long have, Path tag)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(stall);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
      request.header("If-Range", Files.readString(tag, StandardCharsets.UTF_8));
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new InstallFailedException(Code.NO_CONNECTION, "");
    }
  }

  private void take(
      HttpResponse<InputStream> response,
      InputStream body,
      long have,
      Path part,
      Path tag,
      InstallProgress progress)
      throws IOException, InterruptedException {
    int status = response.statusCode();
    if (status != 200 && status != PARTIAL) {
      throw new InstallFailedException(Code.NOT_SERVED, Integer.toString(status));
    }
    boolean goesOn = status == PARTIAL && have > 0;
    long before = goesOn ? have : 0;
    long rest = response.headers().firstValueAsLong("Content-Length").orElse(0);
    long total = rest == 0 ? 0 : before + rest;
    if (!goesOn) {
      keepMark(response, tag);
    }
    DiskSpace.require(part.getParent(), rest);
    long done = before;
    AtomicLong last = new AtomicLong(System.nanoTime());
    CountDownLatch ended = new CountDownLatch(1);
    Thread.startVirtualThread(() -> watch(body, last, ended));
    try (OutputStream out =
        Files.newOutputStream(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
      byte[] piece = new byte[1 << 16];
      for (int n = read(body, piece, done, total); n >= 0; n = read(body, piece, done, total)) {
        last.set(System.nanoTime());
        out.write(piece, 0, n);
        done += n;
        progress.at(Stage.DOWNLOADING, done, total);
        if (Thread.interrupted()) {
          throw new InterruptedException("while a model was downloaded");
        }
      }
    } finally {
      ended.countDown();
    }
    if (total > 0 && done < total) {
      throw half(done, total);
    }
  }

  /** A strong mark of the version; without one the next try begins anew. */
  private static void keepMark(HttpResponse<InputStream> response, Path tag) throws IOException {
    Optional<String> mark =
        response
            .headers()
            .firstValue("ETag")
            .filter(value -> !value.startsWith("W/"))
            .or(() -> response.headers().firstValue("Last-Modified"));
    if (mark.isPresent()) {
      Files.writeString(tag, mark.get());
    } else {
      Files.deleteIfExists(tag);
    }
  }

  private static int read(InputStream body, byte[] piece, long done, long total)
      throws InstallFailedException {
    try {
      return body.read(piece);
    } catch (IOException e) {
      throw half(done, total);
    }
  }

  private static InstallFailedException half(long done, long total) {
    return new InstallFailedException(
        Code.HALF_DOWNLOADED, (done >> 20) + (total > 0 ? "/" + (total >> 20) : "") + " MB");
  }

  /** Closes the answer of a server that has fallen silent. */
  private void watch(InputStream body, AtomicLong last, CountDownLatch ended) {
    try {
      while (!ended.await(stall.toMillis() / 4, TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() - last.get() > stall.toNanos()) {
          body.close();
          return;
        }
      }
    } catch (IOException e) {
      // it is closed already
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
