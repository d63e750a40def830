package dev.dealcoach.service.web.admin;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.audit.AuditLog;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.web.Listed;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The audit log, to be read. */
@Path("/manage/audit")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.ADMIN)
public final class AuditPages {
  private final AuditLog audit;
  private final AccountStore accounts;
  private final Pages pages;

  public AuditPages(AuditLog audit, AccountStore accounts, Pages pages) {
    this.audit = audit;
    this.accounts = accounts;
    this.pages = pages;
  }

  /** The entries, the newest first; those of one person or of one kind of act if asked. */
  @GET
  public Response entries(
      @QueryParam("actor") @DefaultValue("") String actor,
      @QueryParam("act") @DefaultValue("") String act,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    List<Account> all = accounts.all();
    Map<UUID, String> names = all.stream().collect(Collectors.toMap(Account::id, Account::name));
    Optional<AuditEntry.Act> only =
        Arrays.stream(AuditEntry.Act.values()).filter(each -> id(each).equals(act)).findFirst();
    AuditLog.Filter filter = new AuditLog.Filter(Shown.id(actor), only.orElse(null));
    Page<AuditEntry> page =
        Listed.part(PageRequest.USUAL, after, part -> audit.entries(filter, part));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("entries", page.items().stream().map(entry -> line(entry, names)).toList());
    model.put("next", page.next() == null ? "" : page.next());
    model.put("actor", actor);
    model.put("act", act);
    model.put(
        "people",
        all.stream().map(each -> Map.of("id", each.id().toString(), "name", each.name())).toList());
    model.put("acts", Arrays.stream(AuditEntry.Act.values()).map(AuditPages::id).toList());
    return signed.page(pages, "audit", "/manage/audit", model);
  }

  private static String id(AuditEntry.Act act) {
    return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, Object> line(AuditEntry entry, Map<UUID, String> names) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("number", Long.toString(entry.number()));
    line.put("at", entry.at().toString());
    line.put("actor", entry.actor() == null ? "" : name(entry.actor().toString(), names));
    line.put("act", id(entry.what()));
    line.put("kind", entry.kind());
    // an account's id says less than its name, as long as it has one
    line.put("subject", name(entry.subject(), names));
    line.put("detail", name(entry.detail(), names));
    return line;
  }

  private static String name(String id, Map<UUID, String> names) {
    try {
      return names.getOrDefault(UUID.fromString(id), id);
    } catch (IllegalArgumentException e) {
      return id;
    }
  }
}
