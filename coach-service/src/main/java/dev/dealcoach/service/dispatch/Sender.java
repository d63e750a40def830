package dev.dealcoach.service.dispatch;

import dev.dealcoach.service.dispatch.Outbox.Fate;
import dev.dealcoach.service.dispatch.Outbox.Waiting;
import io.dropwizard.lifecycle.Managed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the messages of the outbox, one after the other, until it is stopped. Thread-safe. */
public final class Sender implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final long STOP_SECONDS = 5;

  private final Outbox outbox;
  private final Map<String, Channel> channels;
  private final Letters letters;
  private final SendingRules rules;
  private final BiFunction<UUID, Instant, Instant> hours;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sender").factory());

  /**
   * @param channels by name
   * @param hours the first instant, from one on, at which somebody may be told something
   */
  public Sender(
      Outbox outbox,
      Map<String, Channel> channels,
      Letters letters,
      SendingRules rules,
      BiFunction<UUID, Instant, Instant> hours,
      InstantSource clock) {
    this.outbox = outbox;
    this.channels = Map.copyOf(channels);
    this.letters = letters;
    this.rules = rules;
    this.hours = hours;
    this.clock = clock;
  }

  @Override
  public void start() {
    if (!channels.isEmpty()) {
      ScheduledFuture<?> unused =
          timer.scheduleWithFixedDelay(this::tryAll, 1, 1, TimeUnit.SECONDS);
    }
  }

  @Override
  public void stop() throws InterruptedException {
    timer.shutdown();
    if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      timer.shutdownNow();
    }
  }

  private void tryAll() {
    try {
      run();
    } catch (RuntimeException e) {
      LOG.error("messages could not be sent; the next try is in a second", e);
    }
  }

  /** Sends what is due now; tells how many attempts were made. */
  public int run() {
    int attempts = 0;
    while (!timer.isShutdown()
        && outbox.sendNext(channels.keySet(), rules.perMinute(), clock.instant(), this::send)) {
      attempts++;
    }
    return attempts;
  }

  private Fate send(Waiting waiting, Telling telling) {
    Delivery delivery;
    try {
      Optional<Letter> letter = letters.of(telling);
      if (letter.isEmpty()) {
        return new Fate.Idle();
      }
      Channel channel = channels.get(waiting.channel());
      delivery = channel == null ? new Delivery.Hopeless("no-channel") : channel.send(letter.get());
    } catch (RuntimeException e) {
      // one message must not hold up all others for ever
      LOG.error("message {} could not be worded", waiting.number(), e);
      delivery = new Delivery.Failed("not-worded");
    }
    int attempts = waiting.attempts() + 1;
    return switch (delivery) {
      case Delivery.Taken() -> new Fate.Sent();
      case Delivery.Failed(String problem) when attempts < rules.attempts() -> {
        LOG.warn("message {} by {}: {}", waiting.number(), waiting.channel(), problem);
        Instant due = clock.instant().plus(rules.wait(attempts));
        yield new Fate.Again(problem, hours.apply(waiting.account(), due));
      }
      case Delivery.Failed(String problem) -> failed(waiting, problem);
      case Delivery.Hopeless(String problem) -> failed(waiting, problem);
    };
  }

  private static Fate failed(Waiting waiting, String problem) {
    LOG.error("message {} by {} has failed: {}", waiting.number(), waiting.channel(), problem);
    return new Fate.Failed(problem);
  }
}
