package dev.dealcoach.service.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Refuses a body that is larger than anything but a document can be; documents have their own limit
 * ({@link UploadLimit}). Refuses any body that comes too slowly. Thread-safe.
 */
@Priority(Priorities.AUTHENTICATION - 1)
final class BodyLimit implements ContainerRequestFilter {
  /** A list of some thousand deals is under a megabyte. */
  private static final long BYTES = 8L << 20;

  private final InstantSource clock;

  @Context private ResourceInfo route;

  BodyLimit(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    request.setEntityStream(new Paced(request.getEntityStream(), clock));
    if (route.getResourceMethod() != null
        && !route.getResourceMethod().isAnnotationPresent(UploadLimit.Applies.class)) {
      if (request.getLength() > BYTES) {
        throw UploadLimit.refused(request, BYTES);
      }
      request.setEntityStream(UploadLimit.limited(request.getEntityStream(), BYTES));
    }
  }
}
