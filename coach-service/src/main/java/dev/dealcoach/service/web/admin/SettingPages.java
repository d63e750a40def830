package dev.dealcoach.service.web.admin;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.setting.Setting;
import dev.dealcoach.service.setting.SettingStore;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings that are changed while the service runs, all on one page. */
@Path("/manage/settings")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.ADMIN)
public final class SettingPages {
  private final SettingStore settings;
  private final AccountStore accounts;
  private final Access access;
  private final Pages pages;
  private final InstantSource clock;

  public SettingPages(
      SettingStore settings,
      AccountStore accounts,
      Access access,
      Pages pages,
      InstantSource clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /** The settings. */
  @GET
  public Response settings(
      @QueryParam("done") @DefaultValue("") String done, @BeanParam Signed signed) {
    return page(200, done, "", Map.of(), signed);
  }

  /** Sets what differs; all of it or, if one value does not fit, nothing. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    Map<Setting, Long> changes = new EnumMap<>(Setting.class);
    Map<String, String> typed = new LinkedHashMap<>();
    boolean fits = true;
    for (SettingStore.Current current : settings.all()) {
      Setting setting = current.setting();
      String text = form.getFirst(setting.id());
      if (text == null) {
        continue;
      }
      typed.put(setting.id(), text);
      Long value = number(text);
      if (value == null || !setting.takes(value)) {
        fits = false;
      } else if (value != current.value()) {
        changes.put(setting, value);
      }
    }
    if (!fits) {
      return page(422, "", "manage.refused.setting", typed, signed);
    }
    Viewer viewer = signed.viewer();
    changes.forEach(
        (setting, value) -> {
          settings.set(setting, value, viewer.id(), clock.instant());
          access.note(viewer, Act.CHANGED, "setting", setting.id(), Long.toString(value));
        });
    return Pages.goTo("/manage/settings?done=set");
  }

  private static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private Response page(
      int status, String done, String problem, Map<String, String> typed, Signed signed) {
    Map<UUID, String> names =
        accounts.all().stream().collect(Collectors.toMap(Account::id, Account::name));
    List<Map<String, Object>> lines =
        settings.all().stream().map(current -> line(current, typed, names)).toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("settings", lines);
    model.put("done", done);
    model.put("problem", problem);
    return signed.page(status, pages, "settings", "/manage/settings", model);
  }

  private static Map<String, Object> line(
      SettingStore.Current current, Map<String, String> typed, Map<UUID, String> names) {
    Setting setting = current.setting();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", setting.id());
    line.put("value", typed.getOrDefault(setting.id(), Long.toString(current.value())));
    line.put("least", Long.toString(setting.least()));
    line.put("most", Long.toString(setting.most()));
    line.put("usual", Long.toString(setting.usual()));
    line.put("changed", current.changed() == null ? "" : current.changed().toString());
    line.put("by", current.by() == null ? "" : names.getOrDefault(current.by(), ""));
    return line;
  }
}
