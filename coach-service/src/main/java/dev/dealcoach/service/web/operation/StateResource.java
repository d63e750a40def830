package dev.dealcoach.service.web.operation;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheckRegistry;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.recording.RecordingBacklog;
import dev.dealcoach.service.store.JdbiJobFigures;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the service is: its checks, and its figures as Prometheus reads them. */
@Path("/api/v1")
@Allowed(Role.ADMIN)
public final class StateResource {
  private final MetricRegistry metrics;
  private final HealthCheckRegistry checks;
  private final JdbiJobFigures jobs;
  private final RecordingBacklog recordings;
  private final InstantSource clock;

  public StateResource(
      MetricRegistry metrics,
      HealthCheckRegistry checks,
      JdbiJobFigures jobs,
      RecordingBacklog recordings,
      InstantSource clock) {
    this.metrics = metrics;
    this.checks = checks;
    this.jobs = jobs;
    this.recordings = recordings;
    this.clock = clock;
  }

  /**
   * What a check found.
   *
   * @param message what is wrong; null if nothing
   */
  public record CheckBody(boolean healthy, @Nullable String message) {}

  /** All checks by name. */
  public record HealthBody(boolean healthy, Map<String, CheckBody> checks) {}

  /** Runs the checks; 503 if one of them fails. */
  @GET
  @Path("health")
  @Produces(MediaType.APPLICATION_JSON)
  public Response health() {
    Map<String, CheckBody> all = new TreeMap<>();
    checks
        .runHealthChecks()
        .forEach(
            (name, result) ->
                all.put(name, new CheckBody(result.isHealthy(), result.getMessage())));
    boolean healthy = all.values().stream().allMatch(CheckBody::healthy);
    return Response.status(healthy ? 200 : 503).entity(new HealthBody(healthy, all)).build();
  }

  /** The figures in Prometheus' text format. */
  @GET
  @Path("metrics")
  @Produces("text/plain; version=0.0.4; charset=utf-8")
  public String metrics() {
    PrometheusText text = new PrometheusText();
    JdbiJobFigures.Figures figures = jobs.count();
    text.gauge("coach_review_jobs_waiting", (double) figures.waiting());
    text.gauge("coach_review_jobs_running", (double) figures.running());
    text.gauge("coach_review_jobs_oldest_seconds", since(figures.oldest()));
    RecordingBacklog.Counts heard = recordings.counts(Instant.EPOCH);
    text.gauge("coach_recording_jobs_waiting", heard.waiting());
    text.gauge("coach_recording_jobs_without_model", heard.noModel());
    text.gauge("coach_recording_jobs_running", heard.underWay());
    text.gauge("coach_recording_jobs_oldest_seconds", since(heard.oldest()));
    // what is kept now: with what is erased they become less
    text.gauge("coach_recordings_refused", heard.refused());
    text.gauge("coach_recordings_transcribed", heard.done());
    text.gauge("coach_recordings_transcribed_seconds", heard.seconds());
    checks.runHealthChecks().forEach((name, result) -> text.healthy(name, result.isHealthy()));
    text.registry(metrics);
    return text.toString();
  }

  /** Seconds since then; 0 if there is no such instant, or it is still to come. */
  private double since(@Nullable Instant then) {
    return then == null
        ? 0
        : Math.max(0, Duration.between(then, clock.instant()).toMillis() / 1000.0);
  }
}
