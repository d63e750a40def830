package dev.dealcoach.service.store;

import static dev.dealcoach.service.store.FigureStory.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.service.brief.Brief;
import dev.dealcoach.service.brief.Brief.Point;
import dev.dealcoach.service.brief.Briefs;
import dev.dealcoach.service.figure.Improvement.Kind;
import dev.dealcoach.service.figure.Light;
import dev.dealcoach.service.figure.Lights;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.honours.Honours;
import dev.dealcoach.service.honours.HonoursBoard;
import dev.dealcoach.service.lesson.Flaw;
import dev.dealcoach.service.lesson.Gap;
import dev.dealcoach.service.lesson.Submission;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.request.Creation;
import dev.dealcoach.service.task.NewTask;
import dev.dealcoach.service.task.Task;
import dev.dealcoach.service.task.TaskSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Briefs and boards are made of what is stored, and are the same whenever they are made. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BriefsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  /** Monday in Shanghai, still Sunday in UTC. */
  private static final Instant EARLY_MONDAY = Instant.parse("2026-03-01T16:30:00Z");

  private static final Instant WEDNESDAY = Instant.parse("2026-03-04T03:00:00Z");
  private static final Instant NEXT_MONDAY = Instant.parse("2026-03-09T02:00:00Z");

  @Parameter TestDatabase database;

  private FigureStory story;
  private JdbiFigures figures;
  private JdbiSubmissions submissions;
  private JdbiTasks tasks;
  private Instant now = NEXT_MONDAY;
  private Briefs briefs;
  private Team top;
  private Team east;
  private Account boss;
  private Account lin;
  private UUID deal;

  @BeforeEach
  void open() {
    DataSource source = database.migrated();
    story = new FigureStory(source);
    figures = new JdbiFigures(story.jdbi, WorkCalendar.of(SHANGHAI), Lights.PRESET_60_40);
    submissions = new JdbiSubmissions(story.jdbi);
    tasks = new JdbiTasks(story.jdbi);
    briefs =
        new Briefs(
            figures, submissions, tasks, story.teams, new JdbiAccounts(story.jdbi), () -> now);
    top = story.people.team(null);
    east = story.people.team(top);
    boss = story.people.account(Role.MANAGER);
    story.people.member(boss, east, true, BEFORE, null);
    lin = story.rep(east, BEFORE);
    deal = story.deal(lin, null, BEFORE);
  }

  private static Sight through(Team... teams) {
    return new Sight(
        new UUID(0, 0), Set.copyOf(java.util.Arrays.stream(teams).map(Team::id).toList()));
  }

  private void held(Account rep, UUID of, Instant at, String statuses) {
    story.contact(rep, of, at, summary(statuses, false, null, at));
  }

  private Brief brief() {
    return briefs.of(east, through(east), MONDAY);
  }

  @Test
  void figuresAreThoseOfTheTeamsPage() {
    held(lin, deal, EARLY_MONDAY, "cmcmp");
    held(lin, deal, WEDNESDAY, "cmmmp");
    held(lin, deal, MONDAY.minusDays(1).atTime(12, 0).atZone(SHANGHAI).toInstant(), "ccccc");
    story.contact(lin, deal, WEDNESDAY, summary("mmmmm", true, null, WEDNESDAY));
    story.review(lin, deal, WEDNESDAY, 1, "clause.missing-payment", "clause.missing-payment");
    story.review(lin, deal, WEDNESDAY, 2, "clause.missing-payment", "evidence.too-few");
    story.action(lin, deal, WEDNESDAY, true);
    Brief brief = brief();
    assertThat(brief.reps()).hasSize(1);
    Brief.Rep rep = brief.reps().getFirst();
    assertThat(rep.figures())
        .isEqualTo(figures.figures(through(east), MONDAY, MONDAY.plusWeeks(1)).getFirst());
    assertThat(rep.figures().discovery()).isEqualTo(40);
    assertThat(rep.figures().scored()).isEqualTo(2);
    assertThat(rep.discovery()).isEqualTo(Light.RED);
    assertThat(rep.rate()).isEqualTo(Light.GREEN);
    assertThat(brief.gaps())
        .containsExactly(
            new Gap(new Flaw(Kind.CONTACT, "budget"), 2, 2),
            new Gap(new Flaw(Kind.CONTACT, "competitor"), 2, 2),
            new Gap(new Flaw(Kind.PROPOSAL, "clause.missing-payment"), 2, 2));
    assertThat(brief.points()).containsExactly(new Point.Discovery(lin.name(), 40, "budget"));
    assertThat(brief.last()).isEqualTo(MONDAY.plusDays(6));
  }

  @Test
  void everybodyWhoWasThereInTheWeekIsInItAndNobodyElse() {
    Team west = story.people.team(top);
    Account mover = story.rep(west, BEFORE);
    UUID theirs = story.deal(mover, null, BEFORE);
    held(mover, theirs, EARLY_MONDAY, "mmmmm");
    story.move(mover, east, WEDNESDAY);
    held(mover, theirs, WEDNESDAY.plusSeconds(60), "ccccc");
    story.rep(east, NEXT_MONDAY);
    Brief brief = brief();
    assertThat(brief.reps())
        .extracting(Brief.Rep::id)
        .containsExactlyInAnyOrder(lin.id(), mover.id());
    Brief.Rep moved =
        brief.reps().stream()
            .filter(each -> each.id().equals(mover.id()))
            .findFirst()
            .orElseThrow();
    assertThat(moved.figures().discovery()).isEqualTo(100);
    assertThat(brief.points()).containsExactly(new Point.Silent(lin.name()));
    assertThat(briefs.of(top, through(top, east, west), MONDAY).reps()).hasSize(2);
  }

  @Test
  void aBriefOfThePastIsTheSameForEver() {
    held(lin, deal, WEDNESDAY, "cmcmp");
    UUID task =
        ((Creation.New)
                tasks.add(
                    new NewTask(
                        lin.id(),
                        boss.id(),
                        "ask",
                        "it is written",
                        MONDAY.plusDays(2),
                        TaskSource.NONE,
                        EARLY_MONDAY),
                    null))
            .id();
    Brief then = brief();
    assertThat(then.tasks()).extracting(Task::state).containsExactly(Task.State.OPEN);
    assertThat(then.points()).contains(new Point.Late(lin.name(), "ask"));

    now = NEXT_MONDAY.plus(Duration.ofDays(40));
    tasks.change(task, Task.State.DONE, lin.id(), "", now);
    tasks.add(
        new NewTask(lin.id(), boss.id(), "another", "d", MONDAY.plusDays(60), TaskSource.NONE, now),
        null);
    held(lin, deal, now, "mmmmm");
    story.rep(east, now);
    assertThat(brief()).isEqualTo(then);
    Brief later = briefs.of(east, through(east), MONDAY.plusWeeks(1));
    assertThat(later.tasks()).extracting(Task::id).containsExactly(task);
  }

  @Test
  void aWeekThatIsNotOverEndsToday() {
    now = WEDNESDAY;
    assertThat(briefs.thisWeek()).isEqualTo(MONDAY);
    assertThat(brief().last()).isEqualTo(MONDAY.plusDays(2));
    now = EARLY_MONDAY;
    assertThat(briefs.thisWeek()).isEqualTo(MONDAY);
    now = EARLY_MONDAY.minusSeconds(3600);
    assertThat(briefs.thisWeek()).isEqualTo(MONDAY.minusWeeks(1));
  }

  @Test
  void submissionsCountAsFiguresDo() {
    held(lin, deal, WEDNESDAY, "cpmcc");
    story.contact(lin, deal, WEDNESDAY, summary("mmmmm", true, null, WEDNESDAY));
    story.contact(lin, deal, WEDNESDAY, summary("mmmmm", false, UUID.randomUUID(), WEDNESDAY));
    story.contact(lin, deal, WEDNESDAY, null);
    story.review(lin, deal, WEDNESDAY.plusSeconds(1), 1, "evidence.too-few");
    List<Submission> all = submissions.of(through(east), EARLY_MONDAY, NEXT_MONDAY);
    assertThat(all).extracting(Submission::kind).containsExactly(Kind.CONTACT, Kind.PROPOSAL);
    assertThat(all.getFirst().flaws()).containsExactlyInAnyOrder("budget", "decision_maker");
    assertThat(all.getLast().flaws()).containsExactly("evidence.too-few");
    assertThat(all.getFirst().link())
        .isEqualTo("/deals/" + deal + "/contacts/" + all.getFirst().id());
    story.correct(all.getFirst().id(), 90, "decision_maker", "covered");
    assertThat(submissions.of(through(east), EARLY_MONDAY, NEXT_MONDAY).getFirst().flaws())
        .containsExactly("budget");
    assertThat(submissions.of(through(top), EARLY_MONDAY, NEXT_MONDAY)).isEmpty();
    assertThat(submissions.of(through(east), EARLY_MONDAY, WEDNESDAY)).isEmpty();
  }

  @Test
  void theBoardPraisesByImprovement() {
    Instant february = Instant.parse("2026-02-10T03:00:00Z");
    for (int i = 0; i < 3; i++) {
      held(lin, deal, february.plus(Duration.ofDays(i)), "cmmcc");
      held(lin, deal, WEDNESDAY.plus(Duration.ofDays(i)), "cccmc");
    }
    now = Instant.parse("2026-04-02T00:00:00Z");
    Honours honours = new Honours(figures, submissions, () -> now);
    assertThat(honours.thisMonth()).isEqualTo(YearMonth.of(2026, 4));
    HonoursBoard board = honours.of(through(top, east), YearMonth.of(2026, 3));
    assertThat(board.praised()).hasSize(1);
    assertThat(board.praised().getFirst().account()).isEqualTo(lin.id());
    assertThat(board.praised().getFirst().rate()).isEqualTo(1);
    assertThat(board.praised().getFirst().steps())
        .extracting(step -> step.flaw().id())
        .containsExactly("budget", "decision_maker");
    assertThat(honours.of(through(top, east), YearMonth.of(2026, 2)).praised()).isEmpty();
  }
}
