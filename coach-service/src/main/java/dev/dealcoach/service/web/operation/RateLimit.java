package dev.dealcoach.service.web.operation;

import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.ReaderLanguage;
import dev.dealcoach.service.web.account.Gate;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses who asks for too much: with 429, and the seconds to wait. Counts by account, without one
 * by address. Each process counts for itself. Thread-safe.
 */
@Priority(Priorities.AUTHORIZATION)
public final class RateLimit implements ContainerRequestFilter {
  private static final int MOST_BUCKETS = 10_000;

  private final Rates rates;
  private final Messages messages;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new HashMap<>();

  @Context private HttpServletRequest servlet;
  @Context private HttpHeaders headers;

  public RateLimit(Rates rates, Messages messages, InstantSource clock) {
    this.rates = rates;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Viewer> viewer = Gate.known(request);
    String who = viewer.map(each -> each.id().toString()).orElseGet(() -> servlet.getRemoteAddr());
    Optional<Long> wait = wait("request " + who, rates.requests());
    if (wait.isEmpty() && bringsFile(request)) {
      wait = wait("upload " + who, rates.uploads());
    }
    if (wait.isEmpty() && signsIn(request)) {
      wait = wait("sign-in " + servlet.getRemoteAddr(), rates.signIns());
    }
    wait.ifPresent(
        seconds ->
            request.abortWith(
                Response.fromResponse(
                        Problem.of(
                                "too-many",
                                429,
                                messages,
                                ReaderLanguage.of(request.getUriInfo(), headers))
                            .response())
                    .header(HttpHeaders.RETRY_AFTER, seconds)
                    .build()));
  }

  private static boolean bringsFile(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    return type != null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
  }

  private static boolean signsIn(ContainerRequestContext request) {
    return request.getMethod().equals(HttpMethod.POST)
        && request.getUriInfo().getPath().equals("sign-in");
  }

  /** Takes one from the bucket; else the seconds to wait. */
  private Optional<Long> wait(String name, int perMinute) {
    Instant now = clock.instant();
    synchronized (buckets) {
      if (buckets.size() >= MOST_BUCKETS) {
        buckets.values().removeIf(bucket -> bucket.full(now));
      }
      Bucket bucket = buckets.computeIfAbsent(name, fresh -> new Bucket(perMinute, now));
      return bucket.take(now) ? Optional.empty() : Optional.of(bucket.seconds());
    }
  }
}
