package dev.dealcoach.service.web.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.recording.Recording;
import dev.dealcoach.service.web.record.RecordingBodies.RecordingLine;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A recording's stages as server-sent events: one named {@code recording} at first and whenever it
 * has come further, then one named {@code end} when it has ended. The database is asked, so that it
 * does not matter which process transcribes. A stream ends after a minute; browsers open it again.
 */
public final class RecordingEvents implements StreamingOutput {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Duration EVERY = Duration.ofMillis(300);
  private static final int ROUNDS = 200;

  private final Supplier<Optional<Recording>> recording;

  RecordingEvents(Supplier<Optional<Recording>> recording) {
    this.recording = recording;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    RecordingLine told = null;
    send(out, "retry: 1000\n\n");
    for (int round = 0; round < ROUNDS && !Thread.currentThread().isInterrupted(); round++) {
      Recording now = recording.get().orElse(null);
      if (now == null) {
        return;
      }
      RecordingLine line = RecordingLine.of(now);
      if (!line.equals(told)) {
        told = line;
        send(out, "event: recording\ndata: " + JSON.writeValueAsString(line) + "\n\n");
      }
      if (now.state().ended()) {
        send(out, "event: end\ndata: {}\n\n");
        return;
      }
      // a comment finds out whether anybody still listens
      send(out, ":\n\n");
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
