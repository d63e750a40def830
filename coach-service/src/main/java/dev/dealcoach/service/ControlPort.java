package dev.dealcoach.service;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.nlp.text.Language;
import io.dropwizard.lifecycle.Managed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the commands of the terminal work in the running service, which alone may open an H2
 * database. It listens on this machine only, and only who can read the file {@code control} in the
 * data directory knows the word that opens it. A request and its answer are one line of JSON each.
 */
final class ControlPort implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(ControlPort.class);
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
  private static final int KEY_BYTES = 32;
  private static final int WAIT_FOR_REQUEST = 30_000;

  private final Path file;
  private final Maintenance maintenance;
  private final ServerSocket socket;
  private final String key;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ControlPort(Path dataDirectory, Maintenance maintenance) throws IOException {
    this.file = file(dataDirectory);
    this.maintenance = maintenance;
    this.socket = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * What is asked for.
   *
   * @param words see {@link Maintenance#run}
   */
  private record Request(String key, String language, List<String> words) {}

  private static Path file(Path dataDirectory) {
    return dataDirectory.resolve("control");
  }

  @Override
  public void start() throws IOException {
    Path unfinished = file.resolveSibling("control.unfinished");
    Files.deleteIfExists(unfinished);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        unfinished,
        JSON.writeValueAsString(
            Map.of("port", Integer.toString(socket.getLocalPort()), "key", key)));
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    threads.execute(this::listen);
  }

  @Override
  public void stop() throws IOException {
    Files.deleteIfExists(file);
    socket.close();
    threads.shutdownNow();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        threads.execute(() -> answer(caller));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.warn("a command could not reach the service", e);
        }
      }
    }
  }

  private void answer(Socket caller) {
    try (caller) {
      caller.setSoTimeout(WAIT_FOR_REQUEST);
      String line = reader(caller).readLine();
      Request request = JSON.readValue(line == null ? "" : line, Request.class);
      if (!MessageDigest.isEqual(
          key.getBytes(StandardCharsets.UTF_8), request.key().getBytes(StandardCharsets.UTF_8))) {
        return;
      }
      LOG.info("{} begins", request.words().getFirst());
      Maintenance.Outcome outcome;
      try {
        outcome = maintenance.run(request.words(), Language.ofCode(request.language()));
      } catch (Exception e) {
        LOG.error("{} failed", request.words().getFirst(), e);
        outcome = new Maintenance.Outcome(1, List.of(e.toString()));
      }
      LOG.info("{} ended with {}", request.words().getFirst(), outcome.status());
      caller
          .getOutputStream()
          .write((JSON.writeValueAsString(outcome) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      LOG.warn("a command's request was not understood", e);
    }
  }

  /**
   * Lets the service that runs on this data directory do it.
   *
   * @return empty if none runs
   */
  static Optional<Maintenance.Outcome> ask(
      Path dataDirectory, List<String> words, Language language) throws IOException {
    Map<String, String> there;
    try {
      there = JSON.readValue(Files.readString(file(dataDirectory)), STRINGS);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    int port = Integer.parseInt(there.get("port"));
    Request request = new Request(there.get("key"), language.code(), words);
    byte[] line = (JSON.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8);
    try (Socket service = new Socket(InetAddress.getLoopbackAddress(), port)) {
      service.getOutputStream().write(line);
      String answer = reader(service).readLine();
      if (answer == null) {
        throw new IOException("the running service did not answer");
      }
      return Optional.of(JSON.readValue(answer, Maintenance.Outcome.class));
    } catch (ConnectException e) {
      return Optional.empty(); // it was killed and left the file behind
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }
}
