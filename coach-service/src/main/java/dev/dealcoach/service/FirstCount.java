package dev.dealcoach.service;

import dev.dealcoach.service.store.JdbiFigures;
import io.dropwizard.lifecycle.Managed;

/**
 * Counts what was kept before the figures were, or in another zone's days. With two years of a
 * company that takes half a minute, so it is done beside the running service; who asks for figures
 * meanwhile waits for it.
 */
final class FirstCount implements Managed {
  private final Thread thread;

  FirstCount(JdbiFigures figures) {
    thread = Thread.ofPlatform().name("figures").daemon().unstarted(figures::catchUp);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() throws InterruptedException {
    thread.join();
  }
}
