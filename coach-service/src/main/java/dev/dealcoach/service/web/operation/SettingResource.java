package dev.dealcoach.service.web.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.setting.Setting;
import dev.dealcoach.service.setting.SettingStore;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The settings that are changed while the service runs. */
@Path("/api/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public final class SettingResource {
  private final SettingStore settings;
  private final Access access;
  private final InstantSource clock;

  public SettingResource(SettingStore settings, Access access, InstantSource clock) {
    this.settings = settings;
    this.access = access;
    this.clock = clock;
  }

  /** A setting as it is. */
  public record SettingBody(
      String name,
      long value,
      long usual,
      long least,
      long most,
      @Nullable String changed,
      @Nullable UUID by) {
    static SettingBody of(SettingStore.Current current) {
      Setting setting = current.setting();
      return new SettingBody(
          setting.id(),
          current.value(),
          setting.usual(),
          setting.least(),
          setting.most(),
          current.changed() == null ? null : current.changed().toString(),
          current.by());
    }
  }

  /** A new value. */
  public record ValueBody(@JsonProperty @Nullable Long value) {}

  /** All settings. */
  @GET
  public List<SettingBody> settings() {
    return settings.all().stream().map(SettingBody::of).toList();
  }

  /** Sets a value. */
  @PUT
  @Path("{name}")
  public void set(
      @PathParam("name") String name, @Nullable ValueBody body, @BeanParam Signed signed) {
    Setting setting = Setting.ofId(name).orElseThrow(NotFoundException::new);
    if (body == null || body.value() == null || !setting.takes(body.value())) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    settings.set(setting, body.value(), viewer.id(), clock.instant());
    access.note(viewer, Act.CHANGED, "setting", setting.id(), Long.toString(body.value()));
  }
}
