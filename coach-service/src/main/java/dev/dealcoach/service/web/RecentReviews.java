package dev.dealcoach.service.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dealcoach.scan.parse.ParseFailure;
import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reviews of the last while: runs them, keeps them until they are too old or too many, and
 * deletes their files then and when the service stops. Whoever knows a review's id may read it; ids
 * are 128 random bits. Thread-safe.
 */
public final class RecentReviews implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(RecentReviews.class);
  private static final int ID_BYTES = 16;

  private final ProposalReviewer reviewer;
  private final WebLimits limits;
  private final Path parent;
  private final InstantSource clock;
  private final ObjectMapper json;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore places;
  // insertion order is age order
  private final Map<String, KeptReview> reviews = new LinkedHashMap<>();
  private final ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("recent-reviews-sweeper").factory());

  /**
   * @param parent folder for the files; made if missing, emptied at start and stop
   */
  public RecentReviews(
      ProposalReviewer reviewer,
      WebLimits limits,
      Path parent,
      InstantSource clock,
      ObjectMapper json) {
    this.reviewer = reviewer;
    this.limits = limits;
    this.parent = parent;
    this.clock = clock;
    this.json = json;
    this.places = new Semaphore(limits.atOnce(), true);
  }

  @Override
  public void start() throws IOException {
    delete(parent); // what a killed service left behind
    Files.createDirectories(parent);
    ScheduledFuture<?> unused = sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.MINUTES);
  }

  @Override
  public void stop() {
    sweeper.shutdownNow();
    runners.shutdownNow();
    delete(parent);
  }

  /**
   * Takes a file in and starts its review.
   *
   * @param file read to its end; not closed
   * @return the review under way; empty if too many are under way already
   * @throws UploadLimit.Exceeded if the file is larger than the limit; nothing is kept of it
   */
  Optional<KeptReview> handIn(InputStream file, FileName name, List<String> statements)
      throws IOException {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    KeptReview review = new KeptReview(id, parent.resolve(id), name, statements, clock.instant());
    if (!keep(review)) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(review.folder());
      Files.copy(UploadLimit.limited(file, limits.fileBytes()), review.original());
    } catch (IOException e) {
      drop(review);
      throw e;
    }
    runners.execute(() -> run(review));
    return Optional.of(review);
  }

  /** The review with this id, if it is still kept. */
  Optional<KeptReview> find(String id) {
    sweep();
    synchronized (reviews) {
      return Optional.ofNullable(reviews.get(id));
    }
  }

  /** When this review will be deleted, if not earlier. */
  Instant expiry(KeptReview review) {
    return review.handedIn().plus(limits.age());
  }

  private boolean keep(KeptReview review) {
    List<KeptReview> gone = new ArrayList<>();
    try {
      synchronized (reviews) {
        while (reviews.size() >= limits.kept()) {
          Optional<KeptReview> oldest =
              reviews.values().stream().filter(KeptReview::ended).findFirst();
          if (oldest.isEmpty()) {
            return false;
          }
          reviews.remove(oldest.get().id());
          gone.add(oldest.get());
        }
        reviews.put(review.id(), review);
        return true;
      }
    } finally {
      gone.forEach(each -> delete(each.folder()));
    }
  }

  private void run(KeptReview review) {
    try {
      places.acquire();
      try {
        ReviewOutcome outcome =
            reviewer.review(
                review.original(), review.name().text(), review.statements(), review::at);
        review.end(outcome, json);
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the service stops
    } catch (IOException | RuntimeException e) {
      LOG.error("review {} failed", review.id(), e);
    } finally {
      if (!review.ended()) {
        review.refuse(ParseFailure.Code.CRASHED);
      }
    }
  }

  private void sweep() {
    Instant oldest = clock.instant().minus(limits.age());
    List<KeptReview> gone;
    synchronized (reviews) {
      gone =
          reviews.values().stream()
              .filter(each -> each.ended() && !each.handedIn().isAfter(oldest))
              .toList();
      gone.forEach(each -> reviews.remove(each.id()));
    }
    gone.forEach(each -> delete(each.folder()));
  }

  private void drop(KeptReview review) {
    synchronized (reviews) {
      reviews.remove(review.id());
    }
    delete(review.folder());
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("cannot delete {}", folder, e);
    }
  }
}
