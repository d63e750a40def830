package dev.dealcoach.service.cli;

import dev.dealcoach.nlp.maxent.MissingModelException;
import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.wording.Messages;
import dev.dealcoach.speech.model.ModelCatalogue;
import java.util.List;
import java.util.Optional;

/** Finds the command that the first word names, runs it, and turns what it throws into a status. */
public final class CommandLine {
  /** The commands that are Dropwizard's own. */
  public static final List<String> SERVICE_COMMANDS =
      List.of(
          "server",
          "check",
          "db",
          "admin",
          "backup",
          "restore",
          "check-data",
          "erase",
          "rebuild-examples",
          "compare-examples",
          "rebuild-figures");

  private static final int OWN_FAILURE = 1;
  private static final int UNUSABLE_INPUT = 2;

  private final Console console;
  private final List<Command> commands;

  /**
   * A command line with the program's commands.
   *
   * @param sessions for the commands that read and review documents
   * @param speech for the commands about recordings
   */
  public CommandLine(Console console, ReviewSession.Source sessions, SpeechSession.Source speech) {
    this.console = console;
    this.commands =
        List.of(
            new ScanCommand(sessions),
            new DiscoveryCommand(),
            new ExamplesCommand(),
            new TranscribeCommand(speech),
            new ModelsCommand(speech, ModelCatalogue::standard));
  }

  /**
   * Runs the command.
   *
   * @return the exit status: 0, 1 for a failure of ours, 2 for input that cannot be used
   */
  public int run(List<String> words) {
    int status;
    try {
      status = dispatch(words);
    } catch (UnusableInput e) {
      console.err().println("coach: " + e.line(Messages.of(language(words))));
      status = UNUSABLE_INPUT;
    } catch (EngineFailure e) {
      console.err().println("coach: " + e.line(Messages.of(language(words))));
      status = OWN_FAILURE;
    } catch (MissingModelException e) {
      console
          .err()
          .println(
              "coach: "
                  + Messages.of(language(words)).text("missing-model", e.model(), e.command()));
      status = OWN_FAILURE;
    } catch (Exception e) {
      console.err().println("coach: " + Messages.of(language(words)).text("failure", describe(e)));
      if (console.environment().containsKey("COACH_DEBUG")) {
        e.printStackTrace(console.err());
      }
      status = OWN_FAILURE;
    }
    console.out().flush();
    return console.out().checkError() && status == 0 ? OWN_FAILURE : status;
  }

  private int dispatch(List<String> words) throws Exception {
    if (words.isEmpty()) {
      throw new UnusableInput("usage.no-command");
    }
    String name = words.getFirst();
    List<String> rest = words.subList(1, words.size());
    if (isHelp(name)) {
      return help("help");
    }
    if (name.equals("--version")) {
      String version = CommandLine.class.getPackage().getImplementationVersion();
      console.out().println("coach " + (version == null ? "(unpackaged)" : version));
      return 0;
    }
    for (Command command : commands) {
      if (command.name().equals(name)) {
        if (rest.stream().takeWhile(word -> !word.equals("--")).anyMatch(CommandLine::isHelp)) {
          return help("help." + name);
        }
        return command.run(
            Arguments.parse(rest, command.valuedOptions(), command.flags()), console);
      }
    }
    throw new UnusableInput("usage.unknown-command", name);
  }

  private int help(String key) {
    console.out().println(Messages.of(console.language()).text(key).strip());
    return 0;
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h");
  }

  /** What {@code --lang} asks for, else the locale's language. */
  private Language language(List<String> words) {
    int option = words.indexOf("--lang");
    Optional<String> value =
        option >= 0 && option + 1 < words.size()
            ? Optional.of(words.get(option + 1))
            : words.stream()
                .filter(word -> word.startsWith("--lang="))
                .map(word -> word.substring("--lang=".length()))
                .findFirst();
    return value
        .filter(code -> code.equals("zh") || code.equals("en"))
        .map(Language::ofCode)
        .orElseGet(console::language);
  }

  private static String describe(Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName()
        + (root.getMessage() == null ? "" : ": " + root.getMessage());
  }
}
