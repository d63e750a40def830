package dev.dealcoach.service.web.admin;

import com.codahale.metrics.health.HealthCheck;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.admin.Operations;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.ReviewBacklog;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Gate;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Jobs that stand or failed; storage and health. */
@Path("/manage")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed(Role.ADMIN)
public final class OperationsPages {
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
  private static final double STEP = 1024;

  private final Operations operations;
  private final AccountStore accounts;
  private final Supplier<SortedMap<String, HealthCheck.Result>> health;
  private final Pages pages;

  /**
   * @param health runs the health checks
   */
  public OperationsPages(
      Operations operations,
      AccountStore accounts,
      Supplier<SortedMap<String, HealthCheck.Result>> health,
      Pages pages) {
    this.operations = operations;
    this.accounts = accounts;
    this.health = health;
    this.pages = pages;
  }

  /** The jobs. */
  @GET
  @Path("jobs")
  public Response jobs(
      @QueryParam("done") @DefaultValue("") String done,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return jobs(200, done, "", request, uri, headers);
  }

  private Response jobs(
      int status,
      String done,
      String problem,
      ContainerRequestContext request,
      UriInfo uri,
      HttpHeaders headers) {
    Operations.Jobs jobs = operations.jobs();
    Map<UUID, String> names =
        accounts.all().stream().collect(Collectors.toMap(Account::id, Account::name));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("waiting", Integer.toString(jobs.counts().waiting()));
    model.put("underWay", Integer.toString(jobs.counts().underWay()));
    model.put("refusedCount", Integer.toString(jobs.counts().refused()));
    model.put("doneCount", Integer.toString(jobs.counts().done()));
    model.put("open", lines(jobs.open(), names));
    model.put("refused", lines(jobs.refused(), names));
    model.put("done", done);
    model.put("problem", problem);
    return Shown.page(status, pages, "jobs", "/manage/jobs", model, request, uri, headers);
  }

  /** Lets a refused review be made again. */
  @POST
  @Path("jobs/{id}/again")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response again(
      @PathParam("id") UUID id,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    return Shown.answer(
        operations.again(Gate.viewer(request), id),
        "/manage/jobs?done=again",
        problem -> jobs(409, "", problem, request, uri, headers));
  }

  /** Storage and health. */
  @GET
  @Path("system")
  public Response system(
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Operations.Storage storage = operations.storage();
    Map<String, Object> model = new LinkedHashMap<>();
    Map<String, String> counts = new LinkedHashMap<>();
    counts.put("accounts", Long.toString(storage.counts().accounts()));
    counts.put("deals", Long.toString(storage.counts().deals()));
    counts.put("statements", Long.toString(storage.counts().statements()));
    counts.put("reviews", Long.toString(storage.counts().reviews()));
    counts.put("documents", Long.toString(storage.counts().documents()));
    counts.put("bytes", bytes(storage.counts().bytes()));
    model.put("counts", counts);
    model.put("database", storage.counts().database());
    model.put("rooms", Map.of("files", room(storage.files()), "data", room(storage.data())));
    List<Map<String, Object>> checks =
        health.get().entrySet().stream()
            .map(
                each ->
                    Map.<String, Object>of(
                        "name",
                        each.getKey(),
                        "healthy",
                        each.getValue().isHealthy(),
                        "message",
                        each.getValue().getMessage() == null ? "" : each.getValue().getMessage()))
            .toList();
    model.put("checks", checks);
    model.put(
        "healthy", checks.stream().allMatch(each -> Boolean.TRUE.equals(each.get("healthy"))));
    model.put("java", Runtime.version().toString());
    model.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    model.put(
        "memory", bytes(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));
    model.put("mostMemory", bytes(Runtime.getRuntime().maxMemory()));
    return Shown.page(200, pages, "system", "/manage/system", model, request, uri, headers);
  }

  private static Map<String, Object> room(Operations.Room room) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("known", room.free() >= 0 && room.all() > 0);
    line.put("free", bytes(room.free()));
    line.put("all", bytes(room.all()));
    line.put(
        "used", room.all() <= 0 ? 0 : Math.round(100.0 * (room.all() - room.free()) / room.all()));
    return line;
  }

  private static List<Map<String, Object>> lines(
      List<ReviewBacklog.Entry> entries, Map<UUID, String> names) {
    return entries.stream().map(entry -> line(entry, names)).toList();
  }

  private static Map<String, Object> line(ReviewBacklog.Entry entry, Map<UUID, String> names) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", entry.id().toString());
    line.put("owner", names.getOrDefault(entry.owner(), ""));
    line.put("handedIn", entry.handedIn().toString());
    line.put("size", bytes(entry.bytes()));
    line.put("state", entry.state().id());
    line.put("attempts", Integer.toString(entry.attempts()));
    line.put("refusal", entry.refusal() == null ? "" : entry.refusal());
    line.put("ended", entry.ended() == null ? "" : entry.ended().toString());
    line.put("node", entry.node() == null ? "" : entry.node());
    return line;
  }

  /** A length in the unit that suits it. */
  static String bytes(long bytes) {
    double size = Math.max(0, bytes);
    int unit = 0;
    while (size >= STEP && unit < UNITS.length - 1) {
      size /= STEP;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit == 0 || size >= 10 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
  }
}
