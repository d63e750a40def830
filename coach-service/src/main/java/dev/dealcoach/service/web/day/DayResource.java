package dev.dealcoach.service.web.day;

import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.web.account.Signed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's own day and history. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Allowed({Role.REP, Role.MANAGER})
public final class DayResource {
  private final Day day;
  private final History history;
  private final InstantSource clock;

  public DayResource(Day day, History history, InstantSource clock) {
    this.day = day;
    this.history = history;
    this.clock = clock;
  }

  /** A contact whose summary is to be written. */
  public record ToWrite(UUID contact, UUID deal, String customer, String held, boolean overdue) {}

  /** What to ask next. */
  public record Next(UUID deal, String customer, String item, String status, String ask) {}

  /**
   * A result of late.
   *
   * @param machineScore what the machine said, where a person corrected it; else null
   */
  public record Result(
      String kind,
      UUID id,
      UUID deal,
      String name,
      @Nullable Integer score,
      @Nullable Integer machineScore,
      String at) {}

  /** A task that is open. */
  public record TaskLine(UUID id, String title, String ownerName, String due, boolean overdue) {
    static TaskLine of(Task task, LocalDate today) {
      return new TaskLine(
          task.id(), task.title(), task.ownerName(), task.due().toString(), task.overdue(today));
    }
  }

  /**
   * A day.
   *
   * @param late open tasks that the viewer set to others and that are overdue
   */
  public record DayBody(
      List<TaskLine> tasks,
      List<TaskLine> late,
      List<ToWrite> toWrite,
      List<Next> next,
      List<Result> results) {}

  /**
   * Means of a week from Monday on; null without any.
   *
   * @param corrected how many of its scores people corrected
   */
  public record WeekBody(
      String monday,
      @Nullable Double discovery,
      int contacts,
      @Nullable Double gold,
      int proposals,
      int corrected) {}

  /** What needs the viewer, what to ask next, and the last results. */
  @GET
  @Path("day")
  public DayBody day(@BeanParam Signed signed) {
    Day.Content content = day.of(signed.viewer().id(), clock.instant(), signed.language());
    return new DayBody(
        content.tasks().stream().map(task -> TaskLine.of(task, content.today())).toList(),
        content.late().stream().map(task -> TaskLine.of(task, content.today())).toList(),
        content.toWrite().stream()
            .map(
                each ->
                    new ToWrite(
                        each.contact().id(),
                        each.contact().deal(),
                        each.contact().customerName(),
                        each.contact().held().toString(),
                        each.overdue()))
            .toList(),
        content.next().stream()
            .map(
                each ->
                    new Next(
                        each.deal().id(),
                        each.deal().customerName(),
                        each.item(),
                        each.status(),
                        each.ask()))
            .toList(),
        content.results().stream()
            .map(
                each ->
                    new Result(
                        each.kind(),
                        each.id(),
                        each.deal(),
                        each.name(),
                        each.score(),
                        each.machine(),
                        each.at().toString()))
            .toList());
  }

  /** Weekly means of the last weeks, the earliest first. */
  @GET
  @Path("history")
  public List<WeekBody> history(@BeanParam Signed signed) {
    return history.of(signed.viewer().id(), clock.instant()).weeks().stream()
        .map(
            week ->
                new WeekBody(
                    week.monday().toString(),
                    week.discovery(),
                    week.contacts(),
                    week.gold(),
                    week.proposals(),
                    week.corrected()))
        .toList();
  }
}
