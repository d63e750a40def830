package dev.dealcoach.service;

import dev.dealcoach.service.cli.CommandLine;
import dev.dealcoach.service.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A command that has run in this JVM, with real child processes.
 *
 * @param status exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record CommandRun(int status, String out, String err) {
  /** Runs a command for an English reader. */
  public static CommandRun of(String... words) {
    return in("en_GB.UTF-8", words);
  }

  /** Runs a command for a reader with this locale. */
  public static CommandRun in(String locale, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("LANG", locale));
    int status = new CommandLine(console, LocalReview::open).run(List.of(words));
    return new CommandRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The lines of standard output. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
