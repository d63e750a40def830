package dev.dealcoach.service.web.tasks;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.audit.AuditEntry.Act;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.Page;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.task.NewTask;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.task.TaskSource;
import dev.dealcoach.service.task.TaskStore;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be done with tasks, by page and by program alike. Thread-safe. */
public final class TaskDesk {
  private static final int USUAL_DAYS = 7;

  private final TaskStore tasks;
  private final AccountStore accounts;
  private final TeamStore teams;
  private final Access access;
  private final Supplier<WorkCalendar> calendar;
  private final InstantSource clock;

  /**
   * @param calendar says which day it is
   */
  public TaskDesk(
      TaskStore tasks,
      AccountStore accounts,
      TeamStore teams,
      Access access,
      Supplier<WorkCalendar> calendar,
      InstantSource clock) {
    this.tasks = tasks;
    this.accounts = accounts;
    this.teams = teams;
    this.access = access;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The company's day. */
  LocalDate today() {
    return calendar.get().day(clock.instant());
  }

  /** A new task is due after a week, unless another day is chosen. */
  LocalDate usuallyDue() {
    return today().plusDays(USUAL_DAYS);
  }

  /**
   * What the form on the page of somebody's work shows; empty for who may set no task about it.
   *
   * @param whose work it is; chosen already
   * @param link the page
   */
  public Map<String, Object> form(Viewer viewer, UUID whose, String link) {
    if (viewer.id().equals(whose)) {
      return Map.of();
    }
    List<Account> people = people(viewer);
    return people.isEmpty()
        ? Map.of()
        : Map.of(
            "link", link,
            "owner", whose.toString(),
            "title", "",
            "doneWhen", "",
            "due", usuallyDue().toString(),
            "today", today().toString(),
            "people", lines(people));
  }

  /** People to choose from. */
  static List<Map<String, String>> lines(List<Account> people) {
    return people.stream()
        .map(each -> Map.of("id", each.id().toString(), "name", each.name()))
        .toList();
  }

  /** To whom this person may set tasks, by name: who is in the own teams and those below now. */
  List<Account> people(Viewer viewer) {
    if (viewer.role() != Role.MANAGER) {
      return List.of();
    }
    Instant now = clock.instant();
    Map<UUID, Account> known =
        accounts.all().stream()
            .filter(Account::active)
            .collect(Collectors.toMap(Account::id, Function.identity()));
    Set<UUID> found =
        teams.in(access.sight(viewer).teams()).stream()
            .filter(member -> member.at(now))
            .map(Membership::account)
            .filter(account -> !account.equals(viewer.id()) && known.containsKey(account))
            .collect(Collectors.toSet());
    return known.values().stream()
        .filter(account -> found.contains(account.id()))
        .sorted(java.util.Comparator.comparing(Account::name).thenComparing(Account::id))
        .toList();
  }

  /**
   * Sets a task.
   *
   * @param key makes it happen once; null if that does not matter
   * @throws IllegalArgumentException if it is no task: a text is missing or too long, the day is
   *     past, or nothing can come from that page
   * @throws NotFoundException if the owner or the page is not seen
   */
  Creation set(
      Viewer viewer,
      UUID owner,
      String title,
      String doneWhen,
      LocalDate due,
      String link,
      @Nullable String key) {
    if (people(viewer).stream().noneMatch(each -> each.id().equals(owner))) {
      if (accounts.find(owner).isPresent()) {
        access.note(viewer, Act.REFUSED, "person", owner, "task");
      }
      throw new NotFoundException();
    }
    TaskSource source = TaskSource.of(link);
    UUID subject = source.subject();
    if (subject != null && !seen(viewer, source, subject)) {
      throw new NotFoundException();
    }
    if (due.isBefore(today())) {
      throw new IllegalArgumentException("a task is due today or later");
    }
    NewTask task = new NewTask(owner, viewer.id(), title, doneWhen, due, source, clock.instant());
    Creation creation =
        tasks.add(
            task,
            Once.of(viewer.id(), key, "task", owner, task.title(), task.doneWhen(), due, link));
    if (creation instanceof Creation.New(UUID id)) {
      access.note(viewer, Act.CREATED, "task", id, "");
    }
    return creation;
  }

  private boolean seen(Viewer viewer, TaskSource source, UUID subject) {
    return source.origin() == Task.Origin.CONTACT
        ? access
            .contact(viewer, subject, "task")
            .filter(contact -> contact.deal().equals(source.deal()))
            .isPresent()
        : access
            .review(viewer, subject, "task")
            .filter(review -> review.deal().equals(source.deal()))
            .isPresent();
  }

  /** A task that this person sees; reading another's is noted. */
  Task task(Viewer viewer, UUID id) {
    Optional<Task> seen = tasks.find(id, access.sight(viewer), clock.instant());
    Task task = seen.orElseThrow(NotFoundException::new);
    if (!task.owner().equals(viewer.id())) {
      access.note(viewer, Act.READ, "task", id, "");
    }
    return task;
  }

  /** The open ones that this person sees. */
  List<Task> open(Viewer viewer) {
    return tasks.open(access.sight(viewer), clock.instant());
  }

  /** Those that have ended. */
  Page<Task> ended(Viewer viewer, PageRequest page) {
    return tasks.ended(access.sight(viewer), clock.instant(), page);
  }

  /** Whether this person may drop the task or open it again: who leads may, who has it may not. */
  static boolean leads(Viewer viewer, Task task) {
    return viewer.role() == Role.MANAGER && !task.owner().equals(viewer.id());
  }

  /** What came of a change. */
  enum Change {
    /** It was made. */
    MADE,
    /** The task is in that state already. */
    NOTHING,
    /** Only who leads may. */
    NOT_YOURS
  }

  /**
   * Brings a task into another state.
   *
   * @throws IllegalArgumentException if the note is too long
   * @throws NotFoundException if the task is not seen
   */
  Change change(Viewer viewer, UUID id, Task.State state, String note) {
    String added = note.strip();
    if (added.length() > NewTask.LONGEST_TEXT) {
      throw new IllegalArgumentException("a note has at most 500 characters");
    }
    Task task = task(viewer, id);
    if (!leads(viewer, task) && state != Task.State.DONE) {
      return Change.NOT_YOURS;
    }
    if (task.state() != Task.State.OPEN && state != Task.State.OPEN) {
      return Change.NOTHING;
    }
    if (!tasks.change(id, state, viewer.id(), added, clock.instant())) {
      return Change.NOTHING;
    }
    access.note(viewer, Act.CHANGED, "task", id, state.id());
    return Change.MADE;
  }
}
