package dev.dealcoach.service;

import dev.dealcoach.nlp.pack.PackFiles;
import dev.dealcoach.nlp.pack.PackSource;
import dev.dealcoach.nlp.pack.RulePack;
import dev.dealcoach.nlp.pack.RulePackLoader;
import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.service.intake.ChildDocumentParser;
import dev.dealcoach.service.intake.ReadingProcesses;
import dev.dealcoach.service.job.TrialJobs;
import dev.dealcoach.service.job.TrialTasks;
import dev.dealcoach.service.job.TrialWorker;
import dev.dealcoach.service.pack.PackDesk;
import dev.dealcoach.service.pack.PackInForce;
import dev.dealcoach.service.pack.PackStore;
import dev.dealcoach.service.pack.TrialDesk;
import dev.dealcoach.service.pack.TrialStore;
import dev.dealcoach.service.proposal.ReviewBacklog;
import dev.dealcoach.service.store.JdbiKnownNames;
import dev.dealcoach.service.store.JdbiPacks;
import dev.dealcoach.service.store.JdbiTrials;
import dev.dealcoach.service.web.packs.PackFilePages;
import dev.dealcoach.service.web.packs.PackPages;
import dev.dealcoach.service.web.packs.PackResource;
import dev.dealcoach.service.web.packs.PackWording;
import dev.dealcoach.service.web.packs.TrialPages;
import dev.dealcoach.service.web.packs.TrialResource;
import io.dropwizard.lifecycle.AutoCloseableManager;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Puts together the rule pack that judges, and rule packs in the trainers' workspace. */
final class PackParts {
  private final PackInForce inForce;
  private final List<PackSource> sources;
  private final JobsConfiguration jobs;
  private final ReadingConfiguration reading;
  private final String node;
  private final Path temporary;
  private final InstantSource clock;

  private PackParts(
      List<PackSource> sources,
      PackInForce inForce,
      JobsConfiguration jobs,
      ReadingConfiguration reading,
      String node,
      Path temporary,
      InstantSource clock) {
    this.sources = sources;
    this.inForce = inForce;
    this.jobs = jobs;
    this.reading = reading;
    this.node = node;
    this.temporary = temporary;
    this.clock = clock;
  }

  /**
   * Loads the pack that the service is started with.
   *
   * @param rules folder of the company's own pack; empty for none
   * @param node this process's name
   * @throws dev.dealcoach.nlp.pack.RulePackException if the company's pack has problems
   */
  static PackParts with(
      Optional<Path> rules,
      JobsConfiguration jobs,
      ReadingConfiguration reading,
      String node,
      Path temporary,
      InstantSource clock) {
    List<PackSource> sources = new ArrayList<>(List.of(PackSource.standard()));
    rules.map(Path::toAbsolutePath).map(PackSource::folder).ifPresent(sources::add);
    PackInForce inForce = new PackInForce(RulePackLoader.load(sources), RulePack.standard());
    return new PackParts(List.copyOf(sources), inForce, jobs, reading, node, temporary, clock);
  }

  /** The pack that judges. */
  PackInForce inForce() {
    return inForce;
  }

  /** From now on the pack that was published last judges. */
  void follow(Jdbi jdbi) {
    PackStore packs = new JdbiPacks(jdbi);
    new PackDesk(packs, inForce, clock).keep(PackFiles.of(sources));
    inForce.follow(packs);
  }

  /** Adds the jobs; gives resources and pages. */
  List<Object> of(Foundation foundation, ReviewBacklog backlog) {
    Jdbi jdbi = foundation.jdbi();
    ChildPool readers =
        ChildPool.open(
            ReadingProcesses.of(1, Math.toIntExact(reading.memory().toMebibytes()), temporary));
    foundation.environment().lifecycle().manage(new AutoCloseableManager(readers));
    TrialTasks queue = new TrialTasks(foundation.source());
    PackStore packs = new JdbiPacks(jdbi);
    TrialStore trials = new JdbiTrials(jdbi, queue);
    PackDesk desk = new PackDesk(packs, inForce, clock);
    TrialDesk rehearsals = new TrialDesk(packs, trials, desk, inForce, clock);
    TrialWorker worker =
        new TrialWorker(
            trials,
            packs,
            inForce,
            new PackRehearsal(new ChildDocumentParser(readers), reading.limits()),
            foundation.blobs(),
            new JdbiKnownNames(jdbi),
            backlog,
            clock);
    foundation
        .environment()
        .lifecycle()
        .manage(new TrialJobs(foundation.source(), jobs.settings(node, 1), queue, worker, clock));
    PackWording wording = new PackWording(foundation.messages(), inForce);
    return List.of(
        new PackPages(
            packs, trials, desk, inForce, wording, foundation.access(), foundation.pages()),
        new PackFilePages(packs, desk, wording, foundation.access(), foundation.pages()),
        new TrialPages(packs, trials, rehearsals, wording, foundation.access(), foundation.pages()),
        new PackResource(packs, desk, inForce, wording, foundation.access(), foundation.messages()),
        new TrialResource(packs, trials, rehearsals, foundation.access(), foundation.messages()));
  }
}
