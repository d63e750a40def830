package dev.dealcoach.service;

import dev.dealcoach.nlp.maxent.MissingModelException;
import io.dropwizard.lifecycle.Managed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the sample company's summaries judged beside the running service: reading the models alone
 * takes seconds, and nobody should wait for that. What a stop leaves over is done at the next
 * start.
 */
final class SampleSummaries implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(SampleSummaries.class);

  private final Thread thread;

  SampleSummaries(SampleCompany company) {
    thread =
        Thread.ofPlatform()
            .name("sample-company")
            .daemon()
            .unstarted(
                () -> {
                  try {
                    company.summarise();
                  } catch (MissingModelException e) {
                    LOG.warn("the sample company has no summaries: {}", e.getMessage());
                  }
                });
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
