package dev.dealcoach.service;

import dev.dealcoach.service.brief.Briefs;
import dev.dealcoach.service.discovery.Discovery;
import dev.dealcoach.service.honours.Honours;
import dev.dealcoach.service.lesson.Submissions;
import dev.dealcoach.service.library.Curation;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.retrieval.ExampleChoice;
import dev.dealcoach.service.store.JdbiKnownNames;
import dev.dealcoach.service.store.JdbiLibrary;
import dev.dealcoach.service.store.JdbiReplays;
import dev.dealcoach.service.store.JdbiSubmissions;
import dev.dealcoach.service.store.JdbiTasks;
import dev.dealcoach.service.task.TaskStore;
import dev.dealcoach.service.web.brief.BriefDesk;
import dev.dealcoach.service.web.brief.BriefPages;
import dev.dealcoach.service.web.brief.BriefResource;
import dev.dealcoach.service.web.brief.BriefWording;
import dev.dealcoach.service.web.honours.HonoursDesk;
import dev.dealcoach.service.web.honours.HonoursPages;
import dev.dealcoach.service.web.honours.HonoursResource;
import dev.dealcoach.service.web.lesson.FlawWords;
import dev.dealcoach.service.web.lesson.Models;
import dev.dealcoach.service.web.library.Nominations;
import dev.dealcoach.service.web.replay.ReplayDesk;
import dev.dealcoach.service.web.replay.ReplayPages;
import dev.dealcoach.service.web.replay.ReplayResource;
import dev.dealcoach.service.web.tasks.TaskDesk;
import dev.dealcoach.service.web.tasks.TaskPages;
import dev.dealcoach.service.web.tasks.TaskResource;
import java.security.SecureRandom;
import java.util.List;

/** Puts together what is learned together: tasks, brief, honours board, replay. */
final class LearningParts {
  /** Seeds are short enough to be read out. */
  private static final long LARGEST_SEED = 1_000_000_000;

  private LearningParts() {}

  /**
   * The resources and pages.
   *
   * @param discovery knows how rules are worded
   * @param taskDesk says what may be done with tasks
   */
  static List<Object> of(Foundation foundation, Discovery discovery, TaskDesk taskDesk) {
    TaskStore tasks = new JdbiTasks(foundation.jdbi());
    Submissions submissions = new JdbiSubmissions(foundation.jdbi());
    LibraryStore library = new JdbiLibrary(foundation.jdbi());
    FlawWords flaws = new FlawWords(discovery::rule, foundation.messages());
    Models models =
        new Models(new ExampleChoice(library, foundation.library(), foundation.industries()));
    BriefDesk briefs =
        new BriefDesk(
            new Briefs(
                foundation.figures(),
                submissions,
                tasks,
                foundation.teams(),
                foundation.accounts(),
                foundation.clock()),
            new BriefWording(foundation.messages(), flaws, models),
            foundation.teams(),
            foundation.access());
    HonoursDesk honours =
        new HonoursDesk(
            new Honours(foundation.figures(), submissions, foundation.clock()),
            foundation.accounts(),
            foundation.contacts(),
            foundation.proposals(),
            flaws,
            models,
            foundation.access(),
            foundation.messages());
    ReplayDesk replays = replays(foundation, library);
    return List.of(
        new TaskPages(taskDesk, foundation.pages()),
        new TaskResource(taskDesk, foundation.messages()),
        new BriefPages(briefs, foundation.pages()),
        new BriefResource(briefs, foundation.messages()),
        new HonoursPages(honours, foundation.pages()),
        new HonoursResource(honours),
        new ReplayPages(replays, foundation.messages(), foundation.pages()),
        new ReplayResource(replays, foundation.messages()));
  }

  private static ReplayDesk replays(Foundation foundation, LibraryStore library) {
    SecureRandom random = new SecureRandom();
    return new ReplayDesk(
        new JdbiReplays(foundation.jdbi()),
        foundation.deals(),
        foundation.contacts(),
        foundation.proposals(),
        library,
        new Nominations(
            foundation.proposals(),
            foundation.contacts(),
            foundation.deals(),
            foundation.accounts(),
            new JdbiKnownNames(foundation.jdbi()),
            foundation.industries(),
            new Curation(library, foundation.clock(), foundation.library()::soon),
            foundation.access()),
        foundation.teams(),
        foundation.access(),
        foundation.figures()::calendar,
        () -> random.nextLong(1, LARGEST_SEED),
        foundation.clock());
  }
}
