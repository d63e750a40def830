package dev.dealcoach.service.web.day;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Allowed;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.account.Signed;
import dev.dealcoach.service.web.alerts.Inbox;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of a person's day and history. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Allowed({Role.REP, Role.MANAGER})
public final class DayPages {
  /** How many alerts the day shows. */
  private static final int ALERTS = 3;

  private final Day day;
  private final History history;
  private final Inbox inbox;
  private final Pages pages;
  private final InstantSource clock;

  public DayPages(Day day, History history, Inbox inbox, Pages pages, InstantSource clock) {
    this.day = day;
    this.history = history;
    this.inbox = inbox;
    this.pages = pages;
    this.clock = clock;
  }

  /** My day: what needs me, what to ask next, the last results. */
  @GET
  @Path("home")
  public Response home(@BeanParam Signed signed) {
    Viewer viewer = signed.viewer();
    Language language = signed.language();
    Day.Content content = day.of(viewer.id(), clock.instant(), language);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("tasks", content.tasks().stream().map(task -> line(task, content.today())).toList());
    model.put("late", content.late().stream().map(task -> line(task, content.today())).toList());
    model.put("toWrite", content.toWrite().stream().map(DayPages::line).toList());
    model.put(
        "refused",
        content.refused().stream()
            .map(
                review ->
                    Map.of(
                        "deal", review.deal().toString(),
                        "fileName", review.fileName(),
                        "refusal", review.refusal() == null ? "" : review.refusal()))
            .toList());
    model.put("waiting", inbox.count(viewer));
    model.put(
        "alerts",
        inbox.newest(viewer, ALERTS, language).stream()
            .map(
                each ->
                    Map.of("address", each.address(), "sentence", each.sentence(), "at", each.at()))
            .toList());
    model.put("next", content.next().stream().map(DayPages::line).toList());
    model.put("results", content.results().stream().map(DayPages::line).toList());
    model.put("deals", content.open().stream().map(DayPages::line).toList());
    return signed.page(pages, "home", "/home", model);
  }

  /** My history: weekly means of summaries and proposals. */
  @GET
  @Path("history")
  public Response history(@BeanParam Signed signed) {
    History.Content content = history.of(signed.viewer().id(), clock.instant());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("charts", Chart.of(content));
    model.put("weeks", content.weeks().stream().map(History.Week::line).toList());
    model.put("any", content.any());
    return signed.page(pages, "history", "/history", model);
  }

  private static Map<String, Object> line(Task task, LocalDate today) {
    return Map.of(
        "id", task.id().toString(),
        "title", task.title(),
        "owner", task.ownerName(),
        "due", task.due().toString(),
        "overdue", task.overdue(today));
  }

  private static Map<String, Object> line(Day.ToWrite each) {
    return Map.of(
        "contact", each.contact().id().toString(),
        "deal", each.contact().deal().toString(),
        "customer", each.contact().customerName(),
        "held", each.contact().held().toString(),
        "overdue", each.overdue());
  }

  private static Map<String, Object> line(Day.NextStep each) {
    return Map.of(
        "deal", each.deal().id().toString(),
        "customer", each.deal().customerName(),
        "item", each.item(),
        "status", each.status(),
        "ask", each.ask());
  }

  private static Map<String, Object> line(Day.Result each) {
    return Map.of(
        "kind", each.kind(),
        "id", each.id().toString(),
        "deal", each.deal().toString(),
        "name", each.name(),
        "score", each.score() == null ? "" : each.score().toString(),
        "machine", each.machine() == null ? "" : each.machine().toString(),
        "at", each.at().toString());
  }

  private static Map<String, Object> line(Deal deal) {
    return Map.of(
        "id", deal.id().toString(), "customer", deal.customerName(), "title", deal.title());
  }
}
