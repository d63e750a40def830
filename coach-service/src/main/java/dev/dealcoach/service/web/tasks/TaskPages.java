package dev.dealcoach.service.web.tasks;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.task.TaskSource;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages of tasks: what is to be done, one of them, a new one. */
@Path("/tasks")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER})
public final class TaskPages {
  private final TaskDesk desk;
  private final Pages pages;

  public TaskPages(TaskDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /** The tasks that the viewer has, and those of the viewer's teams. */
  @GET
  public Response tasks(
      @QueryParam("after") @Nullable String after,
      @QueryParam("done") @DefaultValue("") String done,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    LocalDate today = desk.today();
    Page<Task> ended;
    try {
      ended = desk.ended(viewer, new PageRequest(PageRequest.USUAL, after));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    List<Task> open = desk.open(viewer);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("mine", lines(open, viewer, true, today));
    model.put("theirs", lines(open, viewer, false, today));
    model.put(
        "ended", ended.items().stream().map(task -> TaskBody.of(task, today).line()).toList());
    model.put("next", ended.next() == null ? "" : ended.next());
    model.put("leads", viewer.role() == Role.MANAGER);
    model.put("done", done);
    return signed.page(pages, "tasks", "/tasks", model);
  }

  private static List<Map<String, Object>> lines(
      List<Task> tasks, Viewer viewer, boolean mine, LocalDate today) {
    return tasks.stream()
        .filter(task -> task.owner().equals(viewer.id()) == mine)
        .map(task -> TaskBody.of(task, today).line())
        .toList();
  }

  /**
   * Where a task is set.
   *
   * @param owner chosen already; may be empty, as the following
   * @param link the page it comes from
   */
  @GET
  @Path("new")
  @Allowed(Role.MANAGER)
  public Response form(
      @QueryParam("owner") @DefaultValue("") String owner,
      @QueryParam("link") @DefaultValue("") String link,
      @QueryParam("title") @DefaultValue("") String title,
      @QueryParam("doneWhen") @DefaultValue("") String doneWhen,
      @BeanParam Signed signed) {
    MultivaluedMap<String, String> filled = new MultivaluedHashMap<>();
    filled.putSingle("owner", owner);
    filled.putSingle("link", link);
    filled.putSingle("title", title);
    filled.putSingle("doneWhen", doneWhen);
    filled.putSingle("due", desk.usuallyDue().toString());
    return form(200, "", filled, signed);
  }

  private Response form(
      int status, String problem, MultivaluedMap<String, String> filled, Signed signed) {
    Viewer viewer = signed.viewer();
    Map<String, Object> model = new LinkedHashMap<>();
    for (String field : List.of("owner", "title", "doneWhen", "due")) {
      model.put(field, Objects.requireNonNullElse(filled.getFirst(field), ""));
    }
    TaskSource source;
    try {
      source = TaskSource.of(Objects.requireNonNullElse(filled.getFirst("link"), ""));
    } catch (IllegalArgumentException e) {
      source = TaskSource.NONE;
    }
    model.put("link", source.link());
    model.put("origin", source.origin().id());
    model.put("today", desk.today().toString());
    model.put("people", TaskDesk.lines(desk.people(viewer)));
    model.put("problem", problem);
    return signed.page(status, pages, "task-new", "/tasks/new", model);
  }

  /** Sets a task. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Allowed(Role.MANAGER)
  public Response newTask(MultivaluedMap<String, String> form, @BeanParam Signed signed) {
    Creation creation;
    try {
      creation =
          desk.set(
              signed.viewer(),
              UUID.fromString(field(form, "owner")),
              field(form, "title"),
              field(form, "doneWhen"),
              LocalDate.parse(field(form, "due")),
              field(form, "link"),
              null);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return form(422, "task.problem", form, signed);
    }
    if (!(creation instanceof Creation.New)) {
      throw new IllegalStateException("no key was given");
    }
    return Response.seeOther(URI.create("/tasks?done=task-set")).build();
  }

  private static String field(MultivaluedMap<String, String> form, String name) {
    return Objects.requireNonNullElse(form.getFirst(name), "");
  }

  /** A task. */
  @GET
  @Path("{id}")
  public Response task(
      @PathParam("id") UUID id,
      @QueryParam("done") @DefaultValue("") String done,
      @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Task task = desk.task(viewer, id);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("task", TaskBody.of(task, desk.today()).line());
    model.put("mine", task.owner().equals(viewer.id()));
    model.put("leads", TaskDesk.leads(viewer, task));
    model.put("done", done);
    return signed.page(pages, "task", "/tasks/" + id, model);
  }

  /** Brings a task into another state. */
  @POST
  @Path("{id}/state")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("id") UUID id,
      @FormParam("state") @DefaultValue("") String state,
      @FormParam("note") @DefaultValue("") String note,
      @BeanParam Signed signed) {
    Task.State wanted = Task.State.ofId(state).orElseThrow(BadRequestException::new);
    TaskDesk.Change change;
    try {
      change = desk.change(signed.viewer(), id, wanted, note);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    if (change == TaskDesk.Change.NOT_YOURS) {
      throw new NotFoundException();
    }
    return Response.seeOther(
            URI.create(
                "/tasks/"
                    + id
                    + (change == TaskDesk.Change.MADE ? "?done=task-" + wanted.id() : "")))
        .build();
  }
}
