package dev.dealcoach.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.job.JobSettings;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/**
 * How reviews are made in the background. How many at a time is the number of reading processes.
 *
 * @param poll how often jobs of other processes are looked for
 * @param heartbeat how often this process says that it lives; its jobs pass to others after four
 *     times as long
 * @param retry how long to wait after a failed attempt
 */
public record JobsConfiguration(
    @JsonProperty @NotNull @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS) Duration poll,
    @JsonProperty @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration heartbeat,
    @JsonProperty @NotNull Duration retry) {
  /** What is used when nothing is said. */
  static final JobsConfiguration STANDARD =
      new JobsConfiguration(Duration.seconds(1), Duration.seconds(5), Duration.seconds(10));

  JobSettings settings(String node, int threads) {
    return new JobSettings(
        node, threads, poll.toJavaDuration(), heartbeat.toJavaDuration(), retry.toJavaDuration());
  }
}
