package dev.dealcoach.service.web.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.web.Created;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Problem;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks as JSON. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class TaskResource {
  private final TaskDesk desk;
  private final Messages messages;

  public TaskResource(TaskDesk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
  }

  /**
   * A task to be set.
   *
   * @param owner somebody of the viewer's teams
   * @param doneWhen what counts as done
   * @param link the page it comes from; may be left out
   */
  public record NewTaskBody(
      @JsonProperty @Nullable UUID owner,
      @JsonProperty @Nullable String title,
      @JsonProperty @Nullable String doneWhen,
      @JsonProperty @Nullable LocalDate due,
      @JsonProperty @Nullable String link) {}

  /**
   * Another state.
   *
   * @param state {@code done}, {@code dropped} or {@code open}; the last two are for who leads
   */
  public record StateBody(
      @JsonProperty @Nullable String state, @JsonProperty @Nullable String note) {}

  /** The open tasks that the viewer sees, those due first before the others. */
  @GET
  public List<TaskBody> open(@BeanParam Signed signed) {
    LocalDate today = desk.today();
    return desk.open(signed.viewer()).stream().map(task -> TaskBody.of(task, today)).toList();
  }

  /** Those that have ended, the one that ended last first. */
  @GET
  @Path("ended")
  public Page<TaskBody> ended(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @Nullable String after,
      @BeanParam Signed signed) {
    LocalDate today = desk.today();
    try {
      Page<Task> page = desk.ended(signed.viewer(), new PageRequest(limit, after));
      return new Page<>(
          page.items().stream().map(task -> TaskBody.of(task, today)).toList(), page.next());
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  /** A task. */
  @GET
  @Path("{id}")
  public TaskBody task(@PathParam("id") UUID id, @BeanParam Signed signed) {
    return TaskBody.of(desk.task(signed.viewer(), id), desk.today());
  }

  /** Sets a task to somebody of the viewer's teams. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allowed(Role.MANAGER)
  public Response newTask(
      @Nullable NewTaskBody body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @BeanParam Signed signed) {
    if (body == null || body.owner() == null || body.due() == null) {
      throw new BadRequestException();
    }
    Viewer viewer = signed.viewer();
    Creation creation;
    try {
      creation =
          desk.set(
              viewer,
              body.owner(),
              Objects.requireNonNullElse(body.title(), ""),
              Objects.requireNonNullElse(body.doneWhen(), ""),
              body.due(),
              Objects.requireNonNullElse(body.link(), ""),
              key);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    return Created.answer(
        creation,
        id -> TaskBody.of(desk.task(viewer, id), desk.today()),
        "/api/v1/tasks/",
        messages,
        signed.language());
  }

  /** Brings a task into another state; the answer is what it is now. */
  @PUT
  @Path("{id}/state")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @PathParam("id") UUID id, @Nullable StateBody body, @BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Task.State state =
        body == null || body.state() == null
            ? null
            : Task.State.ofId(body.state()).orElseThrow(BadRequestException::new);
    if (body == null || state == null) {
      throw new BadRequestException();
    }
    TaskDesk.Change change;
    try {
      change = desk.change(viewer, id, state, Objects.requireNonNullElse(body.note(), ""));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    return switch (change) {
      case MADE, NOTHING -> Response.ok(TaskBody.of(desk.task(viewer, id), desk.today())).build();
      case NOT_YOURS -> Problem.of("task-not-yours", 422, messages, signed.language()).response();
    };
  }
}
