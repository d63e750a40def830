package dev.dealcoach.service.web.admin;

import com.codahale.metrics.health.HealthCheck;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.admin.Operations;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.proposal.ReviewBacklog;
import dev.dealcoach.service.recording.RecordingBacklog;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
      @QueryParam("done") @DefaultValue("") String done, @BeanParam Signed signed) {
    return jobs(200, done, "", signed);
  }

  private Response jobs(int status, String done, String problem, Signed signed) {
    Operations.Jobs jobs = operations.jobs();
    Map<UUID, String> names =
        accounts.all().stream().collect(Collectors.toMap(Account::id, Account::name));
    Map<String, Object> model = new LinkedHashMap<>();
    int failed = jobs.counts().refused() + jobs.recordings().counts().refused();
    model.put("failed", Integer.toString(failed));
    model.put("reviews", reviews(jobs, names));
    model.put("recordings", recordings(jobs.recordings(), names));
    model.put("done", done);
    model.put("problem", problem);
    return signed.page(status, pages, "jobs", "/manage/jobs", model);
  }

  /** Lets a refused review be made again. */
  @POST
  @Path("jobs/{id}/again")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response again(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return Shown.answer(
        operations.again(signed.viewer(), id),
        "/manage/jobs?done=again",
        problem -> jobs(409, "", problem, signed));
  }

  /** Lets a refused recording be transcribed again. */
  @POST
  @Path("jobs/recordings/{id}/again")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response transcribeAgain(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return Shown.answer(
        operations.transcribeAgain(signed.viewer(), id),
        "/manage/jobs?done=again",
        problem -> jobs(409, "", problem, signed));
  }

  /** Storage and health. */
  @GET
  @Path("system")
  public Response system(@BeanParam Signed signed) {
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
    return signed.page(pages, "system", "/manage/system", model);
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

  private static Map<String, Object> reviews(Operations.Jobs jobs, Map<UUID, String> names) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("waiting", Integer.toString(jobs.counts().waiting()));
    figures.put("under-way", Integer.toString(jobs.counts().underWay()));
    figures.put("done", Integer.toString(jobs.counts().done()));
    figures.put("refused", Integer.toString(jobs.counts().refused()));
    return Map.of(
        "figures",
        figures,
        "oldest",
        "",
        "open",
        jobs.open().stream().map(each -> line(each, names)).toList(),
        "refused",
        jobs.refused().stream().map(each -> line(each, names)).toList());
  }

  private static Map<String, Object> recordings(
      Operations.Recordings jobs, Map<UUID, String> names) {
    RecordingBacklog.Counts counts = jobs.counts();
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("waiting", Integer.toString(counts.waiting()));
    figures.put("no-model", Integer.toString(counts.noModel()));
    figures.put("under-way", Integer.toString(counts.underWay()));
    figures.put("done", Integer.toString(counts.done()));
    figures.put("seconds", length(counts.seconds()));
    figures.put("refused", Integer.toString(counts.refused()));
    return Map.of(
        "figures",
        figures,
        "oldest",
        counts.oldest() == null ? "" : counts.oldest().toString(),
        "open",
        jobs.open().stream().map(each -> line(each, names)).toList(),
        "refused",
        jobs.refused().stream().map(each -> line(each, names)).toList());
  }

  private static Map<String, Object> line(RecordingBacklog.Entry entry, Map<UUID, String> names) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", entry.id().toString());
    line.put("owner", names.getOrDefault(entry.owner(), ""));
    line.put("handedIn", entry.accepted().toString());
    line.put("size", bytes(entry.bytes()));
    line.put("state", entry.state().id());
    line.put("attempts", Integer.toString(entry.attempts()));
    line.put("refusal", entry.refusal() == null ? "" : entry.refusal());
    line.put("ended", entry.ended() == null ? "" : entry.ended().toString());
    line.put("node", entry.node() == null ? "" : entry.node());
    return line;
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

  /** Seconds as a clock shows them, {@code 0:09} or {@code 1:02:05}. */
  static String length(double seconds) {
    long all = Math.round(seconds);
    return all < 3600
        ? String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", all / 3600, all / 60 % 60, all % 60);
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
