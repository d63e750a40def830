package dev.dealcoach.service;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Admission;
import dev.dealcoach.service.audit.AuditLog;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.recording.RecordingBacklog;
import dev.dealcoach.service.retention.Erasure;
import dev.dealcoach.service.retention.Retention;
import dev.dealcoach.service.setting.SettingStore;
import dev.dealcoach.service.store.JdbiErasure;
import dev.dealcoach.service.store.JdbiJobFigures;
import dev.dealcoach.service.store.JdbiSettings;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.operation.AdminGate;
import dev.dealcoach.service.web.operation.ErasureResource;
import dev.dealcoach.service.web.operation.OpenApiResource;
import dev.dealcoach.service.web.operation.RateLimit;
import dev.dealcoach.service.web.operation.Rates;
import dev.dealcoach.service.web.operation.SettingResource;
import dev.dealcoach.service.web.operation.StateResource;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Puts together what keeps the service in order: settings, retention, limits, figures. */
final class Operation {
  private Operation() {}

  static void run(
      Environment environment,
      Jdbi jdbi,
      Blobs blobs,
      RecordingBacklog recordings,
      Admission admission,
      Access access,
      AuditLog audit,
      Messages messages,
      Rates rates,
      InstantSource clock) {
    SettingStore settings = new JdbiSettings(jdbi);
    Erasure erasure = new JdbiErasure(jdbi, blobs);
    environment.lifecycle().manage(new Retention(settings, erasure, audit, clock));
    environment
        .admin()
        .addFilter("admin-gate", new AdminGate(admission))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    List<Object> parts =
        List.of(
            new RateLimit(rates, messages, clock),
            new SettingResource(settings, access, clock),
            new ErasureResource(erasure, access),
            new StateResource(
                environment.metrics(),
                environment.healthChecks(),
                new JdbiJobFigures(jdbi),
                recordings,
                clock),
            new OpenApiResource(() -> resources(environment)));
    parts.forEach(environment.jersey()::register);
  }

  private static List<Class<?>> resources(Environment environment) {
    var registered = environment.jersey().getResourceConfig();
    return Stream.<Class<?>>concat(
            registered.getClasses().stream(),
            registered.getSingletons().stream().<Class<?>>map(Object::getClass))
        .distinct()
        .toList();
  }
}
