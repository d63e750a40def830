package dev.dealcoach.service;

import io.dropwizard.lifecycle.Managed;
import io.dropwizard.lifecycle.ServerLifecycleListener;
import io.dropwizard.lifecycle.setup.LifecycleEnvironment;
import org.eclipse.jetty.server.Server;

/**
 * Work beside the service that begins only when the service answers: with models to load and
 * processor time to take, it would otherwise hold up the start.
 */
final class BackgroundWork implements Managed, ServerLifecycleListener {
  private final Managed work;
  private volatile boolean begun;

  private BackgroundWork(Managed work) {
    this.work = work;
  }

  /** Has the work begin once the service answers, and end where a managed object would. */
  static void manage(LifecycleEnvironment lifecycle, Managed work) {
    BackgroundWork background = new BackgroundWork(work);
    lifecycle.manage(background);
    lifecycle.addServerLifecycleListener(background);
  }

  @Override
  public void serverStarted(Server server) {
    try {
      begun = true;
      work.start();
    } catch (Exception e) {
      throw new IllegalStateException("background work did not begin", e);
    }
  }

  @Override
  public void stop() throws Exception {
    if (begun) {
      work.stop();
    }
  }
}
