package dev.dealcoach.service;

import com.codahale.metrics.health.HealthCheck;
import dev.dealcoach.service.blob.Blobs;

/** Healthy while files that are handed in can be kept. */
final class FilesHealth extends HealthCheck {
  private final Blobs blobs;

  FilesHealth(Blobs blobs) {
    this.blobs = blobs;
  }

  @Override
  protected Result check() {
    return blobs.writable()
        ? Result.healthy()
        : Result.unhealthy("the folder of files cannot be written to");
  }
}
