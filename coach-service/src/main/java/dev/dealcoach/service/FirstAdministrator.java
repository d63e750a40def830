package dev.dealcoach.service;

import dev.dealcoach.service.account.Passwords;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.Role;
import dev.dealcoach.service.store.Database;
import dev.dealcoach.service.store.JdbiAccounts;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code coach admin --sign-in NAME CONFIG}: makes an administrator, the first above all. The
 * password is asked for at the terminal, or read from the first line of the standard input.
 */
final class FirstAdministrator extends ConfiguredCommand<CoachConfiguration> {
  private final InstantSource clock;

  FirstAdministrator(InstantSource clock) {
    super("admin", "Makes an account for an administrator; the password is read from the input");
    this.clock = clock;
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--sign-in").dest("signIn").required(true).help("name to sign in with");
    parser.addArgument("--name").dest("name").help("name as others see it");
  }

  @Override
  public void onError(Cli cli, Namespace arguments, Throwable thrown) {
    cli.getStdErr().println("coach: " + thrown.getMessage());
  }

  @Override
  protected void run(
      Bootstrap<CoachConfiguration> bootstrap,
      Namespace arguments,
      CoachConfiguration configuration)
      throws Exception {
    String signIn = arguments.getString("signIn");
    String name = arguments.getString("name");
    String password = password();
    if (!Passwords.acceptable(password)) {
      throw new IllegalArgumentException(
          "a password has " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters");
    }
    Account account =
        new Account(
            UUID.randomUUID(),
            signIn,
            name == null ? signIn : name,
            Role.ADMIN,
            true,
            clock.instant());
    ManagedDataSource source =
        configuration.database().build(bootstrap.getMetricRegistry(), "admin");
    source.start();
    try {
      Database.migrate(source);
      JdbiAccounts accounts = new JdbiAccounts(Database.jdbi(source));
      if (!accounts.add(account, new Passwords().hash(password))) {
        throw new IllegalArgumentException("there is an account " + account.signIn() + " already");
      }
      System.out.println(account.signIn());
    } finally {
      source.stop();
    }
  }

  private static String password() throws IOException {
    // whether there is a console without a terminal depends on the JDK
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      char[] typed = terminal.get().readPassword("Password: ");
      return typed == null ? "" : new String(typed);
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    return line == null ? "" : line;
  }
}
