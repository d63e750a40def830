package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.People.APRIL;
import static dev.dealcoach.service.store.People.JUNE;
import static dev.dealcoach.service.store.People.MARCH;
import static dev.dealcoach.service.store.People.MAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.request.Once;
import dev.dealcoach.service.request.PageRequest;
import dev.dealcoach.service.task.NewTask;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.task.TaskSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tasks are kept step by step, told to both, and seen by whoever leads the owner. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TaskStoreTest {
  private static final LocalDate DUE = LocalDate.of(2026, 4, 10);

  @Parameter TestDatabase database;

  private JdbiTasks tasks;
  private JdbiNotices notices;
  private People people;
  private Team east;
  private Account rep;
  private Account boss;

  @BeforeEach
  void open() {
    tasks = new JdbiTasks(database.shared());
    notices = new JdbiNotices(database.shared());
    people = new People(database.shared());
    east = people.team(null);
    rep = people.account(Role.REP);
    boss = people.account(Role.MANAGER);
    people.member(rep, east, false, MARCH, null);
    people.member(boss, east, true, MARCH, null);
  }

  private UUID set(String title, LocalDate due, Instant at) {
    NewTask task =
        new NewTask(rep.id(), boss.id(), title, "seen in writing", due, TaskSource.NONE, at);
    return ((Creation.New) tasks.add(task, null)).id();
  }

  private Sight leading(Team team) {
    return new Sight(boss.id(), Set.of(team.id()));
  }

  private List<String> told(Account account) {
    return notices.of(account.id(), PageRequest.first()).items().stream()
        .map(Notice::kind)
        .sorted()
        .toList();
  }

  @Test
  void bothAreToldOfEveryStepOfTheOther() {
    UUID id = set("ask for the budget", DUE, APRIL);
    assertThat(told(rep)).containsExactly("task-set");
    Notice notice = notices.of(rep.id(), PageRequest.first()).items().getFirst();
    assertThat(notice.link()).isEqualTo("/tasks/" + id);
    assertThat(notice.detail()).isEqualTo("ask for the budget");

    assertThat(tasks.change(id, Task.State.DONE, rep.id(), "on paper", MAY)).isTrue();
    assertThat(tasks.change(id, Task.State.DONE, rep.id(), "", MAY)).isFalse();
    assertThat(told(boss)).containsExactly("task-done");
    assertThat(told(rep)).hasSize(1);
    Task done = tasks.find(id, People.own(rep), JUNE).orElseThrow();
    assertThat(done.state()).isEqualTo(Task.State.DONE);
    assertThat(done.note()).isEqualTo("on paper");
    assertThat(done.actor()).isEqualTo(rep.id());
    assertThat(done.changed()).isEqualTo(MAY);

    assertThat(tasks.change(id, Task.State.OPEN, boss.id(), "", MAY.plusSeconds(1))).isTrue();
    assertThat(tasks.change(id, Task.State.DROPPED, boss.id(), "", MAY.plusSeconds(2))).isTrue();
    assertThat(told(rep)).containsExactly("task-dropped", "task-opened", "task-set");
    assertThat(told(boss)).containsExactly("task-done");
    assertThat(tasks.change(UUID.randomUUID(), Task.State.DONE, rep.id(), "", MAY)).isFalse();
  }

  @Test
  void whatStoodThenCanBeToldAgain() {
    UUID id = set("one", DUE, APRIL);
    UUID later = set("two", DUE.minusDays(1), MAY);
    tasks.change(id, Task.State.DONE, rep.id(), "", MAY.plusSeconds(60));
    assertThat(tasks.during(leading(east), APRIL, MAY))
        .extracting(Task::id, Task::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(id, Task.State.OPEN));
    assertThat(tasks.during(leading(east), MAY, JUNE))
        .extracting(Task::id, Task::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(later, Task.State.OPEN),
            org.assertj.core.groups.Tuple.tuple(id, Task.State.DONE));
    // what ended before a period is not in it
    assertThat(tasks.during(leading(east), JUNE, JUNE.plusSeconds(9)))
        .extracting(Task::id)
        .containsExactly(later);
    assertThat(tasks.during(leading(east), MARCH, APRIL)).isEmpty();
  }

  @Test
  void whoLeadsTheOwnerSeesIt() {
    Team west = people.team(null);
    UUID id = set("one", DUE, APRIL);
    assertThat(tasks.find(id, leading(east), MAY)).isPresent();
    assertThat(tasks.find(id, leading(west), MAY)).isEmpty();
    assertThat(tasks.find(id, People.own(rep), MAY)).isPresent();
    assertThat(tasks.find(id, People.own(people.account(Role.REP)), MAY)).isEmpty();
    // the owner moves while it is open: both managers see it
    new JdbiTeams(database.shared())
        .move(
            new dev.dealcoach.service.people.Membership(
                UUID.randomUUID(), rep.id(), west.id(), false, MAY, null));
    assertThat(tasks.find(id, leading(west), MAY.minusSeconds(1))).isEmpty();
    assertThat(tasks.find(id, leading(west), JUNE)).isPresent();
    assertThat(tasks.find(id, leading(east), JUNE)).isPresent();
    assertThat(tasks.open(leading(west), JUNE)).extracting(Task::id).containsExactly(id);
    tasks.change(id, Task.State.DONE, rep.id(), "", JUNE);
    assertThat(tasks.open(leading(west), JUNE)).isEmpty();
    assertThat(tasks.ended(leading(west), JUNE, PageRequest.first()).items())
        .extracting(Task::id)
        .containsExactly(id);
  }

  @Test
  void thoseDueFirstComeFirstAndTheLateAreFound() {
    UUID second = set("b", DUE.plusDays(1), APRIL);
    UUID first = set("a", DUE, MAY);
    assertThat(tasks.open(People.own(rep), JUNE))
        .extracting(Task::id)
        .containsExactly(first, second);
    assertThat(tasks.late(boss.id(), DUE.plusDays(1))).extracting(Task::id).containsExactly(first);
    assertThat(tasks.late(boss.id(), DUE)).isEmpty();
    assertThat(tasks.late(rep.id(), DUE.plusDays(9))).isEmpty();
    Task task = tasks.find(first, People.own(rep), JUNE).orElseThrow();
    assertThat(task.overdue(DUE)).isFalse();
    assertThat(task.overdue(DUE.plusDays(1))).isTrue();
  }

  @Test
  void theSameRequestSetsItOnce() {
    NewTask task = new NewTask(rep.id(), boss.id(), "t", "d", DUE, TaskSource.NONE, APRIL);
    Once once = Once.of(boss.id(), UUID.randomUUID().toString(), "task", "t");
    Creation.New made = (Creation.New) tasks.add(task, once);
    assertThat(tasks.add(task, once)).isEqualTo(new Creation.Earlier(made.id()));
    assertThat(told(rep)).containsExactly("task-set");
  }
}
