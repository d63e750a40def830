package dev.dealcoach.service.web.operation;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.Sampling;
import com.codahale.metrics.Snapshot;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Figures in Prometheus' text format 0.0.4. Not thread-safe. */
final class PrometheusText {
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final StringBuilder text = new StringBuilder();
  private boolean checks;

  void gauge(String name, double value) {
    type(name, "gauge");
    line(name, "", value);
  }

  void healthy(String check, boolean healthy) {
    if (!checks) {
      type("coach_healthy", "gauge");
      checks = true;
    }
    line(
        "coach_healthy",
        "{check=\"" + check.replaceAll("[\"\\\\\n]", "_") + "\"}",
        healthy ? 1 : 0);
  }

  /** Everything that the registry counts; what is no number is left out. */
  void registry(MetricRegistry registry) {
    registry
        .getGauges()
        .forEach(
            (name, gauge) -> {
              if (gauge.getValue() instanceof Number number) {
                gauge(named(name), number.doubleValue());
              }
            });
    registry
        .getCounters()
        .forEach((name, counter) -> gauge(named(name), (double) counter.getCount()));
    registry
        .getMeters()
        .forEach(
            (name, meter) -> {
              type(named(name) + "_total", "counter");
              line(named(name) + "_total", "", (double) meter.getCount());
            });
    registry
        .getHistograms()
        .forEach((name, histogram) -> summary(named(name), histogram, histogram.getCount(), 1));
    registry
        .getTimers()
        .forEach(
            (name, timer) -> summary(named(name) + "_seconds", timer, timer.getCount(), NANOS));
  }

  private void summary(String name, Sampling sampling, long count, double unit) {
    Snapshot snapshot = sampling.getSnapshot();
    type(name, "summary");
    line(name, "{quantile=\"0.5\"}", snapshot.getMedian() / unit);
    line(name, "{quantile=\"0.95\"}", snapshot.get95thPercentile() / unit);
    line(name, "{quantile=\"0.99\"}", snapshot.get99thPercentile() / unit);
    line(name + "_count", "", (double) count);
  }

  private static String named(String name) {
    return "coach_" + name.replaceAll("[^a-zA-Z0-9]+", "_").toLowerCase(Locale.ROOT);
  }

  private void type(String name, String type) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private void line(String name, String labels, double value) {
    text.append(name).append(labels).append(' ').append(number(value)).append('\n');
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
