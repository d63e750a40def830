package dev.dealcoach.service;

import dev.dealcoach.kb.vector.EmbeddedVectors;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.backup.BackupException;
import dev.dealcoach.service.backup.Manifest;
import dev.dealcoach.service.backup.Restore;
import dev.dealcoach.service.cli.Console;
import dev.dealcoach.service.retrieval.LibraryIndex;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.FolderBlobs;
import dev.dealcoach.service.store.JdbiFigures;
import dev.dealcoach.service.store.JdbiLibrary;
import dev.dealcoach.service.wording.Messages;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code coach backup DIR CONFIG}, {@code restore DIR CONFIG}, {@code check-data CONFIG}, {@code
 * rebuild-examples CONFIG}, {@code compare-examples CONFIG}, {@code rebuild-figures CONFIG} and
 * {@code erase KIND ID CONFIG}. What may be done while the service runs is done by it, if one runs
 * on the data directory.
 */
abstract class MaintenanceCommand extends ConfiguredCommand<CoachConfiguration> {
  private final InstantSource clock;
  private final Console console = Console.system();

  private MaintenanceCommand(String name, String description, InstantSource clock) {
    super(name, description);
    this.clock = clock;
  }

  static List<MaintenanceCommand> all(InstantSource clock) {
    return List.of(
        new BackupCommand(clock),
        new RestoreCommand(clock),
        new PlainCommand("check-data", "Looks whether database and files fit together", clock),
        new EraseCommand(clock),
        new PlainCommand(
            "rebuild-examples", "Makes the index of the library's examples anew", clock),
        new PlainCommand(
            "compare-examples", "Looks whether index and database hold the same examples", clock),
        new PlainCommand(
            "rebuild-figures", "Counts the team's figures anew from all that is stored", clock));
  }

  @Override
  public void onError(Cli cli, Namespace arguments, Throwable thrown) {
    if (!(thrown instanceof Failed)) {
      cli.getStdErr().println("coach: " + thrown.getMessage());
    }
  }

  @Override
  protected void run(
      Bootstrap<CoachConfiguration> bootstrap,
      Namespace arguments,
      CoachConfiguration configuration)
      throws Exception {
    Language language = console.language();
    Maintenance.Outcome outcome = outcome(bootstrap, arguments, configuration, language);
    boolean fault = outcome.status() != 0;
    outcome
        .lines()
        .forEach(
            line ->
                (fault ? console.err() : console.out()).println(fault ? "coach: " + line : line));
    console.out().flush();
    if (outcome.status() != 0) {
      throw new Failed(outcome);
    }
  }

  /** Carries the exit status; everything is said. */
  static final class Failed extends Exception {
    private final int status;

    Failed(Maintenance.Outcome outcome) {
      super(outcome.lines().getLast(), null, false, false);
      this.status = outcome.status();
    }

    int status() {
      return status;
    }
  }

  abstract List<String> words(Namespace arguments);

  Maintenance.Outcome outcome(
      Bootstrap<CoachConfiguration> bootstrap,
      Namespace arguments,
      CoachConfiguration configuration,
      Language language)
      throws Exception {
    List<String> words = words(arguments);
    Optional<Maintenance.Outcome> done =
        ControlPort.ask(configuration.dataDirectory(), words, language);
    if (done.isPresent()) {
      return done.get();
    }
    ManagedDataSource source =
        configuration.database().build(bootstrap.getMetricRegistry(), words.getFirst());
    source.start();
    try {
      LibraryIndex library =
          new LibraryIndex(
              new JdbiLibrary(Database.jdbi(source)),
              configuration.dataDirectory().resolve(CoachApplication.LIBRARY),
              EmbeddedVectors.standard());
      try {
        JdbiFigures figures =
            new JdbiFigures(
                Database.jdbi(source),
                configuration.figures().calendar(),
                configuration.figures().inForce());
        return new Maintenance(
                source, new FolderBlobs(configuration.files()), library, figures, clock)
            .run(words, language);
      } finally {
        library.stop();
      }
    } finally {
      source.stop();
    }
  }

  private static final class BackupCommand extends MaintenanceCommand {
    BackupCommand(InstantSource clock) {
      super(
          "backup", "Copies database and files into a folder, also while the service runs", clock);
    }

    @Override
    public void configure(Subparser parser) {
      parser.addArgument("folder").help("new or empty folder");
      super.configure(parser);
    }

    @Override
    List<String> words(Namespace arguments) {
      return List.of("backup", Path.of(arguments.getString("folder")).toAbsolutePath().toString());
    }
  }

  /** A command without an operand. */
  private static final class PlainCommand extends MaintenanceCommand {
    PlainCommand(String name, String description, InstantSource clock) {
      super(name, description, clock);
    }

    @Override
    List<String> words(Namespace arguments) {
      return List.of(getName());
    }
  }

  private static final class EraseCommand extends MaintenanceCommand {
    EraseCommand(InstantSource clock) {
      super("erase", "Deletes all data of an account, a customer or a deal for good", clock);
    }

    @Override
    public void configure(Subparser parser) {
      parser.addArgument("kind").choices("account", "customer", "deal");
      parser.addArgument("subject").help("id, or the sign-in name of an account");
      super.configure(parser);
    }

    @Override
    List<String> words(Namespace arguments) {
      return List.of("erase", arguments.getString("kind"), arguments.getString("subject"));
    }
  }

  private static final class RestoreCommand extends MaintenanceCommand {
    RestoreCommand(InstantSource clock) {
      super("restore", "Fills an empty database and the folder of files from a backup", clock);
    }

    @Override
    public void configure(Subparser parser) {
      parser.addArgument("folder").help("folder of a backup");
      super.configure(parser);
    }

    @Override
    List<String> words(Namespace arguments) {
      return List.of("restore", arguments.getString("folder"));
    }

    @Override
    Maintenance.Outcome outcome(
        Bootstrap<CoachConfiguration> bootstrap,
        Namespace arguments,
        CoachConfiguration configuration,
        Language language)
        throws Exception {
      Messages messages = Messages.of(language);
      ManagedDataSource source =
          configuration.database().build(bootstrap.getMetricRegistry(), "restore");
      try (Node _ = Node.of(configuration.dataDirectory())) {
        source.start();
        Manifest manifest =
            new Restore(source, new FolderBlobs(configuration.files()))
                .read(Path.of(words(arguments).getLast()));
        return new Maintenance.Outcome(
            0, List.of(messages.text("restore.done", manifest.rows(), manifest.files())));
      } catch (BackupException e) {
        return Maintenance.Outcome.unusable(messages.text(e.key(), e.values()));
      } finally {
        source.stop();
      }
    }
  }
}
