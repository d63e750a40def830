package dev.dealcoach.service;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.IOException;
import java.nio.file.Files;

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
  }

  @Override
  public void run(CoachConfiguration configuration, Environment environment) throws IOException {
    Files.createDirectories(configuration.dataDirectory());
    environment
        .healthChecks()
        .register("data", new DataDirectoryHealth(configuration.dataDirectory()));
  }
}
