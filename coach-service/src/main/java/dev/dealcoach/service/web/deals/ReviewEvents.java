package dev.dealcoach.service.web.deals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.web.deals.Bodies.ReviewLine;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The reviews of a deal as server-sent events: one named {@code review} for each at first and
 * whenever it has changed, then one named {@code end} when all have ended. The database is asked,
 * so that it does not matter which process makes a review. A stream ends after a minute; browsers
 * open it again by themselves.
 */
public final class ReviewEvents implements StreamingOutput {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Duration EVERY = Duration.ofMillis(400);
  private static final int ROUNDS = 150;

  private final Supplier<List<ReviewLine>> reviews;

  ReviewEvents(Supplier<List<ReviewLine>> reviews) {
    this.reviews = reviews;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    Map<UUID, ReviewLine> told = new HashMap<>();
    send(out, "retry: 1000\n\n");
    for (int round = 0; round < ROUNDS && !Thread.currentThread().isInterrupted(); round++) {
      List<ReviewLine> now = reviews.get();
      for (ReviewLine review : now) {
        if (!review.equals(told.put(review.id(), review))) {
          send(out, "event: review\ndata: " + JSON.writeValueAsString(review) + "\n\n");
        }
      }
      if (now.stream().allMatch(ReviewEvents::ended)) {
        send(out, "event: end\ndata: {}\n\n");
        return;
      }
      // a comment finds out whether anybody still listens
      send(out, ":\n\n");
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  private static boolean ended(ReviewLine review) {
    return review.state().equals("done") || review.state().equals("refused");
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
