package dev.dealcoach.service;

import dev.dealcoach.kb.vector.EmbeddedVectors;
import dev.dealcoach.nlp.pack.RulePackException;
import dev.dealcoach.service.annotate.AnnotateTask;
import dev.dealcoach.service.annotate.AnnotatedCopies;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.service.child.ChildSettings;
import dev.dealcoach.service.intake.ChildDocumentParser;
import dev.dealcoach.service.intake.ReadingProcesses;
import dev.dealcoach.service.job.DbSchedulerQueue;
import dev.dealcoach.service.job.ReviewJobs;
import dev.dealcoach.service.proposal.ProposalStore;
import dev.dealcoach.service.retrieval.LibraryIndex;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.FolderBlobs;
import dev.dealcoach.service.store.JdbiBacklog;
import dev.dealcoach.service.store.JdbiFigures;
import dev.dealcoach.service.store.JdbiLibrary;
import dev.dealcoach.service.store.JdbiProposals;
import dev.dealcoach.service.store.Residue;
import dev.dealcoach.service.web.ProposalReviewer;
import dev.dealcoach.service.web.Web;
import dev.dealcoach.service.web.WebLimits;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.jdbi3.JdbiFactory;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.dropwizard.migrations.MigrationsBundle;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** The service: reads its settings and puts the parts together. */
public final class CoachApplication extends Application<CoachConfiguration> {
  /** Where the index of examples lies, in the data directory. */
  static final String LIBRARY = "library";

  private final InstantSource clock;
  private final Function<Path, Blobs> files;

  /** With the machine's clock. */
  public CoachApplication() {
    this(Clock.systemUTC());
  }

  /**
   * @param clock what everything that is kept is dated by
   */
  public CoachApplication(InstantSource clock) {
    this(clock, FolderBlobs::new);
  }

  /**
   * @param clock what everything that is kept is dated by
   * @param files the store of files in a folder
   */
  public CoachApplication(InstantSource clock, Function<Path, Blobs> files) {
    this.clock = clock;
    this.files = files;
  }

  @Override
  public String getName() {
    return "coach";
  }

  @Override
  public void initialize(Bootstrap<CoachConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
    bootstrap.addCommand(new FirstAdministrator(clock));
    MaintenanceCommand.all(clock).forEach(bootstrap::addCommand);
    bootstrap.addBundle(
        new MigrationsBundle<>() {
          @Override
          public DataSourceFactory getDataSourceFactory(CoachConfiguration configuration) {
            return configuration.database();
          }

          @Override
          public String getMigrationsFileName() {
            return Database.MIGRATIONS;
          }
        });
    Web.initialize(bootstrap);
  }

  @Override
  public void run(CoachConfiguration configuration, Environment environment) throws Exception {
    if (configuration.getServerFactory() instanceof AbstractServerFactory server) {
      // Dropwizard's own answers are not problem+json, and say what is inside
      server.setRegisterDefaultExceptionMappers(false);
    }
    Path data = configuration.dataDirectory();
    Node node = Node.of(data);
    environment.lifecycle().manage(new AutoCloseableManager(node));
    environment.healthChecks().register("data", new DataDirectoryHealth(data));

    ReadingConfiguration reading = configuration.reading();
    int heap = Math.toIntExact(reading.memory().toMebibytes());
    Path temporary = data.resolve("temporary");
    ChildPool readers = ChildPool.open(ReadingProcesses.of(reading.processes(), heap, temporary));
    ChildPool writers = ChildPool.open(ChildSettings.of(AnnotateTask.class, 1, heap, temporary));
    environment.lifecycle().manage(new AutoCloseableManager(readers));
    environment.lifecycle().manage(new AutoCloseableManager(writers));
    readers.warm(1);

    PackParts packs =
        PackParts.with(
            configuration.rules(), configuration.jobs(), reading, node.name(), temporary, clock);
    AnnotatedCopies copies = new AnnotatedCopies(writers);
    ChildDocumentParser parser = new ChildDocumentParser(readers);
    ProposalReviewer reviewer =
        new PipelineReviewer(parser, reading.limits(), packs.inForce(), copies);
    Web.run(
        environment,
        reviewer,
        packs.inForce()::discovery,
        limits(reading),
        data.resolve("recent-reviews"),
        clock);

    DataSourceFactory database = configuration.database();
    ManagedDataSource source = database.build(environment.metrics(), "database");
    Database.migrate(source);
    Jdbi jdbi =
        Database.knowing(new JdbiFactory().build(environment, database, source, "database"));
    // managed next after the source, so that it stops when all who use it have stopped
    environment.lifecycle().manage(new AutoCloseableManager(() -> Residue.close(source)));
    packs.follow(jdbi);
    Blobs blobs = files.apply(configuration.files());
    DbSchedulerQueue queue = new DbSchedulerQueue(source);
    ProposalStore proposals = new JdbiProposals(jdbi, queue);
    LibraryIndex library =
        new LibraryIndex(new JdbiLibrary(jdbi), data.resolve(LIBRARY), EmbeddedVectors.standard());
    BackgroundWork.manage(environment.lifecycle(), library);
    JdbiFigures figures =
        new JdbiFigures(
            jdbi, configuration.figures().calendar(), configuration.figures().inForce());
    BackgroundWork.manage(environment.lifecycle(), new FirstCount(figures));
    Work.run(
        environment,
        jdbi,
        source,
        proposals,
        new JdbiBacklog(jdbi, queue),
        blobs,
        configuration.files(),
        data,
        copies,
        configuration.accounts(),
        configuration.limits(),
        limits(reading),
        packs,
        library,
        figures,
        configuration.sampleCompany(),
        new SpokenWork(
            configuration.speech(), configuration.jobs(), source, node.name(), data, clock),
        configuration.alerts(),
        clock);
    environment.healthChecks().register("files", new FilesHealth(blobs));
    environment
        .lifecycle()
        .manage(new ControlPort(data, new Maintenance(source, blobs, library, figures, clock)));
    BackgroundWork.manage(
        environment.lifecycle(),
        new ReviewJobs(
            source,
            configuration.jobs().settings(node.name(), reading.processes()),
            queue,
            proposals,
            blobs,
            new StoredReviewer(parser, reading.limits(), packs.inForce()),
            clock));
    if (System.getProperty("coach.record") != null) {
      environment.lifecycle().addServerLifecycleListener(started -> endRehearsal());
    }
  }

  /** Packaging starts the service only to learn which classes that takes. */
  private static void endRehearsal() {
    Thread.ofPlatform().start(() -> Runtime.getRuntime().exit(0));
  }

  /** What cannot be used ends with 2, as everywhere on the command line; our own failure with 1. */
  @Override
  protected void onFatalError(Throwable thrown) {
    int status =
        thrown instanceof MaintenanceCommand.Failed failed
            ? failed.status()
            : thrown instanceof IllegalArgumentException || thrown instanceof RulePackException
                ? 2
                : 1;
    Runtime.getRuntime().exit(status);
  }

  private static WebLimits limits(ReadingConfiguration reading) {
    return new WebLimits(
        reading.largestFile().toBytes(),
        WebLimits.STANDARD.statementCharacters(),
        WebLimits.STANDARD.summaryCharacters(),
        WebLimits.STANDARD.kept(),
        WebLimits.STANDARD.age(),
        reading.processes());
  }
}
