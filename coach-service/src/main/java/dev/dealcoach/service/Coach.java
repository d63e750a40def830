package dev.dealcoach.service;

import dev.dealcoach.service.cli.CommandLine;
import dev.dealcoach.service.cli.Console;
import java.util.Arrays;

/**
 * The program {@code coach}. Commands for the terminal are answered without starting Dropwizard,
 * whose classes would cost them half a second; its own commands ({@code server}, {@code check},
 * {@code db}, {@code admin}) are handed over to it.
 */
public final class Coach {
  private Coach() {}

  /** Runs a command and ends the JVM with its exit status. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && CommandLine.SERVICE_COMMANDS.contains(arguments[0])) {
      new CoachApplication().run(arguments);
      return;
    }
    int status = new CommandLine(Console.system(), LocalReview::open).run(Arrays.asList(arguments));
    Runtime.getRuntime().exit(status);
  }
}
