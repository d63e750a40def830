package dev.dealcoach.service;

import dev.dealcoach.scan.parse.ParseLimits;
import dev.dealcoach.service.cli.CommandLine;
import dev.dealcoach.service.cli.Console;
import dev.dealcoach.service.cli.ReviewSession;
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
    return run(locale, LocalReview::open, words);
  }

  /** Runs a command that may spend this much on reading a document. */
  public static CommandRun within(ParseLimits limits, String... words) {
    return run("en_GB.UTF-8", parallel -> LocalReview.open(parallel, limits), words);
  }

  private static CommandRun run(String locale, ReviewSession.Source sessions, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("LANG", locale));
    int status = new CommandLine(console, sessions, LocalSpeech::open).run(List.of(words));
    return new CommandRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The lines of standard output. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
