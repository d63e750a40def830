package dev.dealcoach.service;

import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.service.annotate.AnnotateTask;
import dev.dealcoach.service.annotate.AnnotatedCopies;
import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.service.child.ChildSettings;
import dev.dealcoach.service.discovery.Discovery;
import dev.dealcoach.service.intake.ChildDocumentParser;
import dev.dealcoach.service.intake.ReadingProcesses;
import dev.dealcoach.service.review.ReviewPipeline;
import dev.dealcoach.service.web.ProposalReviewer;
import dev.dealcoach.service.web.Web;
import dev.dealcoach.service.web.WebLimits;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The service: reads its settings and puts the parts together. */
public final class CoachApplication extends Application<CoachConfiguration> {
  @Override
  public String getName() {
    return "coach";
  }

  @Override
  public void initialize(Bootstrap<CoachConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
    Web.initialize(bootstrap);
  }

  @Override
  public void run(CoachConfiguration configuration, Environment environment) throws IOException {
    Path data = configuration.dataDirectory();
    Files.createDirectories(data);
    environment.healthChecks().register("data", new DataDirectoryHealth(data));

    ReadingConfiguration reading = configuration.reading();
    int heap = Math.toIntExact(reading.memory().toMebibytes());
    Path temporary = data.resolve("temporary");
    ChildPool readers = ChildPool.open(ReadingProcesses.of(reading.processes(), heap, temporary));
    ChildPool writers = ChildPool.open(ChildSettings.of(AnnotateTask.class, 1, heap, temporary));
    environment.lifecycle().manage(new AutoCloseableManager(readers));
    environment.lifecycle().manage(new AutoCloseableManager(writers));
    readers.warm(1);

    RulePack pack = RulePack.standard();
    ProposalReviewer reviewer =
        new PipelineReviewer(
            new ChildDocumentParser(readers),
            reading.limits(),
            new ReviewPipeline(pack),
            new AnnotatedCopies(writers));
    Web.run(
        environment,
        reviewer,
        new Discovery(pack),
        limits(reading),
        data.resolve("recent-reviews"),
        Clock.systemUTC());
  }

  private static WebLimits limits(ReadingConfiguration reading) {
    return new WebLimits(
        reading.largestFile().toBytes(),
        WebLimits.STANDARD.statementCharacters(),
        WebLimits.STANDARD.summaryCharacters(),
        WebLimits.STANDARD.kept(),
        WebLimits.STANDARD.age(),
        reading.processes());
  }
}
