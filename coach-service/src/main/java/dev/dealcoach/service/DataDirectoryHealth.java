package dev.dealcoach.service;

import com.codahale.metrics.health.HealthCheck;
import java.nio.file.Files;
import java.nio.file.Path;

/** Healthy while the data directory can be written to. */
final class DataDirectoryHealth extends HealthCheck {
  private final Path directory;

  DataDirectoryHealth(Path directory) {
    this.directory = directory;
  }

  @Override
  protected Result check() {
    return Files.isDirectory(directory) && Files.isWritable(directory)
        ? Result.healthy()
        : Result.unhealthy("the data directory cannot be written to");
  }
}
