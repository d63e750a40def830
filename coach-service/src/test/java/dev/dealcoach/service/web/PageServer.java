package dev.dealcoach.service.web;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.service.discovery.Discovery;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/** The pages on a free port of this machine, over any reviewer. */
final class PageServer implements AutoCloseable {
  private final DropwizardTestSupport<Configuration> support;

  /**
   * @param folder for the files of recent reviews
   */
  PageServer(ProposalReviewer reviewer, WebLimits limits, Path folder, InstantSource clock)
      throws Exception {
    support =
        new DropwizardTestSupport<>(PageApplication.class, configuration()) {
          @Override
          public Application<Configuration> newApplication() {
            return new PageApplication(reviewer, limits, folder, clock);
          }
        };
    support.before();
  }

  private static final class PageApplication extends Application<Configuration> {
    private final ProposalReviewer reviewer;
    private final WebLimits limits;
    private final Path folder;
    private final InstantSource clock;

    PageApplication(ProposalReviewer reviewer, WebLimits limits, Path folder, InstantSource clock) {
      this.reviewer = reviewer;
      this.limits = limits;
      this.folder = folder;
      this.clock = clock;
    }

    @Override
    public void initialize(Bootstrap<Configuration> bootstrap) {
      Web.initialize(bootstrap);
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
      Discovery discovery = new Discovery(RulePack.standard());
      Web.run(environment, reviewer, () -> discovery, limits, folder, clock);
    }
  }

  private static Configuration configuration() {
    HttpConnectorFactory connector = (HttpConnectorFactory) HttpConnectorFactory.application();
    connector.setPort(0);
    SimpleServerFactory server = new SimpleServerFactory();
    server.setConnector(connector);
    server.setApplicationContextPath("/");
    server.setAdminContextPath("/admin");
    Configuration configuration = new Configuration();
    configuration.setServerFactory(server);
    return configuration;
  }

  /** Address of the start page, without a slash at its end. */
  String address() {
    return URI.create("http://localhost:" + support.getLocalPort()).toString();
  }

  @Override
  public void close() {
    support.after();
  }
}
